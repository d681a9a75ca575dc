"""Council papers as values, with every part that the city's own have."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final
from uuid import UUID

from lip.papers.rules.kinds import (
    ConsultationRole,
    PaperKind,
    RelationKind,
    SectionKind,
)
from lip.partial_dates import PartialDate
from lip.said import Said

LONGEST_TITLE: Final = 500
LONGEST_SECTION: Final = 200_000
LONGEST_SENTENCE: Final = 2000
MOST_ROWS: Final = 200
"""How many sections, recipients, lines of the log a paper may have of each."""
MOST_FILES: Final = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A section: heading as printed (empty for the introduction), Markdown."""

    kind: SectionKind = SectionKind.TEXT
    heading: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CostLine:
    """A line of the table of costs; cents may be below zero, or unknown."""

    label: str
    year: str = ""
    cents: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """Whom a paper addresses; `words` is the line as printed where it differs."""

    body: UUID
    address_as: str = ""
    for_information: bool = False
    words: str = ""
    id: UUID | None = None
    name: Said = field(default_factory=Said)
    key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Consulted:
    """A line of the log: which body, when, with what result."""

    role: ConsultationRole = ConsultationRole.ADVICE
    body: UUID | None = None
    happened: PartialDate | None = None
    agenda_item: str = ""
    public: bool = True
    result: str = ""
    yes: int | None = None
    no: int | None = None
    abstained: int | None = None
    id: UUID | None = None
    name: Said = field(default_factory=Said)
    key: str = ""
    changed_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """Another paper; `other` where we have it, `path_key` where it can be read."""

    reference: str
    kind: RelationKind = RelationKind.RELATED
    other: UUID | None = None
    path_key: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileFacts:
    """An attachment without its content."""

    id: UUID
    paper: UUID
    title: str
    filename: str
    media_type: str
    size: int
    sha512: str
    created_at: datetime
    changed_at: datetime
    removed_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperHead:
    """What stands in the head of a paper and at its foot, as it is printed."""

    reference: str
    title: str
    kind: PaperKind = PaperKind.INFORMATION
    kind_label: str = ""
    city: str = ""
    subtitle: str = ""
    stamp: str = ""
    agenda_item: str = ""
    files_said: str = ""
    cost_sentence: str = ""
    signer: str = ""
    place: str = ""
    dated: PartialDate | None = None
    language: str = "de"

    @property
    def name(self) -> str:
        """Its title with the second one, as lists name it."""
        return " – ".join(filter(None, (self.title, self.subtitle)))


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperWish(PaperHead):
    """What is to be said of a paper, all of it."""

    sections: Sequence[Section] = ()
    costs: Sequence[CostLine] = ()
    recipients: Sequence[Recipient] = ()
    log: Sequence[Consulted] = ()
    related: Sequence[Related] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperFacts(PaperHead):
    """A paper without its parts, which are read apart."""

    id: UUID
    key: str
    version: int
    created_at: datetime
    changed_at: datetime
    source: str = ""
    source_id: str = ""
    public_from: datetime | None = None
    removed_at: datetime | None = None

    def is_public(self, now: datetime) -> bool:
        """Tell whether everybody may read it."""
        released = self.public_from is not None and self.public_from <= now
        return released and self.removed_at is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A paper with all its parts, each in its order."""

    facts: PaperFacts
    sections: Sequence[Section] = ()
    costs: Sequence[CostLine] = ()
    recipients: Sequence[Recipient] = ()
    log: Sequence[Consulted] = ()
    related: Sequence[Related] = ()
    files: Sequence[FileFacts] = ()

    @property
    def files_counted(self) -> str:
        """What the head says of attachments: in words, or how many there are."""
        return self.facts.files_said or str(len(self.files))
