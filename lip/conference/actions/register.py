"""Register people for a conference: one by hand, or many from a list."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from lip.conference.queries.conferences import ConferenceFacts
from lip.conference.rules.codes import code_of
from lip.conference.rules.guest import Guest
from lip.conference.rules.participants import columns_of, needs_end, needs_of
from lip.conference.tables import Need, Participant
from lip.database import fetch, in_batches, transaction
from lip.journal.actions.record import record
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor, Entry
from lip.keys import Keys

PARTICIPANT_COLUMNS = len(Participant.all_columns())
NEED_COLUMNS = len(Need.all_columns())


async def register(
    guest: Guest,
    *,
    conference: ConferenceFacts,
    keys: Keys,
    by: Actor,
    now: datetime,
    request: UUID | None = None,
) -> UUID:
    """Register one person by hand."""
    async with transaction():
        (row,) = await add_participants(
            [(guest, None)], conference=conference, keys=keys, now=now
        )
        await record(
            Entry(
                at=now,
                by=by,
                act=Act.PARTICIPANT_REGISTERED,
                subject=row.id,
                scope=conference.key,
                request=request,
            )
        )
    return row.id


async def add_participants(
    guests: Sequence[tuple[Guest, UUID | None]],
    *,
    conference: ConferenceFacts,
    keys: Keys,
    now: datetime,
    walk_in: bool = False,
    waiting: bool = False,
) -> Sequence[Participant]:
    """
    Write the rows of people with their source keys; the caller records why.

    Who is `waiting` has no place yet.
    """
    first = await _take_numbers(conference.id, len(guests))
    rows = [
        _row(guest, source, number=number, conference=conference, keys=keys, now=now)
        for number, (guest, source) in enumerate(guests, start=first)
    ]
    for row in rows:
        row.walk_in = walk_in
        row.waiting_since = now if waiting else None
    for batch in in_batches(rows, columns=PARTICIPANT_COLUMNS):
        await Participant.insert(*batch)
    needs = [
        need
        for row, (guest, _) in zip(rows, guests, strict=True)
        if (need := _need(row.id, guest, conference=conference, now=now))
    ]
    for few in in_batches(needs, columns=NEED_COLUMNS):
        await Need.insert(*few)
    return rows


async def _take_numbers(conference: UUID, many: int) -> int:
    """Take so many badge numbers that nobody else can get; return the first."""
    (row,) = await fetch(
        "UPDATE conference SET next_number = next_number + ? WHERE id = ? "
        "RETURNING next_number",
        many,
        conference,
    )
    return int(row["next_number"]) - many


def _row(
    guest: Guest,
    source: UUID | None,
    *,
    number: int,
    conference: ConferenceFacts,
    keys: Keys,
    now: datetime,
) -> Participant:
    participant = uuid4()
    columns: dict[str, Any] = columns_of(guest, number=number)
    return Participant(
        id=participant,
        conference=conference.id,
        number=number,
        source_key=source,
        sealed_code=sealed_code(participant, 1, keys=keys),
        created_at=now,
        **columns,
    )


def ticket_code(participant: UUID, issue: int, *, keys: Keys) -> str:
    """Derive the code of a ticket."""
    return code_of(keys.part("ticket"), participant, issue)


def sealed_code(participant: UUID, issue: int, *, keys: Keys) -> str:
    """Derive the keyed hash under which a ticket's code is found."""
    return keys.seal("code", ticket_code(participant, issue, keys=keys))


def _need(
    participant: UUID, guest: Guest, *, conference: ConferenceFacts, now: datetime
) -> Need | None:
    columns = needs_of(guest)
    if not columns:
        return None
    last = max((doors.day for doors in conference.days), default=None)
    today = now.astimezone(conference.zone).date()
    end = needs_end(last, today, kept_days=conference.needs_kept_days)
    return Need(participant=participant, delete_on=end, **columns)


async def replace_needs(
    participant: UUID, guest: Guest, *, conference: ConferenceFacts, now: datetime
) -> None:
    """Write the needs of a participant anew."""
    await Need.delete().where(Need.participant == participant)
    if need := _need(participant, guest, conference=conference, now=now):
        await Need.insert(need)
