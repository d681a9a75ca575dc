"""What became of a proposal, from its collecting to the plan's answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Became(StrEnum):
    """What the city says of a proposal; nothing but `NOT_FOLLOWED` needs a reason."""

    TAKEN_UP = "taken_up"
    ADOPTED = "adopted"
    ADOPTED_CHANGED = "adopted_changed"
    NOT_FOLLOWED = "not_followed"


class State(StrEnum):
    """Where a proposal stands, in the order of its way."""

    COLLECTED = "collected"
    MERGED = "merged"
    IN_CLUSTER = "in_cluster"
    IN_VOTE = "in_vote"
    VOTED = "voted"
    TAKEN_UP = "taken_up"
    ADOPTED = "adopted"
    ADOPTED_CHANGED = "adopted_changed"
    NOT_FOLLOWED = "not_followed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Traces:
    """What is known of a proposal's way."""

    merged: bool = False
    in_cluster: bool = False
    in_vote: bool = False
    voted: bool = False
    became: Sequence[Became] = ()


def state_of(traces: Traces) -> State:
    """Return the furthest that a proposal has come; the newest answer speaks."""
    if traces.became:
        return State(traces.became[-1].value)
    reached = (
        (traces.voted, State.VOTED),
        (traces.in_vote, State.IN_VOTE),
        (traces.merged, State.MERGED),
        (traces.in_cluster, State.IN_CLUSTER),
    )
    return next((state for so, state in reached if so), State.COLLECTED)
