"""Give somebody a place who is on the waiting list: people decide, above all counts."""

from datetime import datetime
from uuid import UUID

from lip.conference.actions.locks import lock_conference
from lip.conference.queries.conferences import ConferenceFacts
from lip.conference.queries.participants import participant
from lip.conference.tables import Participant
from lip.database import transaction
from lip.journal.actions.note_of import note_of
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor


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
        await note_of(Act.PLACE_GIVEN, one, conference.key, by=by, now=now)
    return True
