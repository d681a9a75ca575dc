"""A council paper as everybody may have it, with all its parts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from lip.papers.rules.kinds import ConsultationRole, RelationKind, SectionKind
from lip.papers.rules.papers import PaperHead
from lip.partial_dates import PartialDate


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenSection:
    """A section as it is printed; Markdown."""

    kind: SectionKind
    heading: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenCost:
    """A line of the table of costs."""

    label: str
    year: str
    cents: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenRecipient:
    """Whom it goes to; `line` is how the paper addresses it."""

    id: UUID
    body: UUID
    line: str
    for_information: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenConsultation:
    """A line of its log, of a meeting that everybody may know of."""

    id: UUID
    body: UUID | None
    happened: PartialDate | None
    agenda_item: str
    role: ConsultationRole
    result: str
    yes: int | None
    no: int | None
    abstained: int | None
    created_at: datetime
    changed_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenAttachment:
    """An attachment, without its content."""

    id: UUID
    title: str
    filename: str
    media_type: str
    size: int
    sha512: str
    created_at: datetime
    changed_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenRelation:
    """Another paper; `other` where we have it."""

    other: UUID | None
    reference: str
    kind: RelationKind


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPaper(PaperHead):
    """A released paper; `source` (JSON) is what it was taken in from, if it was."""

    id: UUID
    key: str
    source: str
    source_id: str
    created_at: datetime
    changed_at: datetime
    sections: Sequence[OpenSection] = ()
    costs: Sequence[OpenCost] = ()
    recipients: Sequence[OpenRecipient] = ()
    consultations: Sequence[OpenConsultation] = ()
    files: Sequence[OpenAttachment] = ()
    relations: Sequence[OpenRelation] = ()
