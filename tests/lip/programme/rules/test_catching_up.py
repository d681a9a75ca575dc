"""Catching up: what comes earlier again, and what it never does."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from lip.programme.rules.catching_up import caught_up
from lip.programme.rules.overlaps import overlap
from lip.programme.rules.shifting import Delay, Late, shifted
from tests.factories import BERLIN
from tests.lip.programme.rules.sessions import a_session
from tests.lip.programme.rules.test_shifting import DAY, DAYS, DELAYS, TALK, moved

MINUTES = st.integers(min_value=1, max_value=240)


def later(day, *delays):
    for delay in delays:
        day = moved(day, shifted(day, day[0], delay, zone=BERLIN))
    return day


def lates(day):
    return [(one.late_minutes, one.ends_late_minutes) for one in day]


def test_what_was_made_up_is_taken_back_from_everything_after_it():
    day = later(DAY, Delay(minutes=15))

    moves = caught_up(day, day[2], 10, begun=False, zone=BERLIN)

    assert lates(moved(day, moves)) == [(15, 15)] * 2 + [(5, 5)] * 4


def test_what_has_begun_only_ends_earlier():
    day = later(DAY, Delay(minutes=15))

    moves = caught_up(day, day[0], 10, begun=True, zone=BERLIN)

    assert lates(moved(day, moves)) == [(15, 15)] + [(5, 5)] * 5


def test_a_session_that_has_begun_late_keeps_its_length():
    day = later([TALK], Delay(minutes=15), Delay(minutes=5, lasts_longer=True))

    [move] = caught_up(day, day[0], 240, begun=True, zone=BERLIN)

    assert move.after == Late(15, 15)


def test_nothing_begins_before_its_room_is_free():
    first = a_session("10:00", "11:00")
    second = a_session("11:00", "12:00")
    day = later([first, second], Delay(minutes=20))

    moves = caught_up(day, day[1], 240, begun=False, zone=BERLIN)

    assert moves == ()


@given(day=DAYS, delays=st.lists(DELAYS, max_size=3), which=st.integers(0), m=MINUTES)
def test_it_never_goes_before_the_plan_and_never_makes_an_overlap(
    day, delays, which, m
):
    day = later(day, *delays)
    first = day[which % len(day)]

    for begun in (False, True):
        then = moved(day, caught_up(day, first, m, begun=begun, zone=BERLIN))

        for before, now in zip(day, then, strict=True):
            assert now.starts_at <= now.begins <= before.begins
            assert now.begins < now.ends <= before.ends
        for a, b in combinations(range(len(day)), 2):
            if day[a].room == day[b].room and not overlap(day[a], day[b]):
                assert not overlap(then[a], then[b])


@given(day=DAYS, delays=st.lists(DELAYS, max_size=3))
def test_back_to_plan_from_the_beginning_is_the_plan(day, delays):
    day = [one for one in day if one.room == day[0].room][:1]
    late = later(day, *delays)

    moves = caught_up(late, late[0], 240 * 3, begun=False, zone=BERLIN)

    assert lates(moved(late, moves)) == [(0, 0)]
