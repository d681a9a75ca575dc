"""How a suggestion of clusters comes about."""

from enum import StrEnum


class RunState(StrEnum):
    """Where a run of the machine stands."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
