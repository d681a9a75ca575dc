"""Visits to rooms: one room at a time, each act once, two doors at once."""

import asyncio
from datetime import timedelta
from uuid import uuid4

import pytest

from lip.attendance.actions.visit_rooms import RoomDoor, scan_at_room, take_back_visit
from lip.attendance.queries.rooms import counts_by_session, last_visits
from lip.attendance.rules.room_door import RoomOutcome, Way
from lip.conference.actions.presence import step_out
from lip.database import fetch
from lip.journal.queries import Filter, entries
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import COMMAND
from tests.attendances import at, enter, hold_conference
from tests.factories import KEYS, make_participant
from tests.programmes import make_room, make_session

pytestmark = pytest.mark.anyio

ELEVEN = "11:00"


async def visits():
    rows = await fetch(
        "SELECT came_at, left_at, inside FROM room_visit ORDER BY came_at"
    )
    return [(row["came_at"], row["left_at"], row["inside"] is not None) for row in rows]


async def acts(held) -> list[Act]:
    wanted = frozenset({Act.ROOM_ENTERED, Act.ROOM_LEFT, Act.ROOM_VISIT_TAKEN_BACK})
    found = await entries(Filter(scope=held.key, acts=wanted))
    return [one.act for one in sorted(found, key=lambda one: one.at)]


async def test_coming_twice_is_one_visit(db):
    held = await hold_conference()

    again = await enter(held, held.people[0].id, now=at(ELEVEN))

    assert again.outcome is RoomOutcome.CAME_BEFORE
    assert again.since == at("10:15")
    assert await visits() == [(at("10:15"), None, True)]


async def test_leaving_ends_the_visit_and_leaving_again_changes_nothing(db):
    held = await hold_conference()
    who = held.people[0].id

    left = await enter(held, who, now=at(ELEVEN), way=Way.OUT)
    again = await enter(held, who, now=at("11:10"), way=Way.OUT)

    assert (left.outcome, again.outcome) == (RoomOutcome.LEFT, RoomOutcome.NOT_INSIDE)
    assert await visits() == [(at("10:15"), at(ELEVEN), False)]
    assert await acts(held) == [Act.ROOM_ENTERED, Act.ROOM_LEFT]


async def test_who_comes_into_another_room_has_left_the_first(db):
    held = await hold_conference()
    other = await make_session(held.conference, at("10:00"), at("12:00"))

    moved = await enter(held, held.people[0].id, now=at(ELEVEN), session=other)

    assert moved.came_from == held.workshop.id
    assert await visits() == [
        (at("10:15"), at(ELEVEN), False),
        (at(ELEVEN), None, True),
    ]


async def test_the_same_request_answers_the_same_and_writes_nothing(db):
    held = await hold_conference(people=2)
    who, key = held.people[1].id, uuid4()

    first = await enter(held, who, now=at(ELEVEN), request=key)
    second = await enter(held, who, now=at("11:01"), request=key)

    assert (first.outcome, second.outcome) == (RoomOutcome.CAME, RoomOutcome.CAME)
    assert len(await visits()) == 2
    assert len(await acts(held)) == 2


async def test_who_was_not_let_in_today_is_sent_to_the_door(db):
    held = await hold_conference()
    bo = await make_participant(held.conference, given_name="Bo")

    answer = await enter(held, bo.id, now=at(ELEVEN))

    assert answer.outcome is RoomOutcome.NOT_CHECKED_IN
    assert answer.visitor is not None
    assert len(await visits()) == 1


async def test_who_has_stepped_out_comes_back_by_the_door_first(db):
    held = await hold_conference(people=2)
    who = held.people[1].id
    await step_out(who, conference=held.conference, by=COMMAND, now=at("10:20"))

    answer = await enter(held, who, now=at(ELEVEN))

    assert answer.outcome is RoomOutcome.STEPPED_OUT


async def test_a_person_of_another_conference_is_not_named(db):
    held = await hold_conference("eins")
    other = await hold_conference("zwei")

    answer = await enter(held, other.people[0].id, now=at(ELEVEN))

    assert answer.outcome is RoomOutcome.OTHER_CONFERENCE
    assert answer.visitor is None


@pytest.mark.parametrize("text", ["2345-6789-ABCD", "Unsinn", ""])
async def test_a_code_nobody_has_is_unknown(db, text):
    held = await hold_conference()
    door = RoomDoor(
        conference=held.conference,
        session=held.workshop,
        desk="Raumtür",
        by=COMMAND,
        now=at(ELEVEN),
    )

    answer = await scan_at_room(text, door, way=Way.IN, keys=KEYS, request=uuid4())

    assert answer.outcome is RoomOutcome.UNKNOWN


async def test_taking_back_leaves_no_visit_and_both_acts_in_the_journal(db):
    held = await hold_conference()
    door = RoomDoor(
        conference=held.conference,
        session=held.workshop,
        desk="Raumtür",
        by=COMMAND,
        now=at(ELEVEN),
    )

    for _ in range(2):
        await take_back_visit(held.people[0].id, door, request=uuid4())

    assert await visits() == []
    assert await acts(held) == [Act.ROOM_ENTERED, Act.ROOM_VISIT_TAKEN_BACK]


async def test_a_room_that_is_too_full_is_counted_all_the_same(db):
    held = await hold_conference(people=3)
    room = await make_room(held.conference, seats=2)
    small = await make_session(held.conference, at("10:00"), at("12:00"), room=room)

    answers = [
        await enter(held, one.id, now=at(ELEVEN), session=small) for one in held.people
    ]

    assert [one.outcome for one in answers] == [RoomOutcome.CAME] * 3
    assert [one.count.is_full for one in answers] == [False, True, True]
    assert answers[-1].count.too_many == 1


async def test_counts_and_last_visits_of_a_session(db):
    held = await hold_conference(people=3)
    for place, one in enumerate(held.people[1:]):
        await enter(held, one.id, now=at(ELEVEN) + timedelta(minutes=place))
    await enter(held, held.people[0].id, now=at("11:10"), way=Way.OUT)

    counts = await counts_by_session(held.conference, [held.workshop])
    lines = await last_visits(held.workshop.id)

    assert (counts[held.workshop.id].inside, counts[held.workshop.id].came) == (2, 3)
    assert [line.left_at for line in lines] == [None, None, at("11:10")]


async def test_two_doors_at_once_let_a_person_into_one_room(committed_db):
    held = await hold_conference(people=1)
    other = await make_session(held.conference, at("10:00"), at("12:00"))

    await asyncio.gather(
        *(
            enter(held, held.people[0].id, now=at(ELEVEN), session=session)
            for session in [held.workshop, other] * 4
        )
    )

    inside = [one for one in await visits() if one[2]]
    assert len(inside) == 1
