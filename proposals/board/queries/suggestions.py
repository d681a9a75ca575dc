"""Read how far the machine is with a suggestion."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from lip.database import fetch
from proposals.board.rules.suggesting import RunState


@dataclass(frozen=True, slots=True, kw_only=True)
class RunFacts:
    """A run of the machine: `done` of `total` texts; `topics` 0 means it decides."""

    id: UUID
    conference: UUID
    state: RunState
    topics: int
    seed: int
    done: int
    total: int

    @property
    def going_on(self) -> bool:
        """Say whether something is still to come of it."""
        return self.state in {RunState.WAITING, RunState.RUNNING}


_RUN = """
    SELECT id, conference, state, topics, seed, done, total
    FROM suggestion_run
"""


async def newest_run(conference: UUID) -> RunFacts | None:
    """Find the newest run of a conference, in whatever state."""
    rows = await fetch(
        f"{_RUN} WHERE conference = ? ORDER BY asked_at DESC, id LIMIT 1", conference
    )
    return run_facts(rows[0]) if rows else None


async def run_by_id(one: UUID) -> RunFacts:
    """Find a run."""
    (row,) = await fetch(f"{_RUN} WHERE id = ?", one)
    return run_facts(row)


async def run_to_do(*, silent_since: datetime) -> UUID | None:
    """Find the oldest run that waits, or whose process has been silent too long."""
    rows = await fetch(
        "SELECT id FROM suggestion_run WHERE state = ? "
        "OR (state = ? AND beat_at < ?) ORDER BY asked_at, id LIMIT 1",
        RunState.WAITING.value,
        RunState.RUNNING.value,
        silent_since,
    )
    return rows[0]["id"] if rows else None


def run_facts(row: Mapping[str, Any]) -> RunFacts:
    """Turn a row of the database into a value."""
    return RunFacts(
        id=row["id"],
        conference=row["conference"],
        state=RunState(row["state"]),
        topics=row["topics"],
        seed=row["seed"],
        done=row["done"],
        total=row["total"],
    )
