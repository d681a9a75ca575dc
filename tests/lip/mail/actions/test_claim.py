"""A letter belongs to one, and what a crash leaves is sorted out."""

import asyncio
from datetime import timedelta
from uuid import UUID

import pytest

from lip.database import StoreEngine
from lip.mail.actions.claim import Claimed, claim, due, mark_handed_over, note, tidy
from lip.mail.rules.letters import Fate, Trouble
from lip.mail.rules.retries import AFTER_TEXT, BEFORE_TEXT
from tests.letters import clock, outbox, queued

pytestmark = pytest.mark.anyio

SECOND = timedelta(seconds=1)


async def one_due() -> UUID:
    await queued()
    [one] = await due(now=clock(), most=5)
    return one


async def taken() -> Claimed:
    claimed = await claim(await one_due(), now=clock())
    assert claimed is not None
    return claimed


async def test_of_many_who_reach_for_a_letter_one_gets_it(committed_db: StoreEngine):
    one = await one_due()

    got = await asyncio.gather(*(claim(one, now=clock()) for _ in range(10)))

    assert sum(claimed is not None for claimed in got) == 1
    [row] = await outbox()
    assert row["tries"] == 1


async def test_who_slept_too_long_may_not_hand_over(db: StoreEngine):
    sleeper = await taken()
    await tidy(now=clock() + BEFORE_TEXT + SECOND)
    [free] = await outbox()
    later = sleeper.since + BEFORE_TEXT + 2 * SECOND
    second = await claim(sleeper.letter.id, now=later)

    may = await mark_handed_over(sleeper, message_id="<x@y>", now=later)

    assert free["fate"] == Fate.WAITING
    assert second is not None
    assert not may
    assert await mark_handed_over(second, message_id="<x@y>", now=later)


async def test_a_late_receipt_still_counts(db: StoreEngine):
    claimed = await taken()
    await mark_handed_over(claimed, message_id="<x@y>", now=clock())
    await tidy(now=clock() + AFTER_TEXT + SECOND)
    [before] = await outbox()

    await note(claimed, Trouble.NONE, said="250 ok", now=clock())

    [after] = await outbox()
    assert (before["fate"], before["trouble"]) == (
        Fate.UNCERTAIN,
        Trouble.STOPPED_MIDWAY,
    )
    assert (after["fate"], after["trouble"]) == (Fate.SENT, Trouble.NONE)


async def test_a_letter_under_way_is_left_alone_for_a_while(db: StoreEngine):
    claimed = await taken()
    await tidy(now=claimed.since + BEFORE_TEXT - SECOND)
    [before] = await outbox()
    await mark_handed_over(claimed, message_id="<x@y>", now=claimed.since)
    await tidy(now=claimed.since + AFTER_TEXT - SECOND)

    [after] = await outbox()
    assert before["fate"] == after["fate"] == Fate.SENDING
