"""Read traces: around one thing, or all the way onward and back."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final
from uuid import UUID

from lip.database import fetch, fetch_in
from lip.errors import NotFound
from lip.said import Said
from lip.subjects import SubjectKind
from lip.tracing.rules.chains import FARTHEST, Lines, Node, TraceFacts

_FACTS: Final = (
    "SELECT id, from_kind, from_id, to_kind, to_id, first_line, last_line, language, "
    "base_version, note, laid_at FROM trace WHERE"
)


async def traces_onward(
    starts: Collection[Node], *, farthest: int = FARTHEST
) -> Sequence[TraceFacts]:
    """Read what leads on from things, some traces far."""
    found: dict[UUID, TraceFacts] = {}
    edge, seen = {one.id for one in starts}, set[UUID]()
    while edge and farthest:
        farthest -= 1
        seen |= edge
        there = [
            *await fetch_in(f"{_FACTS} from_id IN", edge),
            *await fetch_in(f"{_FACTS} id IN", await _spoken_for_by(edge)),
        ]
        found |= {row["id"]: _trace(row) for row in there}
        edge = {row["to_id"] for row in there} - seen
    return await _with_proposals(found)


async def traces_back(starts: Collection[Node]) -> Sequence[TraceFacts]:
    """Read what leads to things, as many traces as a page tells of."""
    found: dict[UUID, TraceFacts] = {}
    edge, seen = {one.id for one in starts}, set[UUID]()
    for _step in range(FARTHEST):
        seen |= edge
        rows = await fetch_in(f"{_FACTS} to_id IN", edge)
        found |= {row["id"]: _trace(row) for row in rows}
        edge = {row["from_id"] for row in rows} - seen
        if not edge:
            break
    return await _with_proposals(found)


async def traces_at(node: Node) -> Sequence[TraceFacts]:
    """Read the traces that begin or end at one thing, oldest first."""
    rows = await fetch(
        f"{_FACTS} from_id = ? OR to_id = ? ORDER BY laid_at, id", node.id, node.id
    )
    return [_trace(row) for row in rows]


async def trace_by_id(trace: UUID) -> TraceFacts:
    """Find one, or raise NotFound."""
    rows = await fetch(f"{_FACTS} id = ?", trace)
    if not rows:
        raise NotFound("unknown_trace")
    return _trace(rows[0])


async def answers_with(trace: UUID) -> Sequence[UUID]:
    """List the answers that proposals were given with a trace."""
    rows = await fetch(
        "SELECT answer FROM traced_proposal WHERE trace = ? AND answer IS NOT NULL",
        trace,
    )
    return [row["answer"] for row in rows]


async def told_with_traces(answers: Collection[UUID]) -> frozenset[UUID]:
    """Find the answers that a trace told: they go with it."""
    rows = await fetch_in("SELECT answer FROM traced_proposal WHERE answer IN", answers)
    return frozenset(row["answer"] for row in rows)


async def _spoken_for_by(proposals: Collection[UUID]) -> Sequence[UUID]:
    rows = await fetch_in(
        "SELECT DISTINCT trace FROM traced_proposal WHERE proposal IN", proposals
    )
    return [row["trace"] for row in rows]


async def _with_proposals(found: Mapping[UUID, TraceFacts]) -> Sequence[TraceFacts]:
    """Say of traces for which proposals they were laid."""
    spoken: dict[UUID, list[UUID]] = {}
    for row in await fetch_in(
        "SELECT trace, proposal FROM traced_proposal WHERE trace IN", found
    ):
        spoken.setdefault(row["trace"], []).append(row["proposal"])
    return [
        replace(one, spoken_for=spoken.get(one.id, ()))
        for one in sorted(found.values(), key=lambda one: (one.laid_at, one.id))
    ]


def _trace(row: Mapping[str, Any]) -> TraceFacts:
    lines = Lines(
        first=row["first_line"],
        last=row["last_line"],
        language=row["language"],
        base_version=row["base_version"],
    )
    return TraceFacts(
        id=row["id"],
        origin=Node(SubjectKind(row["from_kind"]), row["from_id"]),
        result=Node(SubjectKind(row["to_kind"]), row["to_id"]),
        lines=lines if lines.first else None,
        note=Said.load(row["note"]),
        laid_at=row["laid_at"],
    )
