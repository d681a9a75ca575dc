"""Sample traces: from a proposal to lines, to a measure, to a paper."""

from datetime import datetime
from typing import Final
from uuid import UUID, uuid5

from lip.conference.queries.conferences import ConferenceFacts
from lip.database import fetch
from lip.journal.rules.entries import COMMAND
from lip.said import Said
from lip.subjects import SubjectKind
from lip.tracing.actions.lay_trace import TraceWish, lay_trace
from lip.tracing.rules.chains import Node

NOTE: Final = Said.of(
    de="Aus mehreren Vorschlägen der Konferenz zusammengefasst.",
    en="Put together from several proposals of the conference.",
    ar="جُمع من عدة مقترحات في المؤتمر.",
)


async def fill_in_traces(conference: ConferenceFacts, *, now: datetime) -> None:
    """Lay the traces that are missing; again changes nothing."""
    proposals = await fetch(
        "SELECT id FROM proposal WHERE conference = ? AND standing = 'shown' "
        "ORDER BY number LIMIT 2",
        conference.id,
    )
    chapter = await _first(
        "SELECT id FROM chapter WHERE removed_at IS NULL ORDER BY position, key LIMIT 1"
    )
    measure = await _first(
        "SELECT id FROM measure WHERE public_from IS NOT NULL ORDER BY key LIMIT 1"
    )
    paper = await _first(
        "SELECT id FROM council_paper WHERE public_from IS NOT NULL "
        "ORDER BY key LIMIT 1"
    )
    if chapter is None or measure is None or paper is None:
        return
    text, doing = Node(SubjectKind.CHAPTER, chapter), Node(SubjectKind.MEASURE, measure)
    wishes = [
        TraceWish(
            origin=Node(SubjectKind.PROPOSAL, row["id"]),
            result=text,
            first_line=9,
            last_line=10,
            note=NOTE,
        )
        for row in proposals
    ]
    wishes += [
        TraceWish(origin=text, result=doing),
        TraceWish(origin=doing, result=Node(SubjectKind.PAPER, paper)),
    ]
    for wish in wishes:
        request = uuid5(wish.origin.id, f"sample {wish.result.id}")
        await lay_trace(wish, by=COMMAND, now=now, request=request)


async def _first(sql: str) -> UUID | None:
    rows = await fetch(sql)
    found: UUID | None = rows[0]["id"] if rows else None
    return found
