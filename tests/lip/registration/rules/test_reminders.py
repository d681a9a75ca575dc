"""Reminders go out on the day before, by the clock of the conference."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lip.registration.rules.reminders import (
    day_to_remind_of,
    is_reminded_of,
    window_before,
)

BERLIN = ZoneInfo("Europe/Berlin")
SUNDAY = date(2026, 10, 25)  # clocks go back at three
MONDAY = date(2026, 10, 26)


@pytest.mark.parametrize(
    "moment, reminds",
    [
        (datetime(2026, 10, 24, 7, 59, tzinfo=UTC), False),  # 9:59 in summer time
        (datetime(2026, 10, 24, 8, 0, tzinfo=UTC), True),
        (datetime(2026, 10, 24, 21, 59, tzinfo=UTC), True),
        (datetime(2026, 10, 24, 22, 0, tzinfo=UTC), False),  # midnight
    ],
)
def test_the_day_before_is_told_by_the_local_clock(moment: datetime, reminds: bool):
    assert (moment in window_before(SUNDAY, BERLIN)) == reminds


def test_the_day_on_which_clocks_change_is_a_day_like_others():
    assert datetime(2026, 10, 25, 9, 0, tzinfo=UTC) in window_before(MONDAY, BERLIN)
    assert datetime(2026, 10, 25, 8, 0, tzinfo=UTC) not in window_before(MONDAY, BERLIN)


def test_over_two_days_each_is_reminded_of_her_own_first_day():
    days = [SUNDAY, MONDAY]
    saturday_noon = datetime(2026, 10, 24, 10, tzinfo=UTC)
    sunday_noon = datetime(2026, 10, 25, 11, tzinfo=UTC)

    assert day_to_remind_of(days, BERLIN, saturday_noon) == SUNDAY
    assert day_to_remind_of(days, BERLIN, sunday_noon) == MONDAY
    assert is_reminded_of(SUNDAY, days, None)
    assert not is_reminded_of(MONDAY, days, None)
    assert is_reminded_of(MONDAY, days, MONDAY)
    assert not is_reminded_of(SUNDAY, days, MONDAY)


@given(
    st.integers(0, 2 * 366 * 24 * 60).map(
        lambda minutes: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    )
)
def test_nobody_is_reminded_on_the_day_itself_or_two_days_before(moment: datetime):
    day = moment.astimezone(BERLIN).date()

    for other in (day, day + timedelta(days=2)):
        assert moment not in window_before(other, BERLIN)
