"""The sheet of a measure as a value: every heading of the city's own sheets."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from lip.measures.rules.kinds import LocationState, PartnerRole, Period, StatusKind
from lip.partial_dates import PartialDate
from lip.said import Said

LONGEST_TITLE: Final = 300
LONGEST_LINE: Final = 1000
LONGEST_TEXT: Final = 20_000
MOST_LINES: Final = 60
"""Lines under one heading; nobody reads more."""

_NOTHING: Final = Said()


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalLine:
    """What is to be reached; without a year it holds for the whole."""

    year: int | None = None
    text: Said = _NOTHING


@dataclass(frozen=True, slots=True, kw_only=True)
class MilestoneLine:
    """A line of the timetable; `deadline` is how people wrote it."""

    text: Said = _NOTHING
    deadline: Said = _NOTHING
    begins: PartialDate | None = None
    ends: PartialDate | None = None
    ongoing: bool = False
    done: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LocationLine:
    """
    A place; `line` is the line of the timetable that it belongs to, counted from 1.

    `heading` stands above a numbered list; an empty one continues the list.
    """

    id: UUID | None = None
    line: int = 0
    heading: Said = _NOTHING
    address: str = ""
    district: UUID | None = None
    state: LocationState = LocationState.RUNNING
    opening: Said = _NOTHING
    service: Said = _NOTHING
    note: Said = _NOTHING
    languages: str = ""
    phone: str = ""
    website: str = ""
    contact_point: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CostLine:
    """A sentence about money, and what it comes to where an amount is known."""

    sentence: Said = _NOTHING
    cents: int | None = None
    period: Period = Period.ONCE
    year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilLine:
    """What the council had to do with it, with the number of its paper."""

    text: Said = _NOTHING
    paper: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerLine:
    """Who carries it, takes part or pays."""

    name: Said = _NOTHING
    role: PartnerRole = PartnerRole.PARTNER
    body: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorLine:
    """What shows whether it works; `target` is a decimal as text."""

    id: UUID | None = None
    name: Said = _NOTHING
    unit: Said = _NOTHING
    target: str = ""
    target_at: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementLine:
    """Who agreed on it and when; `parties` one a line."""

    id: UUID | None = None
    title: Said = _NOTHING
    parties: str = ""
    signed: PartialDate | None = None
    term: Said = _NOTHING


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementLine:
    """What somebody said of it, by name and by consent."""

    person: str = ""
    function: Said = _NOTHING
    organisation: str = ""
    text: Said = _NOTHING
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedLine:
    """A measure of ours, or one elsewhere."""

    other: UUID | None = None
    name: Said = _NOTHING
    website: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """All that is written of a measure, and in which order."""

    title: Said = _NOTHING
    subtitle: Said = _NOTHING
    portal: Said = _NOTHING
    kind: Said = _NOTHING
    code: str = ""
    own: bool = True
    status: Said = _NOTHING
    status_kind: StatusKind = StatusKind.NEW
    updated: PartialDate | None = None
    citywide: bool = False
    districts: tuple[UUID, ...] = ()
    fields: tuple[UUID, ...] = ()
    summary: Said = _NOTHING
    goals: tuple[GoalLine, ...] = ()
    timetable: tuple[MilestoneLine, ...] = ()
    places: tuple[LocationLine, ...] = ()
    costs: tuple[CostLine, ...] = ()
    council: tuple[CouncilLine, ...] = ()
    partners: tuple[PartnerLine, ...] = ()
    participation: Said = _NOTHING
    target: Said = _NOTHING
    criteria: Said = _NOTHING
    target_count: int | None = None
    target_about: bool = False
    target_as_of: PartialDate | None = None
    funding: Said = _NOTHING
    responsible: UUID | None = None
    contact_email: str = ""
    indicators: tuple[IndicatorLine, ...] = ()
    agreements: tuple[AgreementLine, ...] = ()
    statements: tuple[StatementLine, ...] = ()
    related: tuple[RelatedLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceList:
    """Places under one heading, numbered from 1."""

    heading: Said
    places: Sequence[LocationLine]


def place_lists(places: Sequence[LocationLine]) -> Sequence[PlaceList]:
    """Part places by their headings; one without a heading continues the list."""
    lists: list[tuple[Said, list[LocationLine]]] = []
    for place in places:
        if not lists or (place.heading and place.heading != lists[-1][0]):
            lists.append((place.heading, []))
        lists[-1][1].append(place)
    return [PlaceList(heading=heading, places=found) for heading, found in lists]


def goals_by_year(
    goals: Sequence[GoalLine],
) -> Sequence[tuple[int | None, Sequence[GoalLine]]]:
    """Part goals by their years, those without one first, then year by year."""
    years = sorted({goal.year for goal in goals}, key=lambda year: year or 0)
    return [(year, [one for one in goals if one.year == year]) for year in years]


def lines_of(text: str) -> tuple[str, Sequence[str]]:
    r"""
    Part a text into what leads in and the list that follows.

    >>> lines_of("MEIN HANNOVER 2030…\n• ist offen.\n• lebt.")
    ('MEIN HANNOVER 2030…', ['ist offen.', 'lebt.'])
    """
    lead, items = [], []
    for line in filter(None, (line.strip() for line in text.split("\n"))):
        if line[0] in "•-–*":
            items.append(line[1:].strip())
        else:
            lead.append(line)
    return "\n".join(lead), items
