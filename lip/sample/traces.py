"""Sample traces: from a proposal to lines, to a measure, to a paper."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final
from uuid import UUID, uuid5

from lip.conference.queries.conferences import ConferenceFacts
from lip.database import fetch
from lip.journal.rules.entries import COMMAND
from lip.plan.queries.chapter_subjects import subjects_of_chapters
from lip.plan.queries.traced_lines import draft_lines
from lip.said import Said
from lip.subjects import SubjectKind
from lip.tracing.actions.decline import decline
from lip.tracing.actions.lay_trace import TraceWish, lay_trace
from lip.tracing.rules.chains import Node
from lip.tracing.rules.lines import lines_in
from proposals.rules.following import Became

NOTE: Final = Said.of(
    de="Aus mehreren Vorschlägen der Konferenz zusammengefasst.",
    en="Put together from several proposals of the conference.",
    ar="جُمع من عدة مقترحات في المؤتمر.",
)


REASON: Final = Said.of(
    de="Dafür ist das Land zuständig. Wir haben die Vorschläge dorthin weitergegeben.",
    en="This is up to the state. We have passed the proposals on.",
    ar="هذا من اختصاص الولاية، وقد أحلنا المقترحات إليها.",
)


async def fill_in_traces(conference: ConferenceFacts, *, now: datetime) -> None:
    """Lay the traces that are missing; again changes nothing."""
    clusters = await fetch(
        "SELECT id FROM cluster WHERE conference = ? ORDER BY number LIMIT 2",
        conference.id,
    )
    chapter = await _first(
        "SELECT id FROM chapter WHERE removed_at IS NULL ORDER BY position, key LIMIT 1"
    )
    measure = await _first(
        "SELECT id FROM measure WHERE public_from IS NOT NULL "
        "ORDER BY EXISTS (SELECT 1 FROM indicator i "
        "JOIN indicator_value v ON v.indicator = i.id WHERE i.measure = measure.id) "
        "DESC, key LIMIT 1"
    )
    paper = await _first(
        "SELECT id FROM council_paper WHERE public_from IS NOT NULL "
        "ORDER BY key LIMIT 1"
    )
    if len(clusters) < 2 or chapter is None or measure is None or paper is None:
        return
    followed, other = [Node(SubjectKind.CLUSTER, row["id"]) for row in clusters]
    text, doing = Node(SubjectKind.CHAPTER, chapter), Node(SubjectKind.MEASURE, measure)
    wishes = [
        *await _from_proposals(conference, followed, text),
        TraceWish(origin=text, result=doing),
        TraceWish(origin=doing, result=Node(SubjectKind.PAPER, paper)),
    ]
    for wish in wishes:
        request = uuid5(wish.origin.id, f"sample {wish.result.id}")
        await lay_trace(wish, by=COMMAND, now=now, request=request)
    request = uuid5(other.id, "sample declined")
    await decline(other, REASON, by=COMMAND, now=now, request=request)


async def _from_proposals(
    conference: ConferenceFacts, cluster: Node, text: Node
) -> Sequence[TraceWish]:
    """One trace speaks for all proposals of a cluster, another for one beside it."""
    one = await _first(
        "SELECT p.id FROM proposal p WHERE p.conference = ? AND p.standing = 'shown' "
        "AND p.merged_into IS NULL AND NOT EXISTS (SELECT 1 FROM placement a "
        "WHERE a.proposal = p.id AND a.cluster = ?) ORDER BY p.number LIMIT 1",
        conference.id,
        cluster.id,
    )
    named = (await subjects_of_chapters([text.id]))[text.id]
    draft = await draft_lines(text.id)
    whole = TraceWish(
        origin=cluster,
        result=text,
        lines=lines_in(draft, 9, 10),
        note=NOTE,
        became=Became.ADOPTED,
        title=named.title,
    )
    if one is None:
        return [whole]
    alone = replace(
        whole,
        origin=Node(SubjectKind.PROPOSAL, one),
        lines=lines_in(draft, 11, 11),
        note=Said(),
        became=Became.ADOPTED_CHANGED,
    )
    return [whole, alone]


async def _first(sql: str, *args: UUID) -> UUID | None:
    rows = await fetch(sql, *args)
    found: UUID | None = rows[0]["id"] if rows else None
    return found
