"""Who may enter: the cases a helper meets, and what must hold for all others."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lip.conference.rules.admission import (
    Admitted,
    AlreadyInside,
    Arrival,
    Doors,
    Reason,
    SteppedOut,
    TurnedAway,
    admit,
    doors_now,
)
from tests.lip.conference.rules.admission_cases import (
    BERLIN,
    CASES,
    DAYS,
    FIRST_DAY,
    MORNING,
    SECOND_DAY,
    at,
)


def scanned(now=MORNING, *, days=DAYS, cancelled=False, only_on=None, **more):
    return admit(
        days=days,
        doors=doors_now(days, now=now, zone=BERLIN),
        now=now,
        cancelled=cancelled,
        only_on=only_on,
        **({"arrival": None} | more),
    )


@pytest.mark.parametrize("scan,expected", CASES)
def test_scan_comes_to(scan, expected):
    assert scanned(**scan) == expected


def test_doors_open_past_midnight_belong_to_the_day_they_opened():
    night = Doors(day=FIRST_DAY, open=at(FIRST_DAY, 20), close=at(SECOND_DAY, 2))

    found = doors_now([night], now=at(SECOND_DAY, 1), zone=BERLIN)

    assert found == night


def test_day_is_that_of_the_place_not_of_the_server():
    just_after_midnight = datetime(2026, 11, 23, 23, 30, tzinfo=UTC)

    found = doors_now(DAYS, now=just_after_midnight, zone=BERLIN)

    assert found == DAYS[0]


moments = st.datetimes(
    min_value=datetime(2026, 11, 22),  # noqa: DTZ001 - hypothesis adds the zone
    max_value=datetime(2026, 11, 28),  # noqa: DTZ001
    timezones=st.just(UTC),
)


@st.composite
def conference_days(draw):
    first = draw(st.dates(FIRST_DAY, date(2026, 11, 26)))
    days = [first + timedelta(days=n) for n in range(draw(st.integers(0, 3)))]
    hours = [
        sorted(draw(st.tuples(st.integers(0, 22), st.integers(0, 22)))) for _ in days
    ]
    return tuple(
        Doors(day=day, open=at(day, early), close=at(day, late, 59))
        for day, (early, late) in zip(days, hours, strict=True)
    )


arrivals = st.builds(
    Arrival,
    since=moments,
    desk=st.text(max_size=10),
    out_since=st.none() | moments,
)
only_days = st.none() | st.dates(FIRST_DAY, date(2026, 11, 28))


@given(conference_days(), moments, st.booleans(), only_days, arrivals)
def test_second_scan_is_never_turned_away_and_changes_nothing(
    days, now, cancelled, only_on, arrival
):
    answer = scanned(
        now, days=days, cancelled=cancelled, only_on=only_on, arrival=arrival
    )

    assert isinstance(answer, SteppedOut if arrival.out_since else AlreadyInside)
    assert answer.arrival == arrival


@given(conference_days(), moments, st.booleans(), only_days)
def test_welcome_means_registered_for_today_with_the_doors_open(
    days, now, cancelled, only_on
):
    answer = scanned(now, days=days, cancelled=cancelled, only_on=only_on)

    open_today = [doors for doors in days if doors.open <= now <= doors.close]
    right_day = any(only_on in {None, doors.day} for doors in open_today)
    assert (answer == Admitted()) == (right_day and not cancelled)


@given(conference_days(), moments, st.booleans(), only_days)
def test_who_is_turned_away_learns_when_it_would_be_right(
    days, now, cancelled, only_on
):
    answer = scanned(now, days=days, cancelled=cancelled, only_on=only_on)

    if not isinstance(answer, TurnedAway):
        return
    assert (answer.reason is Reason.CANCELLED) == cancelled
    if answer.reason is Reason.OTHER_DAY and days:
        assert answer.day is not None
    if answer.reason is Reason.NOT_YET_OPEN:
        assert answer.at > now
    if answer.reason is Reason.CLOSED:
        assert answer.at < now
