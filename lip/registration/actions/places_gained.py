"""Fill places that became free: whoever came first moves up, in one transaction."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from lip.conference.actions.locks import lock_conference
from lip.conference.queries.conferences import ConferenceFacts
from lip.conference.tables import Participant
from lip.database import in_batches, transaction
from lip.journal.actions.record import record
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor, Entry
from lip.registration.queries.places import (
    seats_of,
    sessions_with_seats,
    waiting_for_sessions,
    waiting_list,
)
from lip.registration.rules.letters_due import LetterDue
from lip.registration.rules.places import Standing, moving_up
from lip.registration.tables import Place, SignUp


async def fill_places(conference: ConferenceFacts, *, by: Actor, now: datetime) -> int:
    """
    Let people move up, at the conference and in its sessions; say how many did.

    Once the last doors have closed nobody moves up any more. The letters are due with
    it, and written soon after (`write_letters`).
    """
    if conference.days and now > max(doors.close for doors in conference.days):
        return 0
    async with transaction():
        await lock_conference(conference)
        moved = await _fill_conference(conference, by=by, now=now)
        await _fill_sessions(conference, now=now)
    return moved


async def _fill_conference(
    conference: ConferenceFacts, *, by: Actor, now: datetime
) -> int:
    queue = await waiting_list(conference)
    moving = moving_up(queue, await seats_of(conference)) if queue else ()
    people = [one for waiting in moving for one in waiting.people]
    for few in in_batches(people, columns=1):
        await _give_places(few, now=now)
    entries = [
        Entry(at=now, by=by, act=Act.MOVED_UP, subject=one, scope=conference.key)
        for one in people
    ]
    await record(*entries)
    return len(people)


async def _give_places(people: Sequence[UUID], *, now: datetime) -> None:
    await Participant.update({Participant.waiting_since: None}).where(
        Participant.id.is_in(list(people))
    )
    await Place.update({
        Place.moved_up_at: now,
        Place.letter_due: LetterDue.MOVED_UP,
    }).where(Place.participant.is_in(list(people)))


async def _fill_sessions(conference: ConferenceFacts, *, now: datetime) -> None:
    queues = await waiting_for_sessions(conference)
    if not queues:
        return
    sessions = await sessions_with_seats(conference)
    moving = [
        one
        for session, queue in queues.items()
        if session in sessions and now < sessions[session].starts_at
        for waiting in moving_up(queue, sessions[session].seats)
        for one in waiting.people
    ]
    for few in in_batches(moving, columns=1):
        await SignUp.update({
            SignUp.standing: Standing.HELD,
            SignUp.letter_due: True,
        }).where(SignUp.id.is_in(list(few)))
