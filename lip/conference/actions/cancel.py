"""Cancel a registration, and take that back; the person stays on the list."""

from datetime import datetime
from uuid import UUID

from lip.conference.actions.change_participant import lock_participant
from lip.conference.queries.conferences import ConferenceFacts
from lip.conference.queries.participants import participant
from lip.conference.tables import Participant
from lip.database import transaction
from lip.journal.actions.record import record
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor, Entry


async def cancel(
    one: UUID, *, conference: ConferenceFacts, by: Actor, now: datetime
) -> bool:
    """Cancel a registration; cancelling twice changes nothing."""
    return await _set(one, now, conference=conference, by=by, now=now)


async def reinstate(
    one: UUID, *, conference: ConferenceFacts, by: Actor, now: datetime
) -> bool:
    """Take a cancellation back; the ticket is good again."""
    return await _set(one, None, conference=conference, by=by, now=now)


async def _set(
    one: UUID,
    cancelled_at: datetime | None,
    *,
    conference: ConferenceFacts,
    by: Actor,
    now: datetime,
) -> bool:
    async with transaction():
        await lock_participant(one)
        there = await participant(conference, one)
        if (there.cancelled_at is None) == (cancelled_at is None):
            return False
        await Participant.update({Participant.cancelled_at: cancelled_at}).where(
            Participant.id == one
        )
        act = Act.PARTICIPANT_CANCELLED if cancelled_at else Act.PARTICIPANT_REINSTATED
        await record(Entry(at=now, by=by, act=act, subject=one, scope=conference.key))
    return True
