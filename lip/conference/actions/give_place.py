"""Give somebody a place who is on the waiting list: people decide, above all counts."""

from datetime import datetime
from uuid import UUID

from lip.conference.actions.locks import lock_conference
from lip.conference.queries.conferences import ConferenceFacts
from lip.conference.queries.participants import participant
from lip.conference.tables import Participant
from lip.database import transaction
from lip.journal.actions.record import record
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor, Entry


async def give_place(
    one: UUID, *, conference: ConferenceFacts, by: Actor, now: datetime
) -> bool:
    """Take somebody off the waiting list; who is not on it stays as she is."""
    async with transaction():
        await lock_conference(conference)
        await participant(conference, one)
        waiting = (
            await Participant
            .update({Participant.waiting_since: None})
            .where(Participant.id == one)
            .where(Participant.conference == conference.id)
            .where(Participant.waiting_since.is_not_null())
            .returning(Participant.id)
        )
        if not waiting:
            return False
        entry = Entry(
            at=now, by=by, act=Act.PLACE_GIVEN, subject=one, scope=conference.key
        )
        await record(entry)
    return True
