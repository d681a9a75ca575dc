"""A person is erased for good; her place goes to the next one; erased twice is once."""

import asyncio

import pytest

from lip.conference.queries.erased import erased_at
from lip.conference.tables import CheckIn, Need, Participant
from lip.contributions import KINDS
from lip.database import fetch
from lip.journal.queries import Filter, entries
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import COMMAND, Actor, ActorKind
from lip.retention.actions.erase import erase_person
from lip.retention.queries.records import all_records, break_of_chain, erased_people
from lip.retention.rules.records import Cause
from tests.door import scan
from tests.factories import KEYS, clock, make_conference, make_participant

pytestmark = pytest.mark.anyio


async def erase(participant, conference, by=COMMAND) -> bool:
    return await erase_person(
        participant,
        conference=conference,
        kinds=KINDS,
        keys=KEYS,
        by=by,
        now=clock(),
    )


async def test_everything_of_a_person_goes_and_nothing_of_others(db):
    place = await make_conference()
    gone = await make_participant(place, diet="halal", email="ada@example.org")
    stays = await make_participant(place, diet="vegan")
    for one in (gone, stays):
        await scan(one.code, now=clock())

    done = await erase(gone.id, place)

    assert done
    assert [r["id"] for r in await Participant.select(Participant.id)] == [stays.id]
    assert await Need.count() == await CheckIn.count() == 1


async def test_records_say_that_it_was_a_wish_and_not_whose(db):
    place = await make_conference()
    one = await make_participant(place, diet="halal")
    await scan(one.code, now=clock())

    await erase(one.id, place, by=Actor(ActorKind.PARTICIPANT, one.id))

    records = await all_records()
    assert {(r.kind, r.rows, r.cause, r.scope) for r in records} == {
        ("needs", 1, Cause.WISH, "konferenz"),
        ("attendance", 1, Cause.WISH, "konferenz"),
        ("guests", 1, Cause.WISH, "konferenz"),
    }
    assert {(r.actor_kind, r.actor) for r in records} == {("participant", None)}
    assert await break_of_chain() is None


async def test_the_journal_keeps_the_id_only(db):
    place = await make_conference()
    one = await make_participant(
        place, family_name="Geheimnis", email="geheim@example.org"
    )

    await erase(one.id, place)

    [entry] = await entries(Filter(acts=frozenset({Act.PARTICIPANT_ERASED})))
    assert entry.subject == one.id
    told = str(await fetch("SELECT * FROM journal_entry"))
    assert "Geheimnis" not in told
    assert "geheim@" not in told
    assert await erased_people() == [one.id]


async def test_erasing_twice_changes_nothing(db):
    place = await make_conference()
    one = await make_participant(place)

    first = await erase(one.id, place)
    before = await all_records()
    again = await erase(one.id, place)

    assert (first, again) == (True, False)
    assert await all_records() == before


async def test_erasing_twice_at_once_erases_once(committed_db):
    place = await make_conference()
    one = await make_participant(place)

    answers = await asyncio.gather(*(erase(one.id, place) for _ in range(4)))

    assert sorted(answers) == [False, False, False, True]
    assert await break_of_chain() is None


async def test_many_erasures_at_once_make_one_chain(committed_db):
    place = await make_conference()
    people = [await make_participant(place) for _ in range(8)]

    await asyncio.gather(*(erase(one.id, place) for one in people))

    assert [one.number for one in await all_records()] == list(range(1, 9))
    assert await break_of_chain() is None


async def test_nobody_is_erased_by_another_conference(db):
    here, there = await make_conference("eins"), await make_conference("zwei")
    one = await make_participant(here)

    assert not await erase(one.id, there)
    assert await Participant.count() == 1


async def test_the_ticket_is_known_to_be_erased(db):
    place = await make_conference()
    one = await make_participant(place)
    row = await Participant.select().where(Participant.id == one.id).first()
    assert row is not None

    before = await erased_at(row["sealed_code"])
    await erase(one.id, place)

    assert before is None
    assert await erased_at(row["sealed_code"]) is not None
