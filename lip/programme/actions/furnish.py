"""Rooms and speakers of a conference: add, change, remove."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from lip.conference.queries.conferences import ConferenceFacts
from lip.database import fetch, refused_if_taken, transaction
from lip.errors import Conflict, NotFound, Unusable
from lip.journal.actions.record import record
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor, Entry
from lip.programme.tables import Room, Speaker
from lip.said import Said


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
    act = Act.ROOM_CHANGED if room else Act.ROOM_ADDED
    taken = Conflict("room_name_taken", name=wish.name)
    with refused_if_taken(taken, "conference", "name"):
        async with transaction():
            if room is None:
                last = await _last("room", conference.id)
                room = uuid4()
                await Room.insert(
                    Room(
                        id=room, conference=conference.id, position=last + 1, **columns
                    )
                )
            else:
                await _known("room", room, conference.id)
                await Room.update(**columns).where(Room.id == room)
            await record(_entry(act, room, conference, by=by, now=now))
    return room


async def remove_room(
    room: UUID, *, conference: ConferenceFacts, by: Actor, now: datetime
) -> None:
    """Remove a room; its sessions stay and have none."""
    async with transaction():
        await _known("room", room, conference.id)
        await Room.delete().where(Room.id == room)
        await record(_entry(Act.ROOM_REMOVED, room, conference, by=by, now=now))


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
    act = Act.SPEAKER_CHANGED if speaker else Act.SPEAKER_ADDED
    async with transaction():
        if speaker is None:
            last = await _last("speaker", conference.id)
            speaker = uuid4()
            await Speaker.insert(
                Speaker(
                    id=speaker, conference=conference.id, position=last + 1, **columns
                )
            )
        else:
            await _known("speaker", speaker, conference.id)
            await Speaker.update(**columns).where(Speaker.id == speaker)
        await record(_entry(act, speaker, conference, by=by, now=now))
    return speaker


async def remove_speaker(
    speaker: UUID, *, conference: ConferenceFacts, by: Actor, now: datetime
) -> None:
    """Remove a speaker and all that was kept of her."""
    async with transaction():
        await _known("speaker", speaker, conference.id)
        await Speaker.delete().where(Speaker.id == speaker)
        await record(_entry(Act.SPEAKER_REMOVED, speaker, conference, by=by, now=now))


async def _last(table: str, conference: UUID) -> int:
    (row,) = await fetch(
        f"SELECT coalesce(max(position), 0) AS last FROM {table} "  # noqa: S608 - two names
        "WHERE conference = ?",
        conference,
    )
    return int(row["last"])


async def _known(table: str, one: UUID, conference: UUID) -> None:
    found = await fetch(
        f"SELECT id FROM {table} WHERE id = ? AND conference = ?",  # noqa: S608
        one,
        conference,
    )
    if not found:
        raise NotFound(f"unknown_{table}")


def _entry(
    act: Act, subject: UUID, conference: ConferenceFacts, *, by: Actor, now: datetime
) -> Entry:
    return Entry(at=now, by=by, act=act, subject=subject, scope=conference.key)
