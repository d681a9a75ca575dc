"""
Work through what was asked of the machine, in a process of its own.

A run belongs to whoever has let it beat last; one that is silent for half a minute is
taken over. Its result is one step of the board, written together with the end of the
run, so it stands once or not at all, whatever was killed when.
"""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from datetime import datetime, timedelta
from functools import partial
from typing import Any, Final, TypeVar
from uuid import UUID, uuid5

from lip.conference.queries.conferences import conference_by_id
from lip.database import execute_many, fetch, transaction
from lip.journal.rules.entries import SYSTEM
from proposals.actions.vectors import model_name
from proposals.board.actions.deed import Deed
from proposals.board.actions.divide import Divided, divide
from proposals.board.actions.missing_vectors import make_missing_vectors
from proposals.board.actions.stepping import keep_step, locked_board
from proposals.board.queries.rows import whole_desk
from proposals.board.queries.suggestions import RunFacts, run_by_id, run_to_do
from proposals.board.queries.to_cluster import (
    ToCluster,
    number_to_cluster,
    number_without_vector,
    to_cluster,
)
from proposals.board.rules.partition import applied
from proposals.board.rules.steps import Step
from proposals.board.rules.suggesting import RunState

log = logging.getLogger(__name__)

T = TypeVar("T")

SILENT: Final = timedelta(seconds=30)
BEAT: Final = 2.0
MOST_TRIES: Final = 3
"""A run that killed its process so often is given up."""

_CLAIM = """
    UPDATE suggestion_run SET state = ?, beat_at = ?, tries = tries + 1, done = 0
    WHERE id = ? AND (state = ? OR (state = ? AND beat_at < ?))
    RETURNING tries
"""

Clock = Callable[[], datetime]
Heard = Callable[[int, int], None]
"""Hears how many of how many texts are read."""


async def work_through_one(
    clock: Clock, *, heard: Heard = lambda _done, _total: None
) -> RunFacts | None:
    """Work through the oldest run that waits; None where there is none."""
    one = await run_to_do(silent_since=clock() - SILENT)
    if one is None:
        return None
    await work_through(one, clock, heard=heard)
    return await run_by_id(one)


async def work_through(
    one: UUID, clock: Clock, *, heard: Heard = lambda _done, _total: None
) -> None:
    """Work through a run, unless somebody else is at it."""
    if not await _claimed(one, clock()):
        return
    run = await run_by_id(one)
    try:
        beating = _Beating(run, clock, heard, await number_to_cluster(run.conference))
        found = await _read(run, beating)
        work = partial(divide, found, topics=run.topics or None, seed=run.seed)
        divided = await beating.until(asyncio.to_thread(work))
        await _finish(run, found, divided, now=clock())
    except Exception:
        log.exception("run %s broke", run.id)
        await _end(run.id, RunState.FAILED, clock())
        raise


async def _claimed(one: UUID, now: datetime) -> bool:
    async with transaction():
        rows = await fetch(
            _CLAIM,
            RunState.RUNNING.value,
            now,
            one,
            RunState.WAITING.value,
            RunState.RUNNING.value,
            now - SILENT,
        )
        if rows and int(rows[0]["tries"]) > MOST_TRIES:
            await _end(one, RunState.FAILED, now)
            return False
    return bool(rows)


class _Beating:
    """How far a run is, written down so often that nobody takes it over."""

    def __init__(self, run: RunFacts, clock: Clock, heard: Heard, total: int) -> None:
        self._run, self._clock, self._heard = run.id, clock, heard
        self._done = 0
        self._total = total

    async def reached(self, done: int) -> None:
        """Note how many texts are ready."""
        self._done = max(0, min(done, self._total))
        self._heard(self._done, self._total)
        await fetch(
            "UPDATE suggestion_run SET beat_at = ?, done = ?, total = ? "
            "WHERE id = ? AND state = ?",
            self._clock(),
            self._done,
            self._total,
            self._run,
            RunState.RUNNING.value,
        )

    async def until(self, work: Coroutine[Any, Any, T]) -> T:
        """Go on beating while something is computed elsewhere."""
        task = asyncio.ensure_future(work)
        try:
            while not (await asyncio.wait({task}, timeout=BEAT))[0]:
                await self.reached(self._done)
        finally:
            task.cancel()
        return task.result()


async def _read(run: RunFacts, beating: _Beating) -> ToCluster:
    """Read the proposals; vectors that are missing are made first."""
    missing = await number_without_vector(run.conference, model=model_name())
    there = await number_to_cluster(run.conference) - missing
    await beating.reached(there)
    async for made in make_missing_vectors(run.conference, missing=missing):
        there += made
        await beating.reached(there)
    return await to_cluster(run.conference, model=model_name())


async def _finish(
    run: RunFacts, found: ToCluster, divided: Divided, *, now: datetime
) -> None:
    """Put the result on the board, as one step, and end the run."""
    conference = await conference_by_id(run.conference)
    deed = Deed(
        conference=conference, by=SYSTEM, now=now, request=uuid5(run.id, "applied")
    )
    async with transaction():
        board = await locked_board(deed)
        if (await run_by_id(run.id)).state is not RunState.RUNNING:
            return
        desk = await whole_desk(run.conference)
        number = int(board["next_number"])
        after = applied(
            desk, divided.clusters, number=number, key=deed.request, now=now
        )
        await keep_step(Step.SUGGESTED, board, desk, after, deed=deed)
        await _draw_map(found, divided)
        await _end(run.id, RunState.DONE, now)


async def _draw_map(found: ToCluster, divided: Divided) -> None:
    await execute_many(
        "INSERT INTO map_point (proposal, x, y) VALUES (?, ?, ?) "
        "ON CONFLICT (proposal) DO UPDATE SET x = excluded.x, y = excluded.y",
        [
            (one, x, y)
            for one, (x, y) in zip(found.ids, divided.points.tolist(), strict=True)
        ],
    )


async def _end(one: UUID, state: RunState, now: datetime) -> None:
    await fetch(
        "UPDATE suggestion_run SET state = ?, finished_at = ?, beat_at = ?, "
        "done = total WHERE id = ?",
        state.value,
        now,
        now,
        one,
    )
