"""Council papers as values, with every part that the city's own have."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
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

GENDER_HEADING: Final = "Berücksichtigung von Gender-Aspekten"
COST_HEADING: Final = "Kostentabelle"
HEADINGS: Final = {
    SectionKind.MOTION: "Antrag,",
    SectionKind.REASONS: "Begründung des Antrages",
    SectionKind.GENDER: GENDER_HEADING,
}
"""What the city prints above the sections that every paper of a kind has."""

WITH_MOTION: Final = frozenset({
    PaperKind.DECISION,
    PaperKind.MOTION,
    PaperKind.AMENDMENT,
})
"""Papers that ask for a decision: only they have a motion and its reasons."""
WITH_GENDER: Final = frozenset({
    PaperKind.INFORMATION,
    PaperKind.DECISION,
    PaperKind.MOTION,
})
"""Papers that must say how men and women are concerned."""
WITH_COST: Final = frozenset({PaperKind.INFORMATION, PaperKind.DECISION})


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
class PaperWish:
    """What is to be said of a paper, all of it."""

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
    sections: Sequence[Section] = ()
    costs: Sequence[CostLine] = ()
    recipients: Sequence[Recipient] = ()
    log: Sequence[Consulted] = ()
    related: Sequence[Related] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperFacts:
    """What stands in the head of a paper; its parts are read apart."""

    id: UUID
    key: str
    reference: str
    kind: PaperKind
    title: str
    version: int
    created_at: datetime
    changed_at: datetime
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

    def of_kind(self, *kinds: SectionKind) -> Sequence[Section]:
        """Give the sections of some kinds."""
        return [one for one in self.sections if one.kind in kinds]


class Gap(StrEnum):
    """What a paper lacks; the first of them keeps it from being released."""

    TITLE = "paper_needs_title"
    GENDER = "paper_needs_gender"
    MOTION = "paper_needs_motion"
    COST = "paper_says_nothing_of_cost"
    RECIPIENTS = "paper_has_no_recipient"
    DATE = "paper_has_no_date"


FORBIDDING: Final = frozenset({Gap.TITLE, Gap.GENDER, Gap.MOTION})


def gaps(paper: Paper) -> Sequence[Gap]:
    """Say what a paper lacks; what came from elsewhere is as it is."""
    facts = paper.facts
    if facts.source_id:
        return []
    said = {one.kind for one in paper.sections if one.text.strip()}
    lacking = {
        Gap.TITLE: not facts.title,
        Gap.GENDER: facts.kind in WITH_GENDER and SectionKind.GENDER not in said,
        Gap.MOTION: facts.kind in WITH_MOTION and SectionKind.MOTION not in said,
        Gap.COST: facts.kind in WITH_COST
        and not facts.cost_sentence
        and not paper.costs,
        Gap.RECIPIENTS: not paper.recipients,
        Gap.DATE: facts.dated is None,
    }
    return [gap for gap in Gap if lacking[gap]]


_ORDER: Final = (
    *(SectionKind.TEXT, SectionKind.GENDER, SectionKind.COST),
    *(SectionKind.MOTION, SectionKind.REASONS),
)
_ORDER_WITH_MOTION: Final = (
    *(SectionKind.MOTION, SectionKind.GENDER, SectionKind.COST),
    *(SectionKind.REASONS, SectionKind.TEXT),
)


def in_order(sections: Sequence[Section], kind: PaperKind) -> Sequence[Section]:
    """
    Put sections as the city prints them, empty ones left out.

    Papers that ask for a decision: motion, gender aspects, costs, reasons, more text;
    others have no motion, and such text stays as a section.
    """
    order = _ORDER_WITH_MOTION if kind in WITH_MOTION else _ORDER
    if kind not in WITH_MOTION:
        moved = {SectionKind.MOTION, SectionKind.REASONS}
        sections = [
            Section(heading=one.heading, text=one.text) if one.kind in moved else one
            for one in sections
        ]
    said = [one for one in sections if one.text.strip()]
    return sorted(said, key=lambda one: order.index(one.kind))


def printed(paper: Paper) -> Sequence[Section]:
    """Give the sections with that of the costs where it is printed."""
    facts = paper.facts
    said = [one for one in paper.sections if one.kind is not SectionKind.COST]
    if not facts.cost_sentence and not paper.costs:
        return said
    cost = Section(
        kind=SectionKind.COST, heading=COST_HEADING, text=facts.cost_sentence
    )
    return _in_order_with(cost, said, facts.kind)


def _in_order_with(
    cost: Section, said: Sequence[Section], kind: PaperKind
) -> Sequence[Section]:
    after = {SectionKind.REASONS, SectionKind.TEXT} if kind in WITH_MOTION else set()
    before = [one for one in said if one.kind not in after]
    return [*before, cost, *(one for one in said if one.kind in after)]


def printed_line(recipient: Recipient, for_information: str) -> str:
    """
    Give the line of a recipient as it is printed, its breaks and brackets kept.

    >>> one = Recipient(body=UUID(int=1), address_as="An die", for_information=True,
    ...                 name=Said.of(de="Stadtbezirksräte 01 - 13"))
    >>> printed_line(one, "zur Kenntnis")
    'An die Stadtbezirksräte 01 - 13 (zur Kenntnis)'
    """
    if recipient.words:
        return recipient.words
    said = f"{recipient.address_as} {recipient.name.pick('de').text}".strip()
    return f"{said} ({for_information})" if recipient.for_information else said


def outline(paper: Paper) -> Sequence[str]:
    """Name the parts of a paper in the order in which they are printed."""
    return [one.heading or "(Einleitung)" for one in printed(paper)]
