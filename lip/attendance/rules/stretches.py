"""
Stretches of time: cut, joined, compared and counted in exact minutes.

All times are turned into UTC first. Two times of one zone would otherwise be
subtracted by their clocks, and a night in which clocks change would be an hour off.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta


@dataclass(frozen=True, slots=True, order=True)
class Stretch:
    """From one moment to another, in UTC."""

    begin: datetime
    end: datetime


Stretches = tuple[Stretch, ...]


def stretch(begin: datetime, end: datetime) -> Stretches:
    """Make a stretch; one that ends before it begins is none."""
    begin, end = begin.astimezone(UTC), end.astimezone(UTC)
    return (Stretch(begin, end),) if end > begin else ()


def joined(parts: Iterable[Stretch]) -> Stretches:
    """Join what overlaps or touches, in order of time."""
    found: list[Stretch] = []
    for one in sorted(parts):
        if found and one.begin <= found[-1].end:
            found[-1] = Stretch(found[-1].begin, max(found[-1].end, one.end))
        else:
            found.append(one)
    return tuple(found)


def common(some: Iterable[Stretch], others: Iterable[Stretch]) -> Stretches:
    """Give what lies in both."""
    cut = [
        piece
        for one in joined(some)
        for other in joined(others)
        for piece in stretch(max(one.begin, other.begin), min(one.end, other.end))
    ]
    return joined(cut)


def without(some: Iterable[Stretch], gaps: Iterable[Stretch]) -> Stretches:
    """Give what remains when the gaps are cut out."""
    left = list(joined(some))
    for gap in joined(gaps):
        left = [
            piece
            for one in left
            for piece in (
                *stretch(one.begin, min(one.end, gap.begin)),
                *stretch(max(one.begin, gap.end), one.end),
            )
        ]
    return tuple(left)


def minutes_in(parts: Sequence[Stretch]) -> int:
    """Count whole minutes; what overlaps counts once, seconds add up before."""
    total = sum((one.end - one.begin for one in joined(parts)), timedelta())
    return total // timedelta(minutes=1)
