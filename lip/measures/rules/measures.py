"""A measure as it is kept: its sheet, how it went, what was measured."""

import hashlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from lip.measures.rules.kinds import StatusKind
from lip.measures.rules.sheet import Sheet
from lip.partial_dates import PartialDate
from lip.said import Said


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusLine:
    """How far it had come at a time."""

    kind: StatusKind
    label: Said
    note: Said
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueLine:
    """What was measured, and when; a decimal as text."""

    at: PartialDate
    value: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureFacts:
    """A measure with all that belongs to it; `values` by the id of an indicator."""

    id: UUID
    key: str
    sheet: Sheet
    version: int
    created_at: datetime
    changed_at: datetime
    public_from: datetime | None = None
    reminded_at: datetime | None = None
    history: Sequence[StatusLine] = ()
    values: Mapping[UUID, Sequence[ValueLine]] = field(default_factory=dict)

    def is_public(self, now: datetime) -> bool:
        """Tell whether everybody may read it."""
        return self.public_from is not None and self.public_from <= now


def mark_of(sheet: Sheet, names: Collection[str]) -> str:
    """Mark what some parts of a sheet say, to notice when somebody else changed it."""
    said = repr([getattr(sheet, name) for name in sorted(names)])
    return hashlib.sha256(said.encode()).hexdigest()[:24]
