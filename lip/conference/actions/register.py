"""Register people for a conference: one by hand, or many from a list."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from lip.conference.queries.conferences import ConferenceFacts
from lip.conference.rules.codes import code_of
from lip.conference.rules.guest import Guest
from lip.conference.rules.participants import columns_of, needs_end, needs_of
from lip.conference.tables import Need
from lip.database import execute_many, fetch, transaction
from lip.journal.actions.note_of import note_of
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor
from lip.keys import Keys

_PARTICIPANT = (
    *("id", "conference", "number", "source_key", "sealed_code", "created_at"),
    *("walk_in", "waiting_since", "ticket_issue"),
    *("external_id", "full_name", "given_name", "family_name", "badge_name"),
    *("organisation", "role", "email", "phone", "language", "spoken_languages"),
    *("workshop", "may_vote", "only_on", "note", "search_key", "sort_key"),
)
_NEED = ("participant", "delete_on", "interpreting", "childcare", "access", "diet")


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """A participant who has just been written."""

    id: UUID
    number: int


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
        await note_of(
            Act.PARTICIPANT_REGISTERED,
            row.id,
            conference.key,
            by=by,
            now=now,
            request=request,
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
) -> Sequence[Added]:
    """
    Write the rows of people with their source keys; the caller records why.

    Who is `waiting` has no place yet.
    """
    first = await _take_numbers(conference.id, len(guests))
    rows = [
        _row(guest, source, number=number, conference=conference, keys=keys, now=now)
        | {"walk_in": walk_in, "waiting_since": now if waiting else None}
        for number, (guest, source) in enumerate(guests, start=first)
    ]
    needs = [
        need
        for row, (guest, _) in zip(rows, guests, strict=True)
        if (need := _need(row["id"], guest, conference=conference, now=now))
    ]
    await _insert("participant", _PARTICIPANT, rows)
    await _insert("need", _NEED, needs)
    return [Added(id=row["id"], number=row["number"]) for row in rows]


async def _insert(
    table: str, columns: Sequence[str], rows: Sequence[Mapping[str, Any]]
) -> None:
    """Write many rows at once: built row by row, they would take most of the time."""
    if rows:
        marks = ", ".join("?" * len(columns))
        await execute_many(
            f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})",  # noqa: S608 - our own names
            [[row[column] for column in columns] for row in rows],
        )


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
) -> dict[str, Any]:
    participant = uuid4()
    return columns_of(guest, number=number) | {
        "id": participant,
        "conference": conference.id,
        "number": number,
        "source_key": source,
        "sealed_code": sealed_code(participant, 1, keys=keys),
        "ticket_issue": 1,
        "created_at": now,
    }


def ticket_code(participant: UUID, issue: int, *, keys: Keys) -> str:
    """Derive the code of a ticket."""
    return code_of(keys.part("ticket"), participant, issue)


def sealed_code(participant: UUID, issue: int, *, keys: Keys) -> str:
    """Derive the keyed hash under which a ticket's code is found."""
    return keys.seal("code", ticket_code(participant, issue, keys=keys))


def _need(
    participant: UUID, guest: Guest, *, conference: ConferenceFacts, now: datetime
) -> Mapping[str, Any] | None:
    columns = needs_of(guest)
    if not columns:
        return None
    last = max((doors.day for doors in conference.days), default=None)
    today = now.astimezone(conference.zone).date()
    end = needs_end(last, today, kept_days=conference.needs_kept_days)
    return {"participant": participant, "delete_on": end, **columns}


async def replace_needs(
    participant: UUID, guest: Guest, *, conference: ConferenceFacts, now: datetime
) -> None:
    """Write the needs of a participant anew."""
    await Need.delete().where(Need.participant == participant)
    if need := _need(participant, guest, conference=conference, now=now):
        await _insert("need", _NEED, [need])
