"""Which measures somebody wants to see."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from lip.conference.rules.names import fold
from lip.measures.rules.kinds import StatusKind
from lip.measures.rules.measures import MeasureFacts
from lip.measures.rules.sheet import Sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """An empty field does not narrow; a district brings what is for the whole city."""

    text: str = ""
    field: UUID | None = None
    district: UUID | None = None
    citywide: bool = False
    status: StatusKind | None = None
    year: int | None = None

    def __bool__(self) -> bool:
        return self != Wanted()


def chosen(measures: Sequence[MeasureFacts], wanted: Wanted) -> Sequence[MeasureFacts]:
    """Give those that somebody wants to see, in their order."""
    words = fold(wanted.text).split()
    return [one for one in measures if _fits(one.sheet, wanted, words)]


def years_of(sheet: Sheet) -> frozenset[int]:
    """Give the years that goals and timetable speak of."""
    return frozenset(_years(sheet))


def _years(sheet: Sheet) -> Iterator[int]:
    yield from (goal.year for goal in sheet.goals if goal.year)
    for line in sheet.timetable:
        dates = [one for one in (line.begins, line.ends) if one]
        if dates:
            years = sorted(one.year for one in dates)
            yield from range(years[0], years[-1] + 1)


def _fits(sheet: Sheet, wanted: Wanted, words: Collection[str]) -> bool:
    return (
        (wanted.field is None or wanted.field in sheet.fields)
        and (not wanted.citywide or sheet.citywide)
        and (
            wanted.district is None
            or sheet.citywide
            or wanted.district in sheet.districts
        )
        and (wanted.status is None or sheet.status_kind is wanted.status)
        and (wanted.year is None or wanted.year in years_of(sheet))
        and (not words or _says(sheet, words))
    )


def _says(sheet: Sheet, words: Collection[str]) -> bool:
    said = (sheet.title, sheet.subtitle, sheet.kind, sheet.status, sheet.summary)
    goals = (goal.text for goal in sheet.goals)
    steps = (line.text for line in sheet.timetable)
    texts = [text for one in (*said, *goals, *steps) for text in one.values()]
    whole = fold("\n".join([sheet.code, *texts]))
    return all(word in whole for word in words)
