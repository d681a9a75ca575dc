"""
Local times as people type them, where a clock may be put forward or back.

On the last Sunday of October the hour from two to three comes twice, on that of
March it does not come at all. Nothing is guessed: people are asked.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True)
class Twice:
    """The clock shows this time twice: before and after it is put back."""

    first: datetime
    second: datetime


@dataclass(frozen=True, slots=True)
class Never:
    """The clock never shows this time; `instead` is what it shows by then."""

    instead: time


def moment(day: date, at: time, zone: ZoneInfo) -> datetime | Twice | Never:
    """Find the moment of a local time, in UTC, or say why there is not just one."""
    local = datetime.combine(day, at, zone)
    first, second = (local.replace(fold=fold).astimezone(UTC) for fold in (0, 1))
    shown = first.astimezone(zone)
    if shown.replace(tzinfo=None) != local.replace(tzinfo=None):
        return Never(shown.time())
    return first if first == second else Twice(first, second)


def is_twice(at: datetime, zone: ZoneInfo) -> bool:
    """Tell whether the clock shows the local time of a moment twice that day."""
    local = at.astimezone(zone)
    return isinstance(moment(local.date(), local.time(), zone), Twice)
