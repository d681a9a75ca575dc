"""
Which role may do what, as one table of facts.

A grant holds for one conference (its key) or, with an empty scope, for all.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Role(StrEnum):
    """What a person is here for."""

    ADMINISTRATOR = "administrator"
    ORGANISER = "organiser"
    DOOR_HELPER = "door_helper"
    KIOSK = "kiosk"
    MODERATOR = "moderator"
    EDITOR = "editor"
    ELECTION_BOARD = "election_board"


class Right(StrEnum):
    """What a page or an action may ask for."""

    MANAGE_ACCOUNTS = "manage_accounts"
    ANNOUNCE = "announce"
    ORGANISE = "organise"
    KEEP_THE_DOOR = "keep_the_door"
    CHECK_ONESELF_IN = "check_oneself_in"
    KEEP_THE_AGENDA = "keep_the_agenda"
    MODERATE = "moderate"
    EDIT_THE_PLAN = "edit_the_plan"
    KEEP_THE_FIELDS = "keep_the_fields"
    RUN_ELECTIONS = "run_elections"


RIGHTS: Final[Mapping[Role, frozenset[Right]]] = {
    Role.ADMINISTRATOR: frozenset({
        Right.MANAGE_ACCOUNTS,
        Right.ANNOUNCE,
        Right.ORGANISE,
        Right.KEEP_THE_DOOR,
        Right.CHECK_ONESELF_IN,
        Right.KEEP_THE_AGENDA,
        Right.MODERATE,
        Right.KEEP_THE_FIELDS,
    }),
    Role.ORGANISER: frozenset({
        Right.ANNOUNCE,
        Right.ORGANISE,
        Right.KEEP_THE_DOOR,
        Right.CHECK_ONESELF_IN,
        Right.KEEP_THE_AGENDA,
        Right.MODERATE,
    }),
    Role.KIOSK: frozenset({Right.CHECK_ONESELF_IN}),
    Role.DOOR_HELPER: frozenset({Right.KEEP_THE_DOOR}),
    Role.MODERATOR: frozenset({Right.MODERATE, Right.KEEP_THE_AGENDA}),
    Role.EDITOR: frozenset({Right.EDIT_THE_PLAN, Right.KEEP_THE_FIELDS}),
    Role.ELECTION_BOARD: frozenset({Right.RUN_ELECTIONS}),
}

GLOBAL_ONLY: Final = frozenset({Role.ADMINISTRATOR})
"""Roles that make no sense for a single conference."""

PASS_ONLY: Final = frozenset({Role.KIOSK})
"""Roles of devices: no person has them."""


@dataclass(frozen=True, slots=True, order=True)
class Grant:
    """A role, for one conference or (empty scope) for all."""

    role: Role
    scope: str = ""

    def covers(self, right: Right, scope: str | None) -> bool:
        """
        Tell whether this grant gives a right.

        `scope` is a conference's key, "" for what belongs to no conference,
        and None for "at any conference at all".
        """
        if right not in RIGHTS[self.role]:
            return False
        return not self.scope or scope is None or scope == self.scope


def may(grants: Iterable[Grant], right: Right, *, scope: str | None = None) -> bool:
    """Decide whether any of the grants gives the right in this scope."""
    return any(grant.covers(right, scope) for grant in grants)
