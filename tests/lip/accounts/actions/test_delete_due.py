"""Ended sessions, old passes and closed accounts go in time."""

from datetime import timedelta
from uuid import uuid4

import pytest

from lip.accounts.actions.delete_due import (
    count_closed_accounts,
    count_passes,
    count_sessions,
    delete_closed_accounts,
    delete_passes,
    delete_sessions,
)
from lip.accounts.actions.grant_role import close_account, open_account
from lip.accounts.tables import Pass, Person, Session
from lip.journal.rules.entries import COMMAND
from tests.factories import clock, make_helper_link, make_person

pytestmark = pytest.mark.anyio


async def test_ended_sessions_go_and_living_ones_stay(db):
    now = clock()
    for hours in (-1, 1):
        await Session.insert(
            Session(
                id=uuid4(),
                sealed_token=f"{hours}",
                kind="person",
                label="Mina",
                started_at=now,
                expires_at=now + timedelta(hours=hours),
            )
        )

    counted = await count_sessions(now)
    gone = await delete_sessions(now)

    assert counted == gone == 1
    assert await Session.count() == 1


async def test_passes_go_half_a_year_after_they_expired(db):
    await make_helper_link("konferenz", label="Frau Yıldız am Tisch")

    early = await delete_passes(clock() + timedelta(days=180))
    counted = await count_passes(clock() + timedelta(days=182))
    late = await delete_passes(clock() + timedelta(days=182))

    assert (early, counted, late) == (0, 1, 1)
    assert await Pass.count() == 0


async def test_closed_accounts_go_after_a_year_and_open_ones_never(db):
    gone, back, open_one = [(await make_person()).id for _ in range(3)]
    for person in (gone, back):
        await close_account(person, by=COMMAND, now=clock())
    await open_account(back, by=COMMAND, now=clock())

    early = await delete_closed_accounts(clock() + timedelta(days=364))
    counted = await count_closed_accounts(clock() + timedelta(days=366))
    late = await delete_closed_accounts(clock() + timedelta(days=366))

    left = {row["id"] for row in await Person.select(Person.id)}
    assert (early, counted, late) == (0, 1, 1)
    assert left == {back, open_one}


async def test_an_account_closed_nobody_knows_when_waits_a_year_from_now(db):
    person = (await make_person()).id
    await Person.update({Person.closed: True}).where(Person.id == person)

    first = await delete_closed_accounts(clock())
    later = await delete_closed_accounts(clock() + timedelta(days=366))

    assert (first, later) == (0, 1)
