"""
Where proposals of a list stand, told by columns of the list's own statement.

A whole way takes queries of its own; a list of 200 needs the state only. Areas above
give a `Mark` each, `lip.app` lists them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from proposals.rules.following import Became, State, Traces, state_of


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
        "WHERE u.proposal = p.id OR u.proposal = p.merged_into "
        f"ORDER BY u.said_at DESC, u.id DESC LIMIT 1) AS became{told}"
    )


def state_in(row: Mapping[str, Any]) -> State:
    """Read the state; a statement without these columns tells of none."""
    became = row.get("became")
    return state_of(
        Traces(
            merged=bool(row.get("merged")),
            in_cluster=bool(row.get(State.IN_CLUSTER)),
            in_vote=bool(row.get(State.IN_VOTE)),
            voted=bool(row.get(State.VOTED)),
            became=[Became(became)] if became else [],
        )
    )
