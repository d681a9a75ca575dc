"""A measure as it is kept: its sheet, how it went, what was measured."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from lip.measures.rules.kinds import StatusKind
from lip.measures.rules.sheet import Sheet
from lip.measures.rules.values import AgreementFacts, ValueLine
from lip.said import Said


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusLine:
    """How far it had come at a time."""

    kind: StatusKind
    label: Said
    note: Said
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureFacts:
    """
    A measure with all that belongs to it.

    `values` go by the id of an indicator, `files` by that of an agreement.
    """

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
    files: Mapping[UUID, AgreementFacts] = field(default_factory=dict)

    def is_public(self, now: datetime) -> bool:
        """Tell whether everybody may read it."""
        return self.public_from is not None and self.public_from <= now
