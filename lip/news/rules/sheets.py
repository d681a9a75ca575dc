"""Projects and news as values, every field as it is written and shown."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from enum import StrEnum
from typing import Any, Final, TypeAlias
from uuid import UUID

from lip.measures.rules.outcomes import Fault, mark_of
from lip.measures.rules.sheet import MOST_LINES, StatementLine
from lip.partial_dates import PartialDate
from lip.said import Said

MOST_COUNTED: Final = 1_000_000

_NOTHING: Final = Said()


class PageKind(StrEnum):
    """What a page is; the word in its address for the editors."""

    PROJECT = "projects"
    NEWS = "items"


@dataclass(frozen=True, slots=True, kw_only=True)
class EventLine:
    """One event, or a series of them that may be interrupted."""

    title: Said = _NOTHING
    rhythm: Said = _NOTHING
    begins: PartialDate | None = None
    ends: PartialDate | None = None
    interrupted: bool = False
    note: Said = _NOTHING
    conference: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotationLine(StatementLine):
    """What somebody said in public, or a paper says; with its source."""

    website: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectSheet:
    """What partners do together; `heading` is what the overview puts it under."""

    heading: Said = _NOTHING
    title: Said = _NOTHING
    summary: Said = _NOTHING
    text: Said = _NOTHING
    period: Said = _NOTHING
    begins: PartialDate | None = None
    ends: PartialDate | None = None
    capacity: int | None = None
    circle: Said = _NOTHING
    funder: Said = _NOTHING
    organiser: UUID | None = None
    contact: Said = _NOTHING
    measure: UUID | None = None
    position: int = 0
    events: tuple[EventLine, ...] = ()
    quotations: tuple[QuotationLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsSheet:
    """What happened, with a background part."""

    title: Said = _NOTHING
    dated: PartialDate | None = None
    body: Said = _NOTHING
    background: Said = _NOTHING
    measure: UUID | None = None
    project: UUID | None = None
    quotations: tuple[QuotationLine, ...] = ()


Sheet: TypeAlias = ProjectSheet | NewsSheet


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFacts:
    """A project or news as it is kept."""

    kind: PageKind
    id: UUID
    key: str
    sheet: Any
    version: int
    created_at: datetime
    changed_at: datetime
    public_from: datetime | None = None

    def is_public(self, now: datetime) -> bool:
        """Tell whether everybody may read it."""
        return self.public_from is not None and self.public_from <= now


Known: TypeAlias = Mapping[str, Collection[UUID]]
"""The ids that a page may name: "organiser", "measure", "project", "conference"."""


def mark_of_page(sheet: Sheet) -> str:
    """Mark what a page says, to notice when somebody else changed it."""
    return mark_of(sheet, [one.name for one in fields(sheet)])


def faults(sheet: Sheet, known: Known) -> Iterator[Fault]:
    """List what is wrong with a page, in its order."""
    if not sheet.title.pick("de"):
        yield Fault(code="page_needs_title", place="title-de")
    for name in ("organiser", "measure", "project"):
        one = getattr(sheet, name, None)
        if one is not None and one not in known[name]:
            yield Fault(code=f"unknown_{_NAMES[name]}", place=name)
    if isinstance(sheet, ProjectSheet):
        yield from _dates(sheet, "ends")
        yield from _events(sheet.events, known)
    yield from _quotations(sheet.quotations)


_NAMES: Final = {"organiser": "body", "measure": "measure", "project": "project"}


def _dates(one: ProjectSheet | EventLine, place: str) -> Iterator[Fault]:
    if one.begins and one.ends and one.ends.last < one.begins.first:
        yield Fault(code="ends_before_it_begins", place=place)


def _events(events: Sequence[EventLine], known: Known) -> Iterator[Fault]:
    if len(events) > MOST_LINES:
        yield Fault(code="too_many_lines_of_page", place="events")
    for number, one in enumerate(events):
        yield from _dates(one, f"events-{number}-ends")
        if one.conference is not None and one.conference not in known["conference"]:
            yield Fault(
                code="unknown_event_conference", place=f"events-{number}-conference"
            )


def _quotations(quotations: Sequence[QuotationLine]) -> Iterator[Fault]:
    if len(quotations) > MOST_LINES:
        yield Fault(code="too_many_lines_of_page", place="quotations")
    for number, one in enumerate(quotations):
        at = f"quotations-{number}"
        if not one.text:
            yield Fault(code="quotation_needs_text", place=f"{at}-text-de")
        if not one.source and not one.person:
            yield Fault(code="quotation_needs_source", place=f"{at}-source")
