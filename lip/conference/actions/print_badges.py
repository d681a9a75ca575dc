"""Print badges and the door list: note in the journal what went on paper."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from lip.conference.queries.conferences import ConferenceFacts
from lip.conference.queries.printing import people_to_print, person_to_print
from lip.conference.rules.printing import Printee, Selection, chosen
from lip.conference.tables import Conference, Participant
from lip.database import in_batches, transaction
from lip.errors import TooLate, Unusable
from lip.journal.actions.note_of import note_of
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor


async def print_badges(
    wish: Selection,
    *,
    conference: ConferenceFacts,
    format_name: str,
    by: Actor,
    now: datetime,
) -> Sequence[Printee]:
    """Choose the people, note that their badges are printed, and return them."""
    people = chosen(await people_to_print(conference), wish)
    if not people:
        raise Unusable("nobody_to_print")
    async with transaction():
        await _note(people, now=now)
        await Conference.update({Conference.badge_format: format_name}).where(
            Conference.id == conference.id
        )
        await note_of(
            Act.BADGES_PRINTED,
            conference.id,
            conference.key,
            by=by,
            now=now,
            facts={
                "badges": len(people),
                "format": format_name,
                "whose": wish.whose.value,
            },
        )
    return people


async def print_badge(
    participant: UUID, *, conference: ConferenceFacts, by: Actor, now: datetime
) -> Printee:
    """Note that the badge of one person is printed, and return the person."""
    person = await person_to_print(conference, participant)
    if person.cancelled:
        raise TooLate("registration_cancelled")
    if person.waiting:
        raise TooLate("registration_waits")
    async with transaction():
        await _note([person], now=now)
        await note_of(
            Act.BADGES_PRINTED,
            person.id,
            conference.key,
            by=by,
            now=now,
            facts={"badges": 1},
        )
    return person


async def _note(people: Sequence[Printee], *, now: datetime) -> None:
    for batch in in_batches(people, columns=2):
        await Participant.update({Participant.badge_printed_at: now}).where(
            Participant.id.is_in([one.id for one in batch])
        )


async def print_door_list(
    *, conference: ConferenceFacts, by: Actor, now: datetime
) -> Sequence[Printee]:
    """Note that the door list is printed, and return the people."""
    people = await people_to_print(conference)
    async with transaction():
        await note_of(
            Act.DOOR_LIST_PRINTED,
            conference.id,
            conference.key,
            by=by,
            now=now,
            facts={"people": sum(not (one.cancelled or one.waiting) for one in people)},
        )
    return people
