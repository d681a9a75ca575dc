"""Who may enter: the cases a helper meets, and what must hold for all others."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

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

BERLIN = ZoneInfo("Europe/Berlin")
FIRST_DAY, SECOND_DAY = date(2026, 11, 24), date(2026, 11, 25)


def at(day: date, hour: int, minute: int = 0) -> datetime:
    local = datetime(day.year, day.month, day.day, hour, minute, tzinfo=BERLIN)
    return local.astimezone(UTC)


DAYS = (
    Doors(day=FIRST_DAY, open=at(FIRST_DAY, 9), close=at(FIRST_DAY, 18)),
    Doors(day=SECOND_DAY, open=at(SECOND_DAY, 10), close=at(SECOND_DAY, 16)),
)
MORNING = at(FIRST_DAY, 9, 30)
CAME = Arrival(since=at(FIRST_DAY, 9, 5), desk="Tisch 1")
WENT = Arrival(since=at(FIRST_DAY, 9, 5), desk="Tisch 1", out_since=at(FIRST_DAY, 11))


def scanned(now=MORNING, *, days=DAYS, cancelled=False, only_on=None, arrival=None):
    return admit(
        days=days,
        doors=doors_now(days, now=now, zone=BERLIN),
        now=now,
        cancelled=cancelled,
        only_on=only_on,
        arrival=arrival,
    )


@pytest.mark.parametrize(
    "scan,expected",
    [
        pytest.param({}, Admitted(), id="registered"),
        pytest.param({"only_on": FIRST_DAY}, Admitted(), id="for this day only"),
        pytest.param({"now": DAYS[0].open}, Admitted(), id="the first second"),
        pytest.param({"now": DAYS[0].close}, Admitted(), id="the last second"),
        pytest.param({"arrival": CAME}, AlreadyInside(CAME), id="second scan"),
        pytest.param({"arrival": WENT}, SteppedOut(WENT), id="scan while outside"),
        pytest.param(
            {"arrival": CAME, "cancelled": True},
            AlreadyInside(CAME),
            id="cancelled after coming in",
        ),
        pytest.param(
            {"arrival": CAME, "now": at(FIRST_DAY, 19)},
            AlreadyInside(CAME),
            id="second scan after the doors have closed",
        ),
        pytest.param(
            {"arrival": CAME, "only_on": SECOND_DAY},
            AlreadyInside(CAME),
            id="inside on another day than registered",
        ),
        pytest.param({"cancelled": True}, TurnedAway(Reason.CANCELLED), id="cancelled"),
        pytest.param(
            {"cancelled": True, "only_on": SECOND_DAY, "now": at(FIRST_DAY, 8)},
            TurnedAway(Reason.CANCELLED),
            id="cancelled is said before day and hour",
        ),
        pytest.param(
            {"only_on": SECOND_DAY},
            TurnedAway(Reason.OTHER_DAY, day=SECOND_DAY),
            id="other day",
        ),
        pytest.param(
            {"only_on": SECOND_DAY, "now": at(FIRST_DAY, 8)},
            TurnedAway(Reason.OTHER_DAY, day=SECOND_DAY),
            id="the day is said before the hour",
        ),
        pytest.param(
            {"now": at(FIRST_DAY, 8, 59)},
            TurnedAway(Reason.NOT_YET_OPEN, at=DAYS[0].open),
            id="early",
        ),
        pytest.param(
            {"now": at(FIRST_DAY, 18, 1)},
            TurnedAway(Reason.CLOSED, at=DAYS[0].close),
            id="late",
        ),
        pytest.param(
            {"now": at(date(2026, 11, 23), 12)},
            TurnedAway(Reason.OTHER_DAY, day=FIRST_DAY),
            id="the day before",
        ),
        pytest.param(
            {"now": at(date(2026, 11, 26), 12)},
            TurnedAway(Reason.OTHER_DAY, day=SECOND_DAY),
            id="the day after names the last day",
        ),
        pytest.param(
            {"now": at(date(2026, 11, 23), 12), "only_on": SECOND_DAY},
            TurnedAway(Reason.OTHER_DAY, day=SECOND_DAY),
            id="the day before names the own day",
        ),
        pytest.param(
            {"days": ()}, TurnedAway(Reason.OTHER_DAY), id="conference without days"
        ),
    ],
)
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
