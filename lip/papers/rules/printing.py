"""
A paper in the order in which the city prints it.

Informationsdrucksache 2088/2016 of Hannover: text, gender aspects, costs. Its
Beschlussdrucksache 0094/2008 (the plan itself): motion, gender aspects, costs, reasons.
"""

from collections.abc import Sequence
from typing import Final

from lip.papers.rules.kinds import (
    WITH_GENDER,
    WITH_MOTION,
    PaperKind,
    SectionKind,
)
from lip.papers.rules.papers import Paper, Recipient, Section

GENDER_HEADING: Final = "Berücksichtigung von Gender-Aspekten"
COST_HEADING: Final = "Kostentabelle"
HEADINGS: Final = {
    SectionKind.MOTION: "Antrag,",
    SectionKind.REASONS: "Begründung des Antrages",
    SectionKind.GENDER: GENDER_HEADING,
}
"""What the city prints above the sections that every paper of a kind has."""

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
    Put sections as the city prints them, empty ones left out but the required one.

    Papers that ask for a decision have more text behind their reasons; others have no
    motion, and such text stays as a section.
    """
    order = _ORDER_WITH_MOTION if kind in WITH_MOTION else _ORDER
    if kind not in WITH_MOTION:
        moved = {SectionKind.MOTION, SectionKind.REASONS}
        sections = [
            Section(heading=one.heading, text=one.text) if one.kind in moved else one
            for one in sections
        ]
    said = [one for one in sections if one.text.strip()]
    if kind in WITH_GENDER and all(one.kind is not SectionKind.GENDER for one in said):
        said.append(Section(kind=SectionKind.GENDER, heading=GENDER_HEADING))
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

    >>> from uuid import UUID
    >>> from lip.said import Said
    >>> one = Recipient(body=UUID(int=1), address_as="An die", for_information=True,
    ...                 name=Said.of(de="Stadtbezirksräte 01 - 13"))
    >>> printed_line(one, "zur Kenntnis")
    'An die Stadtbezirksräte 01 - 13 (zur Kenntnis)'
    """
    if recipient.words:
        return recipient.words
    said = f"{recipient.address_as} {recipient.name.pick('de').text}".strip()
    return f"{said} ({for_information})" if recipient.for_information else said
