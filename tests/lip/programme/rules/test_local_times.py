"""Local times where a clock goes forward or back."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from lip.programme.rules.local_times import Never, Twice, is_twice, moment
from tests.factories import BERLIN

CASES = [
    (date(2026, 11, 28), time(9), datetime(2026, 11, 28, 8, tzinfo=UTC)),
    (date(2026, 7, 1), time(9), datetime(2026, 7, 1, 7, tzinfo=UTC)),
    (date(2026, 10, 25), time(1, 59), datetime(2026, 10, 24, 23, 59, tzinfo=UTC)),
    (
        date(2026, 10, 25),
        time(2),
        Twice(
            datetime(2026, 10, 25, 0, tzinfo=UTC), datetime(2026, 10, 25, 1, tzinfo=UTC)
        ),
    ),
    (
        date(2026, 10, 25),
        time(2, 59),
        Twice(
            datetime(2026, 10, 25, 0, 59, tzinfo=UTC),
            datetime(2026, 10, 25, 1, 59, tzinfo=UTC),
        ),
    ),
    (date(2026, 10, 25), time(3), datetime(2026, 10, 25, 2, tzinfo=UTC)),
    (date(2026, 3, 29), time(1, 59), datetime(2026, 3, 29, 0, 59, tzinfo=UTC)),
    (date(2026, 3, 29), time(2, 0), Never(time(3, 0))),
    (date(2026, 3, 29), time(2, 59), Never(time(3, 59))),
    (date(2026, 3, 29), time(3), datetime(2026, 3, 29, 1, tzinfo=UTC)),
]


@pytest.mark.parametrize("day, at, wanted", CASES)
def test_a_local_time_is_one_moment_or_two_or_none(day, at, wanted):
    assert moment(day, at, BERLIN) == wanted


def test_a_moment_knows_whether_its_local_time_comes_twice():
    assert is_twice(datetime(2026, 10, 25, 0, 30, tzinfo=UTC), BERLIN)
    assert is_twice(datetime(2026, 10, 25, 1, 30, tzinfo=UTC), BERLIN)
    assert not is_twice(datetime(2026, 10, 25, 2, 30, tzinfo=UTC), BERLIN)


def test_a_zone_without_clock_changes_has_neither():
    at = moment(date(2026, 10, 25), time(2, 30), ZoneInfo("UTC"))

    assert at == datetime(2026, 10, 25, 2, 30, tzinfo=UTC)
