"""Who is there: the value behind a cookie or a token."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from lip.accounts.rules.roles import Grant, Right, Role, may
from lip.journal.rules.entries import Actor, ActorKind


class SessionKind(StrEnum):
    """How a session began."""

    PASSWORD = "password"  # noqa: S105 - the name of a kind
    LINK = "link"
    TOKEN = "token"  # noqa: S105


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """A signed-in person, a helper with a link, or a scanner with a token."""

    session: UUID
    kind: SessionKind
    name: str
    person: UUID | None = None
    granted_by: UUID | None = None
    grants: tuple[Grant, ...]
    until: datetime

    @property
    def actor(self) -> Actor:
        """Say who acts, for the journal."""
        if self.person is not None:
            return Actor(ActorKind.PERSON, self.person)
        return Actor(ActorKind.PASS, self.granted_by)

    def may(self, right: Right, *, scope: str | None = None) -> bool:
        """Decide whether this identity has a right, at one conference or at any."""
        return may(self.grants, right, scope=scope)

    @property
    def is_kiosk(self) -> bool:
        """Tell whether this is a tablet at which people check themselves in."""
        return {grant.role for grant in self.grants} == {Role.KIOSK}

    @property
    def only_keeps_the_door(self) -> bool:
        """Tell whether the door is all that this identity may see."""
        return not any(
            self.may(right) for right in Right if right is not Right.KEEP_THE_DOOR
        )
