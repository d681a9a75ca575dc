"""
Where proposals of a list stand, told by columns of the list's own statement.

A whole way takes queries of its own; a list of 200 needs the state only. Areas above
give a `Mark` each, `lip.app` lists them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from proposals.rules.following import Became, State, Traces, state_of

_REACHED: Final = (State.IN_CLUSTER, State.IN_VOTE, State.VOTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """
    A state and the condition in SQL under which it is reached.

    It is about the row `p` of `proposal` and the one that speaks for it: their ids are
    `p.id` and `p.merged_into`.
    """

    state: State
    holds: str


def state_columns(marks: Sequence[Mark]) -> str:
    """Give the columns that `state_in` reads, for a statement with `proposal p`."""
    told = "".join(
        f", CASE WHEN {m.holds} THEN 1 ELSE 0 END AS {m.state}" for m in marks
    )
    return (
        ", CASE WHEN p.merged_into IS NULL THEN 0 ELSE 1 END AS merged, "  # noqa: S608
        "(SELECT u.became FROM follow_up u "
        "WHERE (u.proposal = p.id OR u.proposal = p.merged_into) "
        "AND u.taken_back_at IS NULL "
        f"ORDER BY u.said_at DESC, u.id DESC LIMIT 1) AS became{told}"
    )


def state_in(row: Mapping[str, Any]) -> State:
    """Read the state; a mark that the statement does not carry is not reached."""
    return _state(
        (row["merged"], *[row.get(state, 0) for state in _REACHED]), row["became"]
    )


@cache
def _state(reached: tuple[int, ...], became: str | None) -> State:
    merged, in_cluster, in_vote, voted = map(bool, reached)
    return state_of(
        Traces(
            merged=merged,
            in_cluster=in_cluster,
            in_vote=in_vote,
            voted=voted,
            became=[Became(became)] if became else [],
        )
    )
