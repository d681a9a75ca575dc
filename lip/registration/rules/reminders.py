"""When to remind people of the conference: on the day before, once each."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

FROM: Final = time(10)
"""From this hour on, as the clock at the conference shows it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """When reminders of a day may go out; at its end nobody is woken any more."""

    begins: datetime
    ends: datetime

    def __contains__(self, moment: datetime) -> bool:
        return self.begins <= moment < self.ends


def window_before(day: date, zone: ZoneInfo) -> Window:
    """Find the hours in which people are reminded of a day."""
    before = day - timedelta(days=1)
    return Window(
        begins=datetime.combine(before, FROM, zone),
        ends=datetime.combine(day, time.min, zone),
    )


def day_to_remind_of(
    days: Sequence[date], zone: ZoneInfo, now: datetime
) -> date | None:
    """Name the day of a conference that people are to be reminded of now."""
    return next((day for day in days if now in window_before(day, zone)), None)


def is_reminded_of(day: date, days: Sequence[date], only_on: date | None) -> bool:
    """Tell whether somebody is reminded of a day: her own, or else the first."""
    return day == (only_on if only_on in days else min(days))


def reminder_key(participant: object, day: date) -> str:
    """Name the reminder of one person for good."""
    return f"day-before:{participant}:{day.isoformat()}"
