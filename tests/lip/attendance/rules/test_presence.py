"""Hours of presence: exact minutes, whatever clocks and doors do."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lip.attendance.rules.presence import (
    Stay,
    Timed,
    Visit,
    day_of,
    end_of,
    presence_on,
    sessions_visited,
)
from lip.attendance.rules.stretches import (
    Stretch,
    common,
    joined,
    minutes_in,
    stretch,
    without,
)
from lip.conference.rules.admission import Doors

BERLIN = ZoneInfo("Europe/Berlin")
DAY = date(2026, 11, 21)
WORKSHOP, TALK = UUID(int=1), UUID(int=2)


def at(clock: str, day: date = DAY) -> datetime:
    hour, minute = map(int, clock.split(":"))
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=BERLIN)


def stay(came: str, *absences: tuple[str, str], out: str = "") -> Stay:
    return Stay(
        day=DAY,
        came_at=at(came),
        absences=tuple((at(left), at(back)) for left, back in absences),
        out_since=at(out) if out else None,
    )


@pytest.mark.parametrize(
    "one, until, minutes, left",
    [
        pytest.param(stay("09:00"), "17:00", 480, "17:00", id="the whole day"),
        pytest.param(stay("08:59"), "17:00", 481, "17:00", id="every minute counts"),
        pytest.param(
            stay("09:00", ("12:00", "13:00")), "17:00", 420, "17:00", id="one break"
        ),
        pytest.param(
            stay("09:00", ("12:00", "13:00"), ("12:30", "13:30")),
            "17:00",
            390,
            "17:00",
            id="what overlaps is cut once",
        ),
        pytest.param(
            stay("09:00", out="15:00"), "17:00", 360, "15:00", id="never came back"
        ),
        pytest.param(
            stay("09:00", ("10:00", "11:00"), out="15:00"),
            "17:00",
            300,
            "15:00",
            id="out twice, the second time for good",
        ),
        pytest.param(
            stay("09:00", out="18:00"), "17:00", 480, "17:00", id="left after the end"
        ),
        pytest.param(
            stay("09:00", ("16:30", "18:00")),
            "17:00",
            450,
            "16:30",
            id="came back after the end",
        ),
        pytest.param(stay("17:30"), "17:00", 0, "17:30", id="came after the end"),
        pytest.param(
            stay("09:00", ("09:00", "17:00")), "17:00", 0, "09:00", id="always outside"
        ),
        pytest.param(
            stay("09:00", out="09:00"), "17:00", 0, "09:00", id="left at once"
        ),
    ],
)
def test_presence_is_counted_in_exact_minutes(one, until, minutes, left):
    presence = presence_on(one, until=at(until))

    assert presence.minutes == minutes
    assert presence.left_at == at(left)


def test_a_night_in_which_clocks_go_back_has_an_hour_more():
    """On the last Sunday of October 2:00 to 3:00 comes twice."""
    sunday = date(2026, 10, 25)
    came = datetime(2026, 10, 24, 22, 0, tzinfo=BERLIN)
    one = Stay(day=date(2026, 10, 24), came_at=came)

    presence = presence_on(one, until=at("06:00", sunday))

    assert presence.minutes == 9 * 60


def test_an_absence_across_the_clock_change_is_as_long_as_it_really_was():
    saturday, sunday = date(2026, 10, 24), date(2026, 10, 25)
    one = Stay(
        day=saturday,
        came_at=at("23:00", saturday),
        absences=((at("01:30", sunday), at("03:30", sunday)),),
    )

    presence = presence_on(one, until=at("04:00", sunday))

    assert presence.minutes == 6 * 60 - 3 * 60


def test_a_night_in_which_clocks_go_forward_has_an_hour_less():
    saturday, sunday = date(2026, 3, 28), date(2026, 3, 29)
    one = Stay(day=saturday, came_at=at("22:00", saturday))

    assert presence_on(one, until=at("06:00", sunday)).minutes == 7 * 60


def test_a_day_of_clock_change_that_begins_in_the_morning_is_as_long_as_any():
    sunday = date(2026, 10, 25)
    one = Stay(day=sunday, came_at=at("09:00", sunday))

    assert presence_on(one, until=at("17:00", sunday)).minutes == 480


def doors(day: date = DAY, opens: str = "08:00", closes: str = "18:00") -> Doors:
    return Doors(day=day, open=at(opens, day), close=at(closes, day))


def timed(one: UUID, begins: str, ends: str, day: date = DAY) -> Timed:
    return Timed(id=one, begins=at(begins, day), ends=at(ends, day))


def test_a_day_ends_with_its_last_session_as_late_as_it_really_was():
    days = (doors(closes="10:00"), doors(DAY + timedelta(days=1)))
    sessions = [
        timed(TALK, "09:00", "12:00"),
        timed(WORKSHOP, "13:00", "17:20"),
        timed(WORKSHOP, "09:00", "15:00", DAY + timedelta(days=1)),
    ]

    ends = [end_of(one, sessions, days=days, zone=BERLIN) for one in days]

    assert ends == [at("17:20"), at("15:00", DAY + timedelta(days=1))]


def test_without_a_programme_a_day_ends_with_its_doors():
    one = doors()

    assert end_of(one, [], days=[one], zone=BERLIN) == one.close


def test_what_begins_after_midnight_belongs_to_the_day_whose_doors_are_open():
    late = Doors(day=DAY, open=at("18:00"), close=at("02:00", DAY + timedelta(days=1)))

    assert day_of(at("01:00", DAY + timedelta(days=1)), [late], BERLIN) == DAY


def test_a_session_counts_while_it_is_on_and_while_one_is_there():
    sessions = [timed(WORKSHOP, "10:00", "11:30"), timed(TALK, "11:30", "12:00")]
    visits = [
        Visit(session=WORKSHOP, came_at=at("09:50"), left_at=at("10:20")),
        Visit(session=WORKSHOP, came_at=at("10:40"), left_at=None),
    ]
    there = presence_on(stay("09:00", ("11:00", "11:15")), until=at("17:00")).stretches

    found = sessions_visited(visits, sessions, there=there)

    assert [(one.session, one.minutes) for one in found] == [(WORKSHOP, 20 + 50 - 15)]


def test_who_was_not_let_in_was_in_no_session():
    sessions = [timed(WORKSHOP, "10:00", "11:30")]
    visits = [Visit(session=WORKSHOP, came_at=at("10:00"))]

    assert sessions_visited(visits, sessions, there=()) == ()


# ---- Properties ----

START = datetime(2026, 10, 24, 20, tzinfo=UTC)
moments = st.integers(0, 40 * 60).map(lambda minute: START + timedelta(minutes=minute))
parts = st.lists(st.tuples(moments, moments), max_size=6).map(
    lambda pairs: [piece for pair in pairs for piece in stretch(*pair)]
)


def minutes_one_by_one(some: list[Stretch]) -> set[datetime]:
    return {
        START + timedelta(minutes=minute)
        for minute in range(40 * 60)
        if any(one.begin <= START + timedelta(minutes=minute) < one.end for one in some)
    }


@settings(deadline=None, max_examples=50)  # counting one by one takes its time
@given(parts, parts)
def test_cutting_and_comparing_agree_with_counting_minute_by_minute(some, others):
    mine, theirs = minutes_one_by_one(some), minutes_one_by_one(others)

    assert minutes_in(some) == len(mine)
    assert minutes_in(common(some, others)) == len(mine & theirs)
    assert minutes_in(without(some, others)) == len(mine - theirs)


@given(parts)
def test_joined_stretches_are_in_order_and_do_not_touch(some):
    found = joined(some)

    assert all(one.end < after.begin for one, after in pairwise(found))


@given(moments, st.lists(st.tuples(moments, moments), max_size=5), moments)
def test_presence_is_never_longer_than_from_coming_to_the_end(came, gaps, until):
    ordered = tuple((min(pair), max(pair)) for pair in gaps)
    one = Stay(day=DAY, came_at=came, absences=ordered)

    presence = presence_on(one, until=until)

    longest = max(timedelta(0), until - came) // timedelta(minutes=1)
    assert 0 <= presence.minutes <= longest
    assert presence.left_at <= max(came, until)


@given(moments, st.lists(st.tuples(moments, moments), max_size=5), moments)
def test_zone_and_order_never_matter(came, gaps, until):
    ordered = [(min(pair), max(pair)) for pair in gaps]
    here = Stay(
        day=DAY,
        came_at=came.astimezone(BERLIN),
        absences=tuple(
            (left.astimezone(BERLIN), back.astimezone(BERLIN))
            for left, back in reversed(ordered)
        ),
    )
    there = Stay(day=DAY, came_at=came, absences=tuple(ordered))

    assert (
        presence_on(here, until=until.astimezone(BERLIN)).minutes
        == presence_on(there, until=until).minutes
    )
