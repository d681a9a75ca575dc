"""Say that a session is late: the rest of the day moves, and moves back by undo."""

import json
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID, uuid4

from lip.conference.queries.conferences import ConferenceFacts
from lip.conference.tables import Conference
from lip.database import execute_many, lock_rows, transaction
from lip.errors import Conflict, TooLate, Unusable
from lip.journal.actions.note_of import note_of
from lip.journal.queries import subjects_of_requests
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor
from lip.programme.actions.plan_session import locked_session
from lip.programme.queries.sessions import programme_of
from lip.programme.queries.shifts import last_shift
from lip.programme.rules.catching_up import caught_up
from lip.programme.rules.sessions import SessionFacts
from lip.programme.rules.shifting import (
    MOST_MINUTES,
    Delay,
    Late,
    Move,
    late_now,
    shifted,
)
from lip.programme.tables import AgendaShift

_MOVE = """
    UPDATE programme_session SET late_minutes = ?, ends_late_minutes = ?,
        version = version + 1, changed_at = ?
    WHERE id = ?
"""


async def run_late(
    session: UUID,
    delay: Delay,
    *,
    conference: ConferenceFacts,
    by: Actor,
    now: datetime,
    request: UUID | None = None,
) -> Sequence[Move]:
    """
    Move a session and the rest of its day; the same request moves them once.

    Minutes below zero were made up, and bring them back towards their plan.
    """
    if not 1 <= abs(delay.minutes) <= MOST_MINUTES:
        raise Unusable("delay_out_of_range", most=MOST_MINUTES)
    async with transaction():
        await _lock(conference)
        if request and request in await subjects_of_requests([request]):
            return ()
        late = await locked_session(session, conference)
        if late.called_off:
            raise Conflict("session_is_called_off")
        if late.ends <= now:
            raise TooLate("session_is_over")
        sessions = await programme_of(conference.id)
        moves = _moves(sessions, late, delay, conference=conference, now=now)
        if not moves:
            return ()
        await _move([(one.session, one.after) for one in moves], now)
        await _keep(moves, session, delay, conference=conference, now=now)
        await note_of(
            Act.AGENDA_SHIFTED,
            session,
            conference.key,
            by=by,
            now=now,
            facts={"minutes": delay.minutes, "sessions": len(moves)},
            request=request,
        )
    return moves


def _moves(
    sessions: Sequence[SessionFacts],
    late: SessionFacts,
    delay: Delay,
    *,
    conference: ConferenceFacts,
    now: datetime,
) -> Sequence[Move]:
    if delay.minutes > 0:
        return shifted(sessions, late, delay, zone=conference.zone)
    begun = late.begins <= now
    return caught_up(sessions, late, -delay.minutes, begun=begun, zone=conference.zone)


async def undo_shift(
    shift: UUID, *, conference: ConferenceFacts, by: Actor, now: datetime
) -> int:
    """
    Take the last shift back and count what moved; undoing twice changes nothing.

    A session that was given other times meanwhile keeps them.
    """
    async with transaction():
        await _lock(conference)
        last = await last_shift(conference.id)
        if last is None or last.id != shift:
            return 0
        there = {one.id: late_now(one) for one in await programme_of(conference.id)}
        back = [
            (one.session, one.before)
            for one in last.moves
            if there.get(one.session) == one.after
        ]
        await _move(back, now)
        await AgendaShift.update({AgendaShift.undone_at: now}).where(
            AgendaShift.id == shift
        )
        await note_of(
            Act.SHIFT_UNDONE,
            last.session,
            conference.key,
            by=by,
            now=now,
            facts={"minutes": last.minutes, "sessions": len(back)},
        )
    return len(back)


async def _lock(conference: ConferenceFacts) -> None:
    this = Conference.id == conference.id
    await lock_rows(Conference.select(Conference.id).where(this))


async def _move(lates: Sequence[tuple[UUID, Late]], now: datetime) -> None:
    if lates:
        await execute_many(
            _MOVE, [(late.begins, late.ends, now, one) for one, late in lates]
        )


async def _keep(
    moves: Sequence[Move],
    session: UUID,
    delay: Delay,
    *,
    conference: ConferenceFacts,
    now: datetime,
) -> None:
    kept = [
        [
            str(one.session),
            [one.before.begins, one.before.ends],
            [one.after.begins, one.after.ends],
        ]
        for one in moves
    ]
    await AgendaShift.insert(
        AgendaShift(
            id=uuid4(),
            conference=conference.id,
            session=session,
            minutes=delay.minutes,
            moves=json.dumps(kept),
            at=now,
        )
    )
