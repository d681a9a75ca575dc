"""
What became of a proposal, from its collecting to the plan's answer.

Areas above tell what they know through a `Tracer`, which answers for many proposals at
once, so that a list costs the same number of queries with 1 and 200 rows. `lip.app`
lists the tracers.
"""

from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Final, TypeAlias
from uuid import UUID


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """
    One step of a proposal's way, as a page tells it.

    `number` is what people call the proposal, cluster or voting round of this step by;
    `title` (text by language tag) is what it or the chapter is called, and `path` where
    to read on: ours from "/" (without language) or a whole address, "" if nowhere.
    `place` is where a vote put it (0: it was not ranked), out of `out_of`; `tied` says
    that others share the place. `reason` (text by tag) is the city's; an answer that
    was taken back stays to be read, with the reason for that.
    """

    state: State
    at: datetime | None = None
    number: int = 0
    title: Mapping[str, str] = field(default_factory=dict)
    path: str = ""
    place: int = 0
    out_of: int = 0
    tied: bool = False
    reason: Mapping[str, str] = field(default_factory=dict)
    taken_back_at: datetime | None = None
    taken_back_reason: Mapping[str, str] = field(default_factory=dict)


Tracer: TypeAlias = Callable[[Sequence[UUID]], Awaitable[Mapping[UUID, Sequence[Step]]]]
"""What an area above knows of proposals; where it knows nothing they are left out."""

ANSWERS: Final = frozenset(State(became.value) for became in Became)
"""The states that say how a proposal was answered."""

_PART_OF_WAY: Final = {
    State.COLLECTED: 0,
    State.MERGED: 1,
    State.IN_CLUSTER: 2,
    State.IN_VOTE: 3,
    State.VOTED: 3,
}
_ORDER: Final = tuple(State)


def way_of(steps: Iterable[Step]) -> tuple[Step, ...]:
    """
    Put steps into the order in which people read them, each once.

    First how it came in and with whom, then the votes by time, last the answers; what
    has no date stands where its kind stands.
    """
    once: list[Step] = []
    for step in steps:
        if step not in once:
            once.append(step)
    return tuple(sorted(once, key=_place_of))


def _place_of(step: Step) -> tuple[int, float, int, int]:
    part = _PART_OF_WAY.get(step.state, len(_PART_OF_WAY))
    moment = step.at.timestamp() if step.at else 0.0
    return part, moment, _ORDER.index(step.state), step.number


def state_at_end(way: Sequence[Step]) -> State:
    """Return the state that a whole way leads to."""
    return state_of(traced(way))


def last_answer(way: Sequence[Step]) -> Step | None:
    """Return the newest answer that speaks; without one, the last taken back."""
    answers = [step for step in way if step.state in ANSWERS]
    standing = [step for step in answers if step.taken_back_at is None]
    return next(iter([*standing[-1:], *answers[-1:]]), None)


def traced(way: Sequence[Step]) -> Traces:
    """Say what the steps of a way mean for the state."""
    states = {step.state for step in way}
    standing = [step for step in way if step.taken_back_at is None]
    return Traces(
        merged=State.MERGED in states,
        in_cluster=State.IN_CLUSTER in states,
        in_vote=State.IN_VOTE in states,
        voted=State.VOTED in states,
        became=[Became(one.state.value) for one in standing if one.state in ANSWERS],
    )
