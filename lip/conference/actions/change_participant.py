"""Change what is known of a participant; two editors never overwrite each other."""

from datetime import datetime
from typing import Any
from uuid import UUID

from lip.conference.actions.register import replace_needs
from lip.conference.queries.conferences import ConferenceFacts
from lip.conference.queries.participants import Registered, participant
from lip.conference.rules.column import Column
from lip.conference.rules.guest import NEEDS, Guest
from lip.conference.rules.guest_version import version_of
from lip.conference.rules.participants import columns_of
from lip.conference.tables import Participant
from lip.database import lock_rows, transaction
from lip.errors import Conflict
from lip.journal.actions.note_of import note_of
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor

_GUEST = [column for column in Column if column.value in Guest.__slots__]


async def change_participant(
    one: UUID,
    guest: Guest,
    *,
    conference: ConferenceFacts,
    shown: str,
    by: Actor,
    now: datetime,
) -> bool:
    """
    Change a participant, needs included; tell whether anything is different now.

    `shown` is the version (`version_of`) of what the editor had before her. If
    someone else has changed it since, nothing is written and Conflict is raised.
    """
    async with transaction():
        await lock_participant(one)
        there = await participant(conference, one)
        if there.guest == guest:
            return False
        if version_of(there.guest) != shown:
            raise Conflict("participant_changed_meanwhile")
        changed = await write_guest(there, guest, conference=conference, now=now)
        await note_of(
            Act.PARTICIPANT_CHANGED,
            one,
            conference.key,
            by=by,
            now=now,
            facts={"columns": " ".join(changed)},
        )
    return True


async def lock_participant(one: UUID) -> None:
    """Let nobody else change this participant until the transaction ends."""
    await lock_rows(Participant.select(Participant.id).where(Participant.id == one))


async def write_guest(
    there: Registered, guest: Guest, *, conference: ConferenceFacts, now: datetime
) -> tuple[Column, ...]:
    """Write what is different, and name its columns; the caller records it."""
    changed = tuple(
        column
        for column in _GUEST
        if getattr(guest, column.value) != getattr(there.guest, column.value)
    )
    if not NEEDS.issuperset(changed):
        columns: dict[Any, Any] = {**columns_of(guest, number=there.number)}
        await Participant.update(columns).where(Participant.id == there.id)
    if not NEEDS.isdisjoint(changed):
        await replace_needs(there.id, guest, conference=conference, now=now)
    return changed
