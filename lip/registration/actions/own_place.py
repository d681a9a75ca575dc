"""Give up a place and take one again; the next ones move up at once."""

from datetime import datetime
from uuid import UUID

from lip.conference.actions.cancel import cancel, reinstate
from lip.conference.actions.locks import lock_conference
from lip.conference.queries.conferences import ConferenceFacts
from lip.conference.tables import Participant
from lip.database import fetch, transaction
from lip.journal.rules.entries import Actor
from lip.registration.actions.places_gained import fill_places
from lip.registration.queries.forms import form_of
from lip.registration.queries.places import seats_of, waiting_list
from lip.registration.rules.letters_due import LetterDue
from lip.registration.rules.places import Waiting, moving_up
from lip.registration.rules.registering import NoPlaces
from lip.registration.tables import Place, SignUp


async def give_up(
    one: UUID, *, conference: ConferenceFacts, by: Actor, now: datetime
) -> bool:
    """Cancel, give up all sessions, and let the next ones move up."""
    return await cancel(
        one, conference=conference, by=by, now=now, then=after_cancelling
    )


async def take_again(
    one: UUID, *, conference: ConferenceFacts, by: Actor, now: datetime
) -> bool | NoPlaces:
    """Register again, at the end of the line, if there is a line to stand in."""
    async with transaction():
        await lock_conference(conference)
        form = await form_of(conference)
        if (
            form is not None
            and not form.waiting_list
            and await _is_full(one, conference)
        ):
            return NoPlaces(left=0, may_wait=False)
        return await reinstate(
            one, conference=conference, by=by, now=now, then=after_reinstating
        )


async def after_cancelling(
    one: UUID, *, conference: ConferenceFacts, by: Actor, now: datetime
) -> None:
    """Free what somebody held who is cancelled, whoever cancelled."""
    await SignUp.delete().where(SignUp.participant == one)
    await Place.update({Place.letter_due: LetterDue.NONE}).where(
        Place.participant == one
    )
    await fill_places(conference, by=by, now=now)


async def after_reinstating(
    one: UUID, *, conference: ConferenceFacts, by: Actor, now: datetime
) -> None:
    """Put somebody at the end of the line, from where she moves up if there is room."""
    if not await Place.exists().where(Place.participant == one):
        return  # never had to have a place: from a list, or written in by hand
    await Participant.update({Participant.waiting_since: now}).where(
        Participant.id == one
    )
    await Place.update({Place.queued_at: now}).where(Place.participant == one)
    await fill_places(conference, by=by, now=now)
    await Place.update({Place.letter_due: LetterDue.NONE}).where(
        Place.participant == one
    )


async def _is_full(one: UUID, conference: ConferenceFacts) -> bool:
    rows = await fetch("SELECT in_group FROM place WHERE participant = ?", one)
    again = Waiting(people=(one,), group=rows[0]["in_group"] if rows else None)
    queue = [*await waiting_list(conference), again]
    return again not in moving_up(queue, await seats_of(conference))
