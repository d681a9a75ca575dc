"""Lay a trace from one thing to what it became part of, or take it up again."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID, uuid4

from lip.database import fetch, refused_if_taken, transaction
from lip.errors import Conflict, Unusable
from lip.journal.actions.record import record
from lip.journal.queries import entry_of_request
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor, Entry
from lip.said import Said
from lip.tracing.queries.traces import trace_by_id, traces_around
from lip.tracing.rules.chains import Node, closes_circle, leads_on
from lip.tracing.tables import Trace

LAST_LINE: Final = 100_000
LONGEST_NOTE: Final = 1000

_ENDS: Final = ("from_kind", "from_id", "to_kind", "to_id")


@dataclass(frozen=True, slots=True, kw_only=True)
class TraceWish:
    """What became part of what; lines where the result is a chapter (0: all of it)."""

    origin: Node
    result: Node
    first_line: int = 0
    last_line: int = 0
    note: Said = Said()  # noqa: RUF009 - frozen


async def lay_trace(
    wish: TraceWish, *, by: Actor, now: datetime, request: UUID
) -> bool:
    """Lay a trace; the same request again changes nothing."""
    _check(wish)
    async with transaction():
        if await _was_done(request, Act.TRACE_LAID):
            return False
        around = await traces_around([wish.origin, wish.result])
        if closes_circle(wish.origin, wish.result, around):
            raise Unusable("trace_in_a_circle")
        row = Trace(
            id=uuid4(),
            from_kind=wish.origin.kind,
            from_id=wish.origin.id,
            to_kind=wish.result.kind,
            to_id=wish.result.id,
            first_line=wish.first_line,
            last_line=wish.last_line,
            note=wish.note.dump(),
            laid_at=now,
        )
        with refused_if_taken(Conflict("trace_is_there"), *_ENDS):
            await Trace.insert(row)
        await record(_entry(Act.TRACE_LAID, wish.origin, wish.result, by, now, request))
    return True


async def take_up_trace(
    trace: UUID, *, by: Actor, now: datetime, request: UUID
) -> bool:
    """Take a trace up again; what it led from and to stays."""
    async with transaction():
        if await _was_done(request, Act.TRACE_TAKEN_UP):
            return False
        there = await trace_by_id(trace)
        await fetch("DELETE FROM trace WHERE id = ?", trace)
        await record(
            _entry(Act.TRACE_TAKEN_UP, there.origin, there.result, by, now, request)
        )
    return True


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
    if wish.first_line < 0 or not wish.first_line <= wish.last_line <= LAST_LINE:
        raise Unusable("trace_lines_unusable")
    if wish.last_line and not wish.first_line:
        raise Unusable("trace_lines_unusable")
