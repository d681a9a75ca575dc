"""Let somebody move up past the order of the waiting list, for a reason."""

from datetime import datetime
from typing import Final
from uuid import UUID

from lip.conference.actions.locks import lock_conference
from lip.conference.queries.conferences import ConferenceFacts
from lip.conference.tables import Participant
from lip.database import transaction
from lip.errors import Conflict, Unusable
from lip.journal.actions.record import record
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor, Entry
from lip.journal.sentences import REASONS
from lip.registration.actions.places_gained import fill_places
from lip.registration.queries.places import seats_of, waiting_list
from lip.registration.rules.letters_due import LetterDue
from lip.registration.tables import Place

WHY: Final = frozenset(REASONS)
"""The reasons that an organiser can give; free words could name people."""


async def move_past(
    conference: ConferenceFacts,
    participant: UUID,
    *,
    reason: str,
    by: Actor,
    now: datetime,
) -> int:
    """
    Give a waiting person, and those registered with her, a place out of turn.

    Places must be free in the whole house and in her group: letting somebody past
    never makes a conference over-full. Says how many people moved.
    """
    if reason not in WHY:
        raise Unusable("moving_up_needs_reason")
    async with transaction():
        await lock_conference(conference)
        queue = await waiting_list(conference)
        own = next((one for one in queue if participant in one.people), None)
        if own is None:
            raise Conflict("not_waiting_any_more")
        left = (await seats_of(conference)).open_to(own.group)
        if left is not None and left < len(own.people):
            raise Conflict("no_place_to_move_to", people=len(own.people), left=left)
        people = list(own.people)
        await Participant.update({Participant.waiting_since: None}).where(
            Participant.id.is_in(people)
        )
        await Place.update({
            Place.moved_up_at: now,
            Place.letter_due: LetterDue.MOVED_UP,
        }).where(Place.participant.is_in(people))
        await record(
            *(
                Entry(
                    at=now,
                    by=by,
                    act=Act.MOVED_UP_BY_HAND,
                    subject=one,
                    scope=conference.key,
                    facts={"reason": reason},
                )
                for one in people
            )
        )
        await fill_places(conference, by=by, now=now)
    return len(people)
