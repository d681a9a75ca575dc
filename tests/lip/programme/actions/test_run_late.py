"""Running late on real rows: once per request, together, and back again."""

import asyncio
from datetime import timedelta
from uuid import uuid4

import pytest

from lip.errors import Conflict, NotFound, TooLate, Unusable
from lip.journal.queries import Filter, entries
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import COMMAND
from lip.programme.actions.plan_session import (
    SessionWish,
    call_session_off,
    change_session,
)
from lip.programme.actions.run_late import run_late, undo_shift
from lip.programme.queries.sessions import programme_of, session_by_id
from lip.programme.queries.shifts import last_shift
from lip.programme.rules.session_kinds import SessionKind
from lip.programme.rules.shifting import Delay
from lip.said import Said
from tests.factories import clock, make_conference
from tests.programmes import at, make_room, make_session

pytestmark = pytest.mark.anyio

NOW = at("09:00")
TEN = Delay(minutes=10)


async def a_day():
    place = await make_conference()
    room = await make_room(place)
    talk = await make_session(place, at("10:00"), at("11:00"), room=room)
    pause = await make_session(
        place, at("11:00"), at("11:30"), kind=SessionKind.BREAK, room=room
    )
    vote = await make_session(place, at("11:30"), at("12:00"), room=room)
    return place, talk, pause, vote


async def lates(place) -> list[tuple[int, int]]:
    there = await programme_of(place.id)
    return [(one.late_minutes, one.ends_late_minutes) for one in there]


async def test_the_rest_of_the_day_moves_and_calendars_learn_of_it(db):
    place, talk, _pause, _vote = await a_day()

    moves = await run_late(talk.id, TEN, conference=place, by=COMMAND, now=NOW)

    assert len(moves) == 3
    assert await lates(place) == [(10, 10)] * 3
    there = await session_by_id(talk.id, conference=place.id)
    assert (there.version, there.changed_at) == (1, NOW)


async def test_made_up_minutes_are_taken_back_once_per_request_and_undone(db):
    place, talk, *_ = await a_day()
    before, twenty = NOW - timedelta(minutes=1), Delay(minutes=20)
    await run_late(talk.id, twenty, conference=place, by=COMMAND, now=before)
    back, request = Delay(minutes=-5), uuid4()

    for _ in range(2):
        await run_late(
            talk.id, back, conference=place, by=COMMAND, now=NOW, request=request
        )
    made_up = await lates(place)
    shift = await last_shift(place.id)
    assert shift
    await undo_shift(shift.id, conference=place, by=COMMAND, now=NOW)

    assert made_up == [(15, 15)] * 3
    assert await lates(place) == [(20, 20)] * 3


async def test_who_is_on_time_has_nothing_to_make_up(db):
    place, talk, *_ = await a_day()

    moves = await run_late(
        talk.id, Delay(minutes=-5), conference=place, by=COMMAND, now=NOW
    )

    assert moves == ()
    assert await last_shift(place.id) is None


async def test_it_is_written_down_without_names(db):
    place, talk, *_ = await a_day()

    await run_late(talk.id, TEN, conference=place, by=COMMAND, now=NOW)

    [entry] = await entries(Filter(acts=frozenset({Act.AGENDA_SHIFTED})))
    assert entry.subject == talk.id
    assert entry.facts == {"minutes": 10, "sessions": 3}


async def test_the_same_request_moves_once(db):
    place, talk, *_ = await a_day()
    request = uuid4()

    for _ in range(2):
        await run_late(
            talk.id, TEN, conference=place, by=COMMAND, now=NOW, request=request
        )

    assert await lates(place) == [(10, 10)] * 3


async def test_undo_restores_exactly(db):
    place, talk, _pause, vote = await a_day()
    shorten = Delay(minutes=15, shorten_breaks=True)
    await run_late(vote.id, TEN, conference=place, by=COMMAND, now=NOW)
    before = await lates(place)
    await run_late(
        talk.id, shorten, conference=place, by=COMMAND, now=NOW + timedelta(minutes=1)
    )
    shift = await last_shift(place.id)
    assert shift
    assert await lates(place) != before

    back = await undo_shift(shift.id, conference=place, by=COMMAND, now=NOW)

    assert back == 2
    assert await lates(place) == before


async def test_shifts_are_undone_from_the_last_to_the_first(db):
    place, talk, *_ = await a_day()
    for minute in range(2):
        await run_late(
            talk.id,
            TEN,
            conference=place,
            by=COMMAND,
            now=NOW + timedelta(minutes=minute),
        )
    second = await last_shift(place.id)
    assert second

    await undo_shift(second.id, conference=place, by=COMMAND, now=NOW)
    again = await undo_shift(second.id, conference=place, by=COMMAND, now=NOW)
    first = await last_shift(place.id)

    assert again == 0
    assert await lates(place) == [(10, 10)] * 3
    assert first
    assert first.id != second.id


async def test_undo_leaves_what_was_given_other_times_meanwhile(db):
    place, talk, _pause, vote = await a_day()
    await run_late(talk.id, TEN, conference=place, by=COMMAND, now=NOW)
    wish = SessionWish(
        title=Said.of(de="Später"), starts_at=at("15:00"), ends_at=at("16:00")
    )
    await change_session(vote.id, wish, conference=place, by=COMMAND, now=NOW)
    shift = await last_shift(place.id)
    assert shift

    back = await undo_shift(shift.id, conference=place, by=COMMAND, now=NOW)

    assert back == 2
    there = await session_by_id(vote.id, conference=place.id)
    assert (there.begins, there.late_minutes) == (at("15:00"), 0)


@pytest.mark.parametrize("minutes", [0, -241, 241])
async def test_minutes_have_bounds(db, minutes: int):
    place, talk, *_ = await a_day()

    with pytest.raises(Unusable, match="delay_out_of_range"):
        await run_late(
            talk.id, Delay(minutes=minutes), conference=place, by=COMMAND, now=NOW
        )


async def test_what_is_over_or_called_off_cannot_be_late(db):
    place, talk, pause, _vote = await a_day()
    await call_session_off(pause.id, conference=place, by=COMMAND, now=NOW)

    with pytest.raises(TooLate, match="session_is_over"):
        await run_late(talk.id, TEN, conference=place, by=COMMAND, now=at("11:00"))
    with pytest.raises(Conflict, match="session_is_called_off"):
        await run_late(pause.id, TEN, conference=place, by=COMMAND, now=NOW)


async def test_a_session_of_another_conference_is_not_found(db):
    place, *_ = await a_day()
    other = await make_conference("andere")
    foreign = await make_session(other)

    with pytest.raises(NotFound):
        await run_late(foreign.id, TEN, conference=place, by=COMMAND, now=clock())


async def test_two_organisers_at_once_both_count(committed_db):
    place, talk, *_ = await a_day()

    await asyncio.gather(
        *(
            run_late(talk.id, TEN, conference=place, by=COMMAND, now=NOW)
            for _ in range(5)
        )
    )

    assert await lates(place) == [(50, 50)] * 3
