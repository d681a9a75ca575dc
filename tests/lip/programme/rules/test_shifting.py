"""Running late: what moves, and what it never does."""

from dataclasses import replace
from datetime import timedelta
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lip.programme.rules.overlaps import overlap
from lip.programme.rules.session_kinds import SessionKind
from lip.programme.rules.sessions import SessionFacts
from lip.programme.rules.shifting import (
    LEFT_OF_A_BREAK,
    Delay,
    Late,
    Move,
    late_now,
    shifted,
)
from tests.factories import BERLIN
from tests.lip.programme.rules.sessions import a_break, a_session
from tests.programmes import at

TALK = a_session("10:00", "11:00")
PAUSE = a_break("11:00", "11:30")
HALL = a_session("11:30", "12:30", "Saal")
SMALL = a_session("11:30", "12:30", "Klein")
LUNCH = a_break("12:30", "13:30")
VOTE = a_session("13:30", "14:00")
DAY = [TALK, PAUSE, HALL, SMALL, LUNCH, VOTE]
NAMES = {
    TALK.id: "talk",
    PAUSE.id: "pause",
    HALL.id: "hall",
    SMALL.id: "small",
    LUNCH.id: "lunch",
    VOTE.id: "vote",
}


def after(moves: list[Move] | tuple[Move, ...]) -> dict[str, tuple[int, int]]:
    return {NAMES[one.session]: (one.after.begins, one.after.ends) for one in moves}


def moved(sessions, moves) -> list[SessionFacts]:
    by_id = {one.session: one.after for one in moves}
    return [
        replace(
            one,
            late_minutes=by_id[one.id].begins,
            ends_late_minutes=by_id[one.id].ends,
        )
        if one.id in by_id
        else one
        for one in sessions
    ]


CASES = {
    "everything after it moves as much": (
        TALK,
        Delay(minutes=10),
        dict.fromkeys(NAMES.values(), (10, 10)),
    ),
    "what runs beside it stays": (
        HALL,
        Delay(minutes=10),
        {"hall": (10, 10), "lunch": (10, 10), "vote": (10, 10)},
    ),
    "what runs beside it moves if wanted": (
        HALL,
        Delay(minutes=10, parallel=True),
        dict.fromkeys(("hall", "small", "lunch", "vote"), (10, 10)),
    ),
    "what runs and lasts longer begins when it did": (
        TALK,
        Delay(minutes=10, lasts_longer=True),
        dict.fromkeys(NAMES.values(), (10, 10)) | {"talk": (0, 10)},
    ),
    "what ends beside it lasts longer as well if wanted": (
        HALL,
        Delay(minutes=10, lasts_longer=True, parallel=True),
        {"hall": (0, 10), "small": (0, 10), "lunch": (10, 10), "vote": (10, 10)},
    ),
    "a break takes up all of it": (
        TALK,
        Delay(minutes=10, shorten_breaks=True),
        {"talk": (10, 10), "pause": (10, 0)},
    ),
    "a break keeps ten minutes, the next takes up the rest": (
        TALK,
        Delay(minutes=30, shorten_breaks=True),
        {
            "talk": (30, 30),
            "pause": (30, 10),
            "hall": (10, 10),
            "small": (10, 10),
            "lunch": (10, 0),
        },
    ),
    "a break that begins later is shorter itself": (
        PAUSE,
        Delay(minutes=15, shorten_breaks=True),
        {"pause": (15, 0)},
    ),
    "a break that lasts longer does not take itself up": (
        PAUSE,
        Delay(minutes=15, lasts_longer=True, shorten_breaks=True),
        {"pause": (0, 15), "hall": (15, 15), "small": (15, 15), "lunch": (15, 0)},
    ),
}


@pytest.mark.parametrize("late, delay, wanted", CASES.values(), ids=CASES)
def test_what_moves(late: SessionFacts, delay: Delay, wanted: dict):
    assert after(shifted(DAY, late, delay, zone=BERLIN)) == wanted


def test_a_break_during_which_something_goes_on_takes_up_nothing():
    long = a_session("11:15", "11:45", "Klein")
    day = [TALK, PAUSE, long, HALL]

    moves = shifted(day, TALK, Delay(minutes=10, shorten_breaks=True), zone=BERLIN)

    assert {one.after for one in moves} == {Late(10, 10)}


def test_the_same_break_in_two_rooms_takes_up_once():
    twin = a_break("11:00", "11:30", "Hof")
    delay = Delay(minutes=30, shorten_breaks=True)

    moves = shifted([TALK, PAUSE, twin, HALL], TALK, delay, zone=BERLIN)

    by_id = {one.session: one.after for one in moves}
    assert by_id[PAUSE.id] == by_id[twin.id] == Late(30, 10)
    assert by_id[HALL.id] == Late(10, 10)


def test_a_second_delay_adds_to_the_first():
    first = shifted(DAY, TALK, Delay(minutes=5), zone=BERLIN)
    day = moved(DAY, first)

    moves = shifted(day, day[4], Delay(minutes=10), zone=BERLIN)

    assert after(moves) == {"lunch": (15, 15), "vote": (15, 15)}
    assert {one.before for one in moves} == {Late(5, 5)}


def test_other_days_and_what_is_called_off_stay():
    tomorrow = a_session(at("10:00") + timedelta(days=1), at("11:00") + timedelta(1))
    off = replace(HALL, called_off_at=at("08:00"))

    moves = shifted([TALK, off, tomorrow], TALK, Delay(minutes=10), zone=BERLIN)

    assert [one.session for one in moves] == [TALK.id]


MINUTES = st.integers(min_value=0, max_value=55).map(lambda n: n * 10)


@st.composite
def sessions(draw) -> SessionFacts:
    begins = at("08:00") + timedelta(minutes=draw(MINUTES))
    length = draw(st.sampled_from([5, 10, 15, 30, 45, 60, 90]))
    return a_session(
        begins,
        begins + timedelta(minutes=length),
        draw(st.sampled_from(["A", "B", "C"])),
        kind=draw(st.sampled_from([SessionKind.BREAK, SessionKind.TALK])),
    )


DAYS = st.lists(sessions(), min_size=1, max_size=12)
DELAYS = st.builds(
    Delay,
    minutes=st.integers(min_value=1, max_value=240),
    lasts_longer=st.booleans(),
    parallel=st.booleans(),
    shorten_breaks=st.booleans(),
)


@given(day=DAYS, which=st.integers(min_value=0), delays=st.lists(DELAYS, max_size=3))
def test_nothing_overlaps_in_a_room_that_did_not_before(day, which, delays):
    for delay in delays:
        late = day[which % len(day)]

        then = moved(day, shifted(day, late, delay, zone=BERLIN))

        for a, b in combinations(range(len(day)), 2):
            if day[a].room == day[b].room and not overlap(day[a], day[b]):
                assert not overlap(then[a], then[b])
        day = then


@given(day=DAYS, which=st.integers(min_value=0), delay=DELAYS)
def test_the_order_in_each_room_is_kept_and_nothing_becomes_earlier(day, which, delay):
    late = day[which % len(day)]

    then = moved(day, shifted(day, late, delay, zone=BERLIN))

    for before, now in zip(day, then, strict=True):
        assert now.begins >= before.begins
        assert now.ends >= before.ends
        assert now.ends > now.begins
    for a, b in combinations(range(len(day)), 2):
        if day[a].room == day[b].room and day[a].ends <= day[b].begins:
            assert then[a].ends <= then[b].begins


@given(day=DAYS, which=st.integers(min_value=0), delay=DELAYS)
def test_a_shortened_break_keeps_ten_minutes(day, which, delay):
    late = day[which % len(day)]

    then = moved(day, shifted(day, late, delay, zone=BERLIN))

    for before, now in zip(day, then, strict=True):
        length, left = before.ends - before.begins, now.ends - now.begins
        if before.kind is SessionKind.BREAK and left < length:
            assert left >= timedelta(minutes=LEFT_OF_A_BREAK)
        if before.kind is not SessionKind.BREAK:
            assert left >= length


@given(day=DAYS, which=st.integers(min_value=0), delay=DELAYS)
def test_going_back_restores_exactly(day, which, delay):
    late = day[which % len(day)]
    moves = shifted(day, late, delay, zone=BERLIN)
    then = moved(day, moves)

    back = moved(
        then,
        [
            Move(session=one.session, before=one.after, after=one.before)
            for one in moves
        ],
    )

    assert back == day
    assert all(
        late_now(now) == one.after
        for one in moves
        for now in then
        if now.id == one.session
    )
