"""How long the data of a conference is kept, in days."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Final

GUESTS_KEPT_MONTHS: Final = 6
ATTENDANCE_KEPT_MONTHS: Final = 12
NEEDS_KEPT_DAYS: Final = 14

MOST_GUESTS_MONTHS: Final = 24
MOST_ATTENDANCE_MONTHS: Final = 120
MOST_NEEDS_DAYS: Final = 365
MOST_PROLONGED_MONTHS: Final = 24
"""How far a prolonging may reach beyond the day on which it is asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Periods:
    """What the organisers of a conference have chosen, counted from its last day."""

    needs_days: int = NEEDS_KEPT_DAYS
    guests_months: int = GUESTS_KEPT_MONTHS
    attendance_months: int = ATTENDANCE_KEPT_MONTHS


def months_after(day: date, months: int) -> date:
    """
    Give the same day so many months later, or the last one of a shorter month.

    >>> months_after(date(2026, 8, 31), 6), months_after(date(2027, 8, 31), 6)
    (datetime.date(2027, 2, 28), datetime.date(2028, 2, 29))
    """
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def guests_until(last: date, periods: Periods, *, prolonged: date | None) -> date:
    """Say up to which day the guest list is kept."""
    return _later(months_after(last, periods.guests_months), prolonged)


def attendance_until(
    last: date, periods: Periods, *, guests: date, prolonged: date | None
) -> date:
    """Say up to which day names stay beside arrivals; no less than the guest list."""
    planned = months_after(last, periods.attendance_months)
    return max(_later(planned, prolonged), guests)


def lapsed(until: date, *, today: date) -> bool:
    """Tell whether a day has passed; on the day itself data is still there."""
    return today > until


def _later(planned: date, prolonged: date | None) -> date:
    return planned if prolonged is None else max(planned, prolonged)
