"""Rooms and speakers of a conference: add, change, remove."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID, uuid4

from piccolo.query.functions.aggregate import Max

from lip.conference.queries.conferences import ConferenceFacts
from lip.database import refused_if_taken, transaction
from lip.errors import Conflict, NotFound, Unusable
from lip.journal.actions.record import record
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor, Entry
from lip.programme.tables import Room, Speaker
from lip.said import Said

Furniture = TypeVar("Furniture", Room, Speaker)
UNKNOWN: Mapping[type[Room | Speaker], str] = {
    Room: "unknown_room",
    Speaker: "unknown_speaker",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomWish:
    """What is said of a room."""

    name: str
    way: Said = Said()  # noqa: RUF009 - frozen
    seats: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerWish:
    """What is said of a speaker; without consent nobody reads the name."""

    name: str
    function: Said = Said()  # noqa: RUF009 - frozen
    organisation: str = ""
    may_be_named: bool = False


async def save_room(
    room: UUID | None,
    wish: RoomWish,
    *,
    conference: ConferenceFacts,
    by: Actor,
    now: datetime,
) -> UUID:
    """Add a room (None) or change one; its name stands once at a conference."""
    if not wish.name:
        raise Unusable("room_needs_name")
    columns: dict[str, Any] = {
        "name": wish.name,
        "way": wish.way.dump(),
        "seats": wish.seats,
    }
    taken = Conflict("room_name_taken", name=wish.name)
    with refused_if_taken(taken, "conference", "name"):
        return await _save(
            Room,
            room,
            columns,
            Act.ROOM_CHANGED if room else Act.ROOM_ADDED,
            conference=conference,
            by=by,
            now=now,
        )


async def remove_room(
    room: UUID, *, conference: ConferenceFacts, by: Actor, now: datetime
) -> None:
    """Remove a room; its sessions stay and have none."""
    await _remove(Room, room, Act.ROOM_REMOVED, conference=conference, by=by, now=now)


async def save_speaker(
    speaker: UUID | None,
    wish: SpeakerWish,
    *,
    conference: ConferenceFacts,
    by: Actor,
    now: datetime,
) -> UUID:
    """Add a speaker (None) or change one."""
    if not wish.name:
        raise Unusable("speaker_needs_name")
    columns: dict[str, Any] = {
        "name": wish.name,
        "function": wish.function.dump(),
        "organisation": wish.organisation,
        "may_be_named": wish.may_be_named,
    }
    return await _save(
        Speaker,
        speaker,
        columns,
        Act.SPEAKER_CHANGED if speaker else Act.SPEAKER_ADDED,
        conference=conference,
        by=by,
        now=now,
    )


async def remove_speaker(
    speaker: UUID, *, conference: ConferenceFacts, by: Actor, now: datetime
) -> None:
    """Remove a speaker and all that was kept of her."""
    await _remove(
        Speaker, speaker, Act.SPEAKER_REMOVED, conference=conference, by=by, now=now
    )


async def _save(
    table: type[Furniture],
    row: UUID | None,
    columns: Mapping[str, Any],
    act: Act,
    *,
    conference: ConferenceFacts,
    by: Actor,
    now: datetime,
) -> UUID:
    async with transaction():
        if row is None:
            row = uuid4()
            position = await _last(table, conference.id) + 1
            await table.insert(
                table(id=row, conference=conference.id, position=position, **columns)
            )
        else:
            await _known(table, row, conference.id)
            await table.update(**columns).where(table.id == row)
        await record(_entry(act, row, conference, by=by, now=now))
    return row


async def _remove(
    table: type[Furniture],
    row: UUID,
    act: Act,
    *,
    conference: ConferenceFacts,
    by: Actor,
    now: datetime,
) -> None:
    async with transaction():
        await _known(table, row, conference.id)
        await table.delete().where(table.id == row)
        await record(_entry(act, row, conference, by=by, now=now))


async def _last(table: type[Furniture], conference: UUID) -> int:
    of_all = table.select(Max(table.position)).where(table.conference == conference)
    (row,) = await of_all
    return int(row["max"] or 0)


async def _known(table: type[Furniture], row: UUID, conference: UUID) -> None:
    there = table.exists().where(table.id == row, table.conference == conference)
    if not await there:
        raise NotFound(UNKNOWN[table])


def _entry(
    act: Act, subject: UUID, conference: ConferenceFacts, *, by: Actor, now: datetime
) -> Entry:
    return Entry(at=now, by=by, act=act, subject=subject, scope=conference.key)
