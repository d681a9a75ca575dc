"""How far all measures are: counted by light and by field, and what is overdue."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from lip.measures.rules.kinds import StatusKind
from lip.measures.rules.measures import MeasureFacts
from lip.measures.rules.sheet import MilestoneLine
from lip.measures.rules.status import Light, light, overdue


@dataclass(frozen=True, slots=True, kw_only=True)
class Overdue:
    """A line of a timetable whose last day has passed."""

    measure: MeasureFacts
    line: MilestoneLine


def lights(measures: Sequence[MeasureFacts], *, today: date) -> Mapping[Light, int]:
    """Count the measures by their light, every light in its order."""
    found = Counter(
        light(one.sheet.status_kind, one.sheet.timetable, today=today)
        for one in measures
    )
    return {one: found[one] for one in Light}


def statuses_by_field(
    measures: Sequence[MeasureFacts],
) -> Mapping[UUID | None, Mapping[StatusKind, int]]:
    """Count by main field and status; None holds those without a field."""
    found: dict[UUID | None, Counter[StatusKind]] = {}
    for one in measures:
        field = one.sheet.fields[0] if one.sheet.fields else None
        found.setdefault(field, Counter())[one.sheet.status_kind] += 1
    return {
        field: {kind: counts[kind] for kind in StatusKind if counts[kind]}
        for field, counts in found.items()
    }


def all_overdue(measures: Sequence[MeasureFacts], *, today: date) -> Sequence[Overdue]:
    """List what is overdue, the longest first."""
    found = [
        Overdue(measure=one, line=line)
        for one in measures
        for line in overdue(one.sheet.status_kind, one.sheet.timetable, today=today)
    ]
    return sorted(found, key=_since)


def _since(one: Overdue) -> tuple[date, str]:
    assert one.line.ends is not None, "overdue lines have an end"
    return one.line.ends.last, one.measure.key
