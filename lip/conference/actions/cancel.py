"""Cancel a registration, and take that back; the person stays on the list."""

from datetime import datetime
from typing import Protocol
from uuid import UUID

from lip.conference.actions.change_participant import lock_participant
from lip.conference.actions.locks import lock_conference
from lip.conference.queries.conferences import ConferenceFacts
from lip.conference.queries.participants import participant
from lip.conference.tables import Participant
from lip.database import transaction
from lip.journal.actions.note_of import note_of
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor


class Then(Protocol):
    """What follows in the same transaction; areas above say what that is."""

    async def __call__(
        self, one: UUID, *, conference: ConferenceFacts, by: Actor, now: datetime
    ) -> None:
        """Do it."""


async def nothing_more(
    one: UUID, *, conference: ConferenceFacts, by: Actor, now: datetime
) -> None:
    """Leave it at that."""


async def cancel(
    one: UUID,
    *,
    conference: ConferenceFacts,
    by: Actor,
    now: datetime,
    then: Then = nothing_more,
) -> bool:
    """Cancel a registration; cancelling twice changes nothing."""
    return await _set(one, now, conference=conference, by=by, now=now, then=then)


async def reinstate(
    one: UUID,
    *,
    conference: ConferenceFacts,
    by: Actor,
    now: datetime,
    then: Then = nothing_more,
) -> bool:
    """Take a cancellation back; the ticket is good again."""
    return await _set(one, None, conference=conference, by=by, now=now, then=then)


async def _set(
    one: UUID,
    cancelled_at: datetime | None,
    *,
    conference: ConferenceFacts,
    by: Actor,
    now: datetime,
    then: Then,
) -> bool:
    async with transaction():
        await lock_conference(conference)
        await lock_participant(one)
        there = await participant(conference, one)
        if (there.cancelled_at is None) == (cancelled_at is None):
            return False
        await Participant.update({Participant.cancelled_at: cancelled_at}).where(
            Participant.id == one
        )
        act = Act.PARTICIPANT_CANCELLED if cancelled_at else Act.PARTICIPANT_REINSTATED
        await note_of(act, one, conference.key, by=by, now=now)
        await then(one, conference=conference, by=by, now=now)
    return True
