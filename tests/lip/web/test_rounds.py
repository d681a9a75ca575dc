"""Rounds: again and again, one worker at a time, whatever breaks."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from lip.database import StoreEngine
from lip.database.turns import alone
from lip.web.rounds import Round, Rounds, go_once

pytestmark = pytest.mark.anyio

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
OFTEN = timedelta(milliseconds=10)
PATIENCE = 120  # seconds


async def test_rounds_go_at_the_start_and_again_until_they_are_stopped(
    committed_db: StoreEngine,
):
    gone: list[datetime] = []
    enough = asyncio.Event()

    async def go(*, now: datetime) -> None:
        gone.append(now)
        if len(gone) == 3:
            enough.set()

    rounds = Rounds([Round(name="test", every=OFTEN, go=go)])
    rounds.start()
    await asyncio.wait_for(enough.wait(), PATIENCE)
    await rounds.stop()
    done = len(gone)
    await asyncio.sleep(0.05)

    assert len(gone) == done
    assert gone == sorted(gone)


async def test_a_broken_round_is_gone_again_and_told_without_names(
    committed_db: StoreEngine, caplog: pytest.LogCaptureFixture
):
    tries: list[int] = []
    healed = asyncio.Event()

    async def go(**_time: datetime) -> None:
        tries.append(1)
        if len(tries) == 1:
            raise ValueError("amal@example.org could not be written to")
        healed.set()

    rounds = Rounds([Round(name="test", every=OFTEN, go=go)])
    rounds.start()
    await asyncio.wait_for(healed.wait(), PATIENCE)
    await rounds.stop()

    [told] = [one for one in caplog.records if one.name == "lip.web.rounds"]
    assert "round 'test' broke: ValueError at " in told.getMessage()
    assert "test_rounds.py" in told.getMessage()
    assert "amal" not in caplog.text


async def test_a_stopped_round_puts_away_what_it_held(committed_db: StoreEngine):
    put_away: list[str] = []
    begun = asyncio.Event()

    async def go(**_time: datetime) -> None:
        begun.set()
        try:
            await asyncio.sleep(60)
        except asyncio.CancelledError:
            await asyncio.sleep(0.05)
            put_away.append("letter")
            raise

    rounds = Rounds([Round(name="test", every=OFTEN, go=go)])
    rounds.start()
    await begun.wait()
    await rounds.stop()

    assert put_away == ["letter"]


async def test_a_turn_is_taken_by_one_at_a_time(committed_db: StoreEngine):
    if committed_db.engine_type == "sqlite":
        pytest.skip("SQLite has one process")
    gone: list[str] = []

    async def go(**_time: datetime) -> None:
        gone.append("gone")

    one = Round(name="test", every=OFTEN, go=go)
    async with alone("test") as mine, alone("other") as other:
        held = await go_once(one, now=NOW)
        second = [mine, other]

    after = await go_once(one, now=NOW)

    assert second == [True, True]
    assert held
    assert after
    assert gone == ["gone"]
