"""Read traces, and how proposals were answered."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any
from uuid import UUID

from lip.database import fetch, padded
from lip.errors import NotFound
from lip.said import Said
from lip.subjects import SubjectKind
from lip.tracing.rules.chains import FARTHEST, Node, TraceFacts
from lip.tracing.rules.figures import Answered

_FACTS = (
    "SELECT id, from_kind, from_id, to_kind, to_id, first_line, last_line, note, "
    "laid_at FROM trace "
)


async def traces_around(nodes: Collection[Node]) -> Sequence[TraceFacts]:
    """Read all traces that lead from or to things, however many steps away."""
    found: dict[UUID, TraceFacts] = {}
    edge = {one.id for one in nodes}
    seen: set[UUID] = set()
    for _ in range(FARTHEST):
        edge -= seen
        if not edge:
            break
        seen |= edge
        rows = await _at(list(edge))
        edge = set()
        for one in rows:
            found[one.id] = one
            edge |= {one.origin.id, one.result.id}
    return list(found.values())


async def traces_at(node: Node) -> Sequence[TraceFacts]:
    """Read the traces that begin or end at one thing, oldest first."""
    return await _at([node.id])


async def trace_by_id(trace: UUID) -> TraceFacts:
    """Find one, or raise NotFound."""
    rows = await fetch(_FACTS + "WHERE id = ?", trace)
    if not rows:
        raise NotFound("unknown_trace")
    return _trace(rows[0])


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
        "SELECT proposal, became, said_at FROM follow_up ORDER BY said_at, id"
    ):
        told.setdefault(one["proposal"], []).append(one)
    found: dict[str, list[Answered]] = {}
    for row in rows:
        answers = told.get(row["merged_into"] or row["id"], [])
        found.setdefault(row["key"], []).append(
            Answered(
                handed_in=row["created_at"],
                answered=answers[0]["said_at"] if answers else None,
                became=answers[-1]["became"] if answers else "",
            )
        )
    return found


async def _at(ids: Sequence[UUID]) -> Sequence[TraceFacts]:
    wanted = padded(ids)
    marks = ", ".join("?" * len(wanted))
    rows = await fetch(
        f"{_FACTS} WHERE from_id IN ({marks}) OR to_id IN ({marks}) "
        "ORDER BY laid_at, id",
        *wanted,
        *wanted,
    )
    return [_trace(row) for row in rows]


def _trace(row: Mapping[str, Any]) -> TraceFacts:
    return TraceFacts(
        id=row["id"],
        origin=Node(SubjectKind(row["from_kind"]), row["from_id"]),
        result=Node(SubjectKind(row["to_kind"]), row["to_id"]),
        first_line=row["first_line"],
        last_line=row["last_line"],
        note=Said.load(row["note"]),
        laid_at=row["laid_at"],
    )
