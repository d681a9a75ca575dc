"""The journal: written once, never changed, read by filter."""

import sqlite3
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import asyncpg
import pytest

from lip.database import StoreEngine, fetch, is_unique_violation, savepoint
from lip.journal.actions.record import record
from lip.journal.queries import (
    Filter,
    actors_in,
    entries,
    entry_of_request,
    number_of_entries,
)
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import COMMAND, SYSTEM, Actor, ActorKind, Entry
from lip.journal.sentences import ACTORS, ACTS
from lip.journal.tables import JournalEntry

pytestmark = pytest.mark.anyio

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
ADA, BEA = uuid4(), uuid4()
REFUSED = (sqlite3.IntegrityError, sqlite3.DatabaseError, asyncpg.RaiseError)


def entry(
    act: Act = Act.CHECKED_IN,
    *,
    by: UUID | None = ADA,
    subject: UUID | None = None,
    scope: str = "eins",
    minutes: int = 0,
) -> Entry:
    return Entry(
        at=NOW + timedelta(minutes=minutes),
        by=Actor(ActorKind.PERSON, by) if by else SYSTEM,
        act=act,
        subject=subject,
        scope=scope,
    )


async def test_an_entry_comes_back_as_it_was_written(db: StoreEngine):
    written = Entry(
        at=NOW,
        by=Actor(ActorKind.PASS, ADA),
        act=Act.PARTICIPANTS_IMPORTED,
        subject=BEA,
        scope="eins",
        facts={"added": 3, "kind": "Größe", "needs": True, "nothing": None},
        request=uuid4(),
    )

    await record(written)

    assert await entries(Filter()) == [written]
    assert written.request is not None
    assert await entry_of_request(written.request) == written


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE journal_entry SET act = 'nothing'",
        "UPDATE journal_entry SET actor = NULL",
        "DELETE FROM journal_entry",
        "DELETE FROM journal_entry WHERE act = 'checked_in'",
    ],
)
async def test_the_database_itself_refuses_every_change(db: StoreEngine, sql: str):
    await record(entry())

    with pytest.raises(REFUSED, match="append-only"):
        async with savepoint():
            await fetch(sql)

    assert await entries(Filter()) == [entry()]


async def test_tables_cannot_change_it_either(db: StoreEngine):
    await record(entry())

    with pytest.raises(REFUSED, match="append-only"):
        async with savepoint():
            await JournalEntry.delete(force=True)
    with pytest.raises(REFUSED, match="append-only"):
        async with savepoint():
            await JournalEntry.update({JournalEntry.act: "x"}, force=True)

    assert await number_of_entries(Filter()) == 1


async def test_a_request_stands_in_the_journal_once(db: StoreEngine):
    key = uuid4()
    twice = [
        Entry(at=NOW, by=COMMAND, act=act, request=key)
        for act in (Act.WALKED_IN, Act.CHECKED_IN)
    ]
    await record(twice[0])

    with pytest.raises((sqlite3.IntegrityError, asyncpg.UniqueViolationError)) as error:
        async with savepoint():
            await record(twice[1])

    assert is_unique_violation(error.value, "request")
    assert await entries(Filter()) == [twice[0]]


async def test_many_entries_are_written_at_once(db: StoreEngine):
    await record(*(entry(minutes=number) for number in range(5000)))

    assert await number_of_entries(Filter()) == 5000
    newest = await entries(Filter(), limit=2)
    assert [one.at for one in newest] == [
        NOW + timedelta(minutes=4999),
        NOW + timedelta(minutes=4998),
    ]


@pytest.mark.parametrize(
    "wanted, minutes",
    [
        (Filter(), [4, 3, 2, 1, 0]),
        (Filter(scope="eins"), [3, 2, 1, 0]),
        (Filter(acts=frozenset({Act.STEPPED_OUT, Act.CAME_BACK})), [2, 1]),
        (Filter(actor=BEA), [2]),
        (Filter(subject=BEA), [3]),
        (Filter(since=NOW + timedelta(minutes=3)), [4, 3]),
        (Filter(until=NOW + timedelta(minutes=1)), [0]),
        (Filter(scope="eins", actor=ADA, acts=frozenset({Act.CHECKED_IN})), [0]),
        (Filter(scope="drei"), []),
    ],
)
async def test_a_filter_narrows(db: StoreEngine, wanted: Filter, minutes: list[int]):
    await record(
        entry(minutes=0),
        entry(Act.STEPPED_OUT, minutes=1),
        entry(Act.CAME_BACK, by=BEA, minutes=2),
        entry(Act.CHECK_IN_UNDONE, subject=BEA, minutes=3),
        entry(Act.SIGNED_IN, by=None, scope="zwei", minutes=4),
    )

    found = await entries(wanted)

    assert [(one.at - NOW) // timedelta(minutes=1) for one in found] == minutes
    assert await number_of_entries(wanted) == len(minutes)


async def test_who_has_acted_is_known_by_conference(db: StoreEngine):
    await record(entry(), entry(), entry(by=BEA, scope="zwei"), entry(by=None))

    assert await actors_in("eins") == {ADA}
    assert await actors_in("") == {ADA, BEA}


def test_every_act_and_actor_has_words():
    assert set(ACTS) == set(Act)
    assert set(ACTORS) == set(ActorKind)
    assert len(set(ACTS.values())) == len(Act)


def test_rows_have_no_place_for_personal_data():
    columns = {column._meta.name for column in JournalEntry.all_columns()}

    assert columns == {
        *("id", "at", "actor_kind", "actor", "act", "subject"),
        *("scope", "facts", "request"),
    }
