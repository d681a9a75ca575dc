"""A registration form as a value: what is asked, of whom, and for what."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final
from uuid import UUID

from lip.registration.rules.field_kinds import FieldKind, Reader
from lip.said import Said

UNSAID: Final = Said()
"""A text that nobody wrote."""

SESSIONS: Final = "sessions"
"""The target of the one field that asks for sessions; its options are theirs."""

NEEDS: Final = frozenset({"interpreting", "childcare", "access", "diet"})
"""The targets that are stored apart, and deleted when the needs are."""

WITH_OPTIONS: Final = frozenset({FieldKind.CHOICE, FieldKind.CHOICES})
"""The kinds whose options the organisers write."""

SEVERAL: Final = frozenset({FieldKind.CHOICES, FieldKind.LANGUAGES})
"""The kinds that take several answers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One answer to choose; `value` is what is stored, `label` what people read."""

    value: str
    label: Said


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """
    When a field is asked: if the field of `key` has one of `values`.

    Without values, it is asked as soon as the other field says anything but no.
    """

    key: str
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldFacts:
    """
    One question of a form.

    `target` names the field of a guest that the answer fills, or `SESSIONS`; empty,
    the answer is kept by itself. `kept_days` counts from the last day of the
    conference; 0 keeps it as long as the participant.
    """

    id: UUID
    key: str
    kind: FieldKind
    label: Said
    target: str = ""
    hint: Said = UNSAID
    options: tuple[Option, ...] = ()
    shown_if: Condition | None = None
    required: bool = False
    sensitive: bool = False
    purpose: Said = UNSAID
    seen_by: Reader = Reader.ORGANISERS
    kept_days: int = 0
    position: int = 0

    @property
    def several(self) -> bool:
        """Tell whether it takes several answers."""
        return self.kind in SEVERAL

    @property
    def is_need(self) -> bool:
        """Tell whether the answer is stored with the needs."""
        return self.target in NEEDS


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupFacts:
    """People of one kind, with places of their own; without seats nobody counts."""

    id: UUID
    name: Said
    text: Said = UNSAID
    seats: int | None = None
    invited_only: bool = False
    position: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class FormFacts:
    """How people register for a conference; fields and groups in their order."""

    conference: UUID
    opens_at: datetime | None = None
    closes_at: datetime | None = None
    seats: int | None = None
    waiting_list: bool = True
    most_people: int = 10
    change_until: datetime | None = None
    intro: Said = UNSAID
    notice: Said = UNSAID
    thanks: Said = UNSAID
    invitation_subject: Said = UNSAID
    invitation_text: Said = UNSAID
    remind: bool = True
    changed_at: datetime
    fields: tuple[FieldFacts, ...] = ()
    groups: tuple[GroupFacts, ...] = ()

    @property
    def open_groups(self) -> tuple[GroupFacts, ...]:
        """Give the groups that anybody may choose."""
        return tuple(group for group in self.groups if not group.invited_only)

    def field(self, key: str) -> FieldFacts | None:
        """Find a field by its key."""
        return next((field for field in self.fields if field.key == key), None)

    def group(self, group: UUID | None) -> GroupFacts | None:
        """Find a group."""
        return next((one for one in self.groups if one.id == group), None)


def keeping(
    fields: Sequence[FieldFacts], stored: Mapping[str, Sequence[str]]
) -> tuple[FieldFacts, ...]:
    """Offer beside the options what stands already, so that saving loses nothing."""
    return tuple(
        replace(field, options=(*field.options, *_others(field, stored)))
        if field.kind in WITH_OPTIONS and field.target != SESSIONS
        else field
        for field in fields
    )


def _others(field: FieldFacts, stored: Mapping[str, Sequence[str]]) -> Sequence[Option]:
    known = {option.value for option in field.options}
    others = (value for value in stored.get(field.key, ()) if value not in known)
    return [Option(value=value, label=Said({"": value})) for value in others]
