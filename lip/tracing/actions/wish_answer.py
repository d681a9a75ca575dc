"""Ask to hear of the answers by letter, once, or no longer ask."""

from datetime import date, datetime, timedelta
from typing import Final
from uuid import UUID

from lip.conference.queries.conferences import ConferenceFacts
from lip.database import fetch, transaction
from lip.errors import Unusable
from lip.journal.actions.record import record
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor, Entry
from lip.mail.rules.addresses import cleaned, is_usable

AFTER: Final = timedelta(weeks=4)
"""So long after the last day the city owes an answer."""


def due_of(conference: ConferenceFacts, *, now: datetime) -> datetime:
    """Say when the letter goes: four weeks after the end, never in the past."""
    end = max((doors.close for doors in conference.days), default=now)
    return max(end + AFTER, now)


async def wish_answer(
    participant: UUID,
    address: str,
    *,
    conference: ConferenceFacts,
    language: str,
    by: Actor,
    now: datetime,
) -> bool:
    """Keep the wish, with a new address if it was there; tell if anything is new."""
    to = cleaned(address)
    if not is_usable(to):
        raise Unusable("wish_needs_address")
    async with transaction():
        known = await fetch(
            "SELECT address, language FROM answer_wish WHERE participant = ?",
            participant,
        )
        if known and (known[0]["address"], known[0]["language"]) == (to, language):
            return False
        await fetch(
            "INSERT INTO answer_wish "
            "(participant, address, language, due_at, wished_at) "
            "VALUES (?, ?, ?, ?, ?) ON CONFLICT (participant) DO UPDATE SET "
            "address = excluded.address, language = excluded.language",
            participant,
            to,
            language,
            due_of(conference, now=now),
            now,
        )
        await record(_entry(Act.ANSWER_WISHED, participant, conference.key, by, now))
    return True


async def end_wish(participant: UUID, *, scope: str, by: Actor, now: datetime) -> bool:
    """Delete the wish with its address; tell whether there was one."""
    async with transaction():
        gone = await fetch(
            "DELETE FROM answer_wish WHERE participant = ? RETURNING participant",
            participant,
        )
        if gone:
            await record(_entry(Act.ANSWER_WISH_ENDED, participant, scope, by, now))
    return bool(gone)


async def wish_of(participant: UUID) -> tuple[str, date] | None:
    """Give the address of a wish and the day of its letter, if there is one."""
    rows = await fetch(
        "SELECT address, due_at FROM answer_wish WHERE participant = ?", participant
    )
    return (rows[0]["address"], rows[0]["due_at"].date()) if rows else None


def _entry(  # noqa: PLR0917 - a short form
    act: Act, participant: UUID, scope: str, by: Actor, now: datetime
) -> Entry:
    return Entry(at=now, by=by, act=act, subject=participant, scope=scope)
