"""Read how far the machine is with a suggestion."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

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
    asked_at: datetime
    finished_at: datetime | None


async def newest_run(conference: UUID) -> RunFacts | None:
    """Find the newest run of a conference, in whatever state."""
    raise NotImplementedError(conference)
