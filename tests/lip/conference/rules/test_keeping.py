"""Periods: months' ends, prolonging, two days."""

from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lip.conference.rules.keeping import (
    Periods,
    attendance_until,
    guests_until,
    lapsed,
    months_after,
)

DAYS = st.dates(min_value=date(2020, 1, 1), max_value=date(2060, 12, 31))
MONTHS = st.integers(min_value=1, max_value=120)
USUAL = Periods(guests_months=6, attendance_months=12)


@pytest.mark.parametrize(
    "day, months, after",
    [
        (date(2026, 11, 24), 6, date(2027, 5, 24)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2027, 8, 31), 6, date(2028, 2, 29)),
        (date(2026, 3, 31), 1, date(2026, 4, 30)),
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2026, 11, 30), 0, date(2026, 11, 30)),
        (date(2026, 12, 1), 120, date(2036, 12, 1)),
    ],
)
def test_months_end_on_the_same_day_or_the_last_one(
    day: date, months: int, after: date
):
    assert months_after(day, months) == after


@given(day=DAYS, months=MONTHS)
def test_months_lead_into_the_month_that_was_meant(day: date, months: int):
    after = months_after(day, months)

    number = (after.year - day.year) * 12 + after.month - day.month
    assert number == months
    assert after.day == min(day.day, monthrange(after.year, after.month)[1])


@given(day=DAYS, fewer=MONTHS, more=MONTHS)
def test_more_months_never_end_earlier(day: date, fewer: int, more: int):
    low, high = sorted((fewer, more))

    assert months_after(day, low) <= months_after(day, high)


@given(
    last=DAYS,
    guests=MONTHS,
    attendance=MONTHS,
    prolonged=st.none() | DAYS,
    held=st.none() | DAYS,
)
def test_attendance_never_ends_before_the_guest_list(
    last: date,
    guests: int,
    attendance: int,
    prolonged: date | None,
    held: date | None,
):
    periods = Periods(guests_months=guests, attendance_months=attendance)

    list_ends = guests_until(last, periods, prolonged=prolonged)
    ends = attendance_until(last, periods, guests=list_ends, prolonged=held)

    assert ends >= list_ends >= months_after(last, guests)
    assert prolonged is None or list_ends >= prolonged
    assert held is None or ends >= held


def test_prolonging_never_shortens():
    last = date(2026, 11, 24)

    early = guests_until(last, USUAL, prolonged=date(2026, 12, 1))
    late = guests_until(last, USUAL, prolonged=date(2027, 12, 1))

    assert (early, late) == (date(2027, 5, 24), date(2027, 12, 1))


@given(until=DAYS)
def test_on_the_last_day_data_is_still_there(until: date):
    assert not lapsed(until, today=until)
    assert lapsed(until, today=until + timedelta(days=1))
