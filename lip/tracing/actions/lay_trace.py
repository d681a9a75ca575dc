"""Lay a trace from one thing to what it became part of, or take it up again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID, uuid4

from lip.database import current_engine, fetch, refused_if_taken, transaction
from lip.errors import Conflict, NotFound, Unusable
from lip.journal.actions.record import record
from lip.journal.queries import entry_of_request
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor, Entry
from lip.said import Said
from lip.subjects import SubjectKind
from lip.tracing.queries.traces import answers_with, trace_by_id, traces_onward
from lip.tracing.rules.chains import (
    SPEAKS_FOR_PROPOSALS,
    Lines,
    Node,
    closes_circle,
    leads_on,
)
from lip.tracing.tables import Trace, TracedProposal
from proposals.actions.follow_up import Answer
from proposals.actions.tell_proposals import take_back_answers, tell_proposals
from proposals.board.queries.traces import proposals_in_cluster
from proposals.rules.following import Became

LONGEST_NOTE: Final = 1000
ANY_NUMBER: Final = 10_000

_ENDS: Final = ("from_kind", "from_id", "to_kind", "to_id")


@dataclass(frozen=True, slots=True, kw_only=True)
class TraceWish:
    """
    What became part of what; lines where one end is a chapter (none: all of it).

    `became` is what proposals are told, `title` what they are told the result is
    called: empty where it is not public.
    """

    origin: Node
    result: Node
    lines: Lines | None = None
    note: Said = Said()  # noqa: RUF009 - frozen
    became: Became = Became.TAKEN_UP
    title: Said = Said()  # noqa: RUF009 - frozen


async def lay_trace(
    wish: TraceWish, *, by: Actor, now: datetime, request: UUID
) -> bool:
    """
    Lay a trace, and tell the proposals it speaks for; once for the same request.

    What a proposal is told leads to the page of its own way, which says at any time
    what of it is public.
    """
    _check(wish)
    async with transaction():
        if await _was_done(request, Act.TRACE_LAID):
            return False
        if wish.origin.kind is wish.result.kind:
            await _wait_for_others()
        ahead = await traces_onward([wish.result], farthest=ANY_NUMBER)
        if closes_circle(wish.origin, wish.result, ahead):
            raise Unusable("trace_in_a_circle")
        row = _row(wish, now)
        with refused_if_taken(Conflict("trace_is_there"), *_ENDS):
            await Trace.insert(row)
        await record(_entry(Act.TRACE_LAID, wish.origin, wish.result, by, now, request))
        await _tell(row.id, wish, by=by, now=now)
    return True


async def take_up_trace(
    trace: UUID, *, by: Actor, now: datetime, request: UUID
) -> bool:
    """Take a trace up again, and take back what proposals were told with it."""
    async with transaction():
        if await _was_done(request, Act.TRACE_TAKEN_UP):
            return False
        there = await trace_by_id(trace)
        await take_back_answers(await answers_with(trace), by=by, now=now)
        await fetch("DELETE FROM trace WHERE id = ?", trace)
        await record(
            _entry(Act.TRACE_TAKEN_UP, there.origin, there.result, by, now, request)
        )
    return True


async def _tell(trace: UUID, wish: TraceWish, *, by: Actor, now: datetime) -> None:
    proposals = await proposals_at(wish.origin)
    told = await tell_proposals(_answers(wish, proposals), by=by, now=now)
    if wish.origin.kind is SubjectKind.PROPOSAL and not told:
        raise NotFound("no_such_proposal", number="")
    rows = [
        TracedProposal(id=uuid4(), trace=trace, proposal=one, answer=answer)
        for one, answer in told.items()
    ]
    if rows:
        await TracedProposal.insert(*rows)


async def proposals_at(origin: Node) -> Sequence[UUID]:
    """List the proposals that are answered by a trace from here."""
    if origin.kind not in SPEAKS_FOR_PROPOSALS:
        return []
    if origin.kind is SubjectKind.PROPOSAL:
        return [origin.id]
    return await proposals_in_cluster(origin.id)


def _answers(wish: TraceWish, proposals: Sequence[UUID]) -> Mapping[UUID, Answer]:
    return {
        one: Answer(
            became=wish.became,
            reason=wish.note,
            title=wish.title,
            address=f"/traces/{SubjectKind.PROPOSAL}/{one}",
        )
        for one in proposals
    }


async def _wait_for_others() -> None:
    """Two who lay traces the other way round at once would close a circle unseen."""
    if current_engine().engine_type != "sqlite":
        await fetch("LOCK TABLE trace IN SHARE ROW EXCLUSIVE MODE")


def _row(wish: TraceWish, now: datetime) -> Trace:
    lines = wish.lines
    return Trace(
        id=uuid4(),
        from_kind=wish.origin.kind,
        from_id=wish.origin.id,
        to_kind=wish.result.kind,
        to_id=wish.result.id,
        first_line=lines.first if lines else 0,
        last_line=lines.last if lines else 0,
        language=lines.language if lines else "",
        base_version=lines.base_version if lines else 0,
        note=wish.note.dump(),
        laid_at=now,
    )


def _entry(  # noqa: PLR0917 - a short form
    act: Act, origin: Node, result: Node, by: Actor, now: datetime, request: UUID
) -> Entry:
    return Entry(
        at=now,
        by=by,
        act=act,
        subject=result.id,
        facts={"from": origin.kind.value, "to": result.kind.value},
        request=request,
    )


async def _was_done(request: UUID, act: Act) -> bool:
    known = await entry_of_request(request)
    if known is not None and known.act is not act:
        raise Conflict("request_used_otherwise")
    return known is not None


def _check(wish: TraceWish) -> None:
    if not leads_on(wish.origin.kind, wish.result.kind):
        raise Unusable("trace_leads_back")
    ends = {wish.origin.kind, wish.result.kind}
    if wish.lines and SubjectKind.CHAPTER not in ends:
        raise Unusable("trace_lines_unusable", many=0)
    if wish.became is Became.NOT_FOLLOWED:
        raise Unusable("trace_of_what_is_not_followed")
