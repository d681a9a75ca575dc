"""Give a new ticket for a lost one; the old code ends with it."""

from datetime import datetime
from uuid import UUID

from lip.conference.actions.change_participant import lock_participant
from lip.conference.actions.register import sealed_code
from lip.conference.queries.conferences import ConferenceFacts
from lip.conference.queries.participants import participant
from lip.conference.tables import Participant
from lip.database import transaction
from lip.journal.actions.note_of import note_of
from lip.journal.queries import subjects_of_requests
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor
from lip.keys import Keys


async def reissue_ticket(
    one: UUID,
    *,
    conference: ConferenceFacts,
    keys: Keys,
    by: Actor,
    now: datetime,
    request: UUID,
) -> int:
    """Reissue a ticket and return the number of its issue; a repeat changes nothing."""
    async with transaction():
        await lock_participant(one)
        there = await participant(conference, one)
        if await subjects_of_requests([request]):
            return there.ticket_issue
        issue = there.ticket_issue + 1
        await Participant.update({
            Participant.ticket_issue: issue,
            Participant.sealed_code: sealed_code(one, issue, keys=keys),
        }).where(Participant.id == one)
        await note_of(
            Act.TICKET_REISSUED,
            one,
            conference.key,
            by=by,
            now=now,
            facts={"issue": issue},
            request=request,
        )
    return issue
