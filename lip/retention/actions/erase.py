"""Erase what is stored of a person, on her wish or by staff for her."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID, uuid4

from lip.conference.actions.locks import lock_conference
from lip.conference.queries.conferences import ConferenceFacts
from lip.conference.queries.erased import erasure_key
from lip.conference.queries.stored import stored_guest
from lip.database import transaction
from lip.journal.actions.note_of import note_of
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor, ActorKind
from lip.kept import Kind
from lip.keys import Keys
from lip.registration.actions.own_place import give_up
from lip.retention.actions.keep_records import keep_records
from lip.retention.queries.records import HEAD
from lip.retention.rules.records import Cause, Deleted


async def erase_person(
    participant: UUID,
    *,
    conference: ConferenceFacts,
    kinds: Sequence[Kind],
    keys: Keys,
    by: Actor,
    now: datetime,
) -> bool:
    """
    Erase a participant for good; erased twice, nothing changes.

    First the place is given up, so that the next one on the waiting list moves up.

    The journal keeps the id, which then leads nowhere, and a key made of the ticket's
    keyed hash, so that its page can say that everything is gone.
    """
    async with transaction():
        await lock_conference(conference)
        row = await stored_guest(participant)
        if row is None or row["conference"] != conference.id:
            return False
        await give_up(participant, conference=conference, by=by, now=now)
        deleted = [
            Deleted(kind=kind.name, rows=rows, scope=conference.key)
            for kind in kinds
            if (rows := await _erase(kind, participant, keys))
        ]
        if await stored_guest(participant) is not None:
            raise RuntimeError("No kind has erased the participant.")
        head = await keep_records(
            deleted, run=uuid4(), cause=Cause.WISH, by=_nobody_named(by), now=now
        )
        await note_of(
            Act.PARTICIPANT_ERASED,
            participant,
            conference.key,
            by=by,
            now=now,
            facts={"rows": sum(one.rows for one in deleted), HEAD: head},
            request=erasure_key(row["sealed_code"]),
        )
    return True


async def _erase(kind: Kind, participant: UUID, keys: Keys) -> int:
    found = 0
    if kind.erase_by_key is not None:
        found = await kind.erase_by_key(participant, keys.part)
    return found + await kind.erase(participant)


def _nobody_named(by: Actor) -> Actor:
    """A record does not say whose data it was: who erases herself is not named."""
    return (
        by if by.id is None or by.kind is not ActorKind.PARTICIPANT else Actor(by.kind)
    )
