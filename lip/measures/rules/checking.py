"""What a sheet may not say; everything else is kept as people write it."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from lip.measures.rules.outcomes import Fault
from lip.measures.rules.sheet import MOST_LINES, Sheet

MOST_PEOPLE: Final = 100_000_000
FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 2199
BLOCKS: Final = (
    *("goals", "timetable", "places", "costs", "council", "partners", "indicators"),
    *("agreements", "statements", "related"),
)
"""The parts of a sheet that are lists of lines."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """The ids that a sheet may name."""

    districts: Collection[UUID]
    fields: Collection[UUID]
    bodies: Collection[UUID]
    measures: Collection[UUID]


def faults(
    sheet: Sheet, known: Known, *, measure: UUID | None = None
) -> Iterator[Fault]:
    """List what is wrong with a sheet, in its order."""
    if not sheet.title:
        yield Fault(code="measure_needs_title", place="title")
    if sheet.citywide and sheet.districts:
        yield Fault(code="citywide_and_districts", place="districts")
    yield from _unknown(sheet, known)
    for name in BLOCKS:
        lines: tuple[Any, ...] = getattr(sheet, name)
        if len(lines) > MOST_LINES:
            yield Fault(code="too_many_lines_in_measure", place=name)
    yield from _numbers(sheet)
    yield from _related(sheet, measure)


def _unknown(sheet: Sheet, known: Known) -> Iterator[Fault]:
    places = [one.district for one in sheet.places if one.district]
    if not {*sheet.districts, *places} <= {*known.districts}:
        yield Fault(code="unknown_district", place="districts")
    if not {*sheet.fields} <= {*known.fields}:
        yield Fault(code="unknown_field_of_action", place="fields")
    bodies = {one.body for one in sheet.partners} | {sheet.responsible}
    if not bodies - {None} <= {*known.bodies}:
        yield Fault(code="unknown_body", place="responsible")
    others = {one.other for one in sheet.related} - {None}
    if not others <= {*known.measures}:
        yield Fault(code="unknown_measure", place="related")


def _numbers(sheet: Sheet) -> Iterator[Fault]:
    count = sheet.target_count
    if count is not None and not 0 <= count <= MOST_PEOPLE:
        yield Fault(code="impossible_count", place="target_count")
    for number, cost in enumerate(sheet.costs):
        if cost.cents is not None and cost.cents < 0:
            yield Fault(code="negative_cost", place=f"costs-{number}-cents")
    years = [*(one.year for one in sheet.goals), *(one.year for one in sheet.costs)]
    if any(year and not FIRST_YEAR <= year <= LAST_YEAR for year in years):
        yield Fault(code="impossible_year", place="goals")


def _related(sheet: Sheet, measure: UUID | None) -> Iterator[Fault]:
    """Two may name each other; none may name itself or another one twice."""
    others = [one.other for one in sheet.related if one.other]
    if measure is not None and measure in others:
        yield Fault(code="related_to_itself", place="related")
    if len(set(others)) < len(others):
        yield Fault(code="related_twice", place="related")
