"""Read how proposals were answered, and how soon."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from lip.database import fetch
from lip.tracing.rules.figures import Answered


async def answers_of_conferences() -> Mapping[str, Sequence[Answered]]:
    """
    Read of every proposal that everybody may see how it was answered, by conference.

    What became of one that speaks for others became of them too.
    """
    rows = await fetch(
        "SELECT c.key AS key, p.id, p.merged_into, p.created_at FROM proposal p "
        "JOIN conference c ON c.id = p.conference "
        "WHERE p.standing = 'shown' AND c.stage <> 'draft' ORDER BY c.key, p.number"
    )
    told: dict[UUID, list[Mapping[str, Any]]] = {}
    for one in await fetch(
        "SELECT proposal, became, said_at FROM follow_up "
        "WHERE taken_back_at IS NULL ORDER BY said_at, id"
    ):
        told.setdefault(one["proposal"], []).append(one)
    found: dict[str, list[Answered]] = {}
    for row in rows:
        both = [*told.get(row["id"], ()), *told.get(row["merged_into"], ())]
        found.setdefault(row["key"], []).append(_answered(row["created_at"], both))
    return found


def _answered(handed_in: datetime, told: Sequence[Mapping[str, Any]]) -> Answered:
    answers = sorted(told, key=lambda one: one["said_at"])
    return Answered(
        handed_in=handed_in,
        answered=answers[0]["said_at"] if answers else None,
        became=answers[-1]["became"] if answers else "",
    )
