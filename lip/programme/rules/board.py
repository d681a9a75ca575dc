"""What the board in the hall shows: rooms a few at a time, and codes to scan."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from lip.programme.rules.agenda import RoomNow, room_by_room
from lip.programme.rules.sessions import SessionFacts

ROWS: Final = 3
FEWEST_SHOWN: Final = 5
"""Smaller numbers of people are not shown in public."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardLink:
    """A page of a conference whose QR code the board shows; `{key}` is its key."""

    label: str
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardDay:
    """The rooms of a day; `part` of `parts` of them, as many as fit."""

    day: date | None
    rooms: Sequence[RoomNow]
    part: int
    parts: int


def board_day(
    sessions: Sequence[SessionFacts], now: datetime, *, zone: ZoneInfo, part: int = 1
) -> BoardDay:
    """Show today's rooms, or when today nothing comes any more, the next day's."""
    coming = [one.begins for one in sessions if not one.called_off and one.ends > now]
    if not coming:
        return BoardDay(day=None, rooms=(), part=1, parts=1)
    day = max(min(coming), now).astimezone(zone).date()
    until = datetime.combine(day + timedelta(days=1), time.min, zone)
    rooms = room_by_room(sessions, now, until=until)
    parts = max(1, -(-len(rooms) // ROWS))
    part = min(max(part, 1), parts)
    rows = -(-len(rooms) // parts)
    return BoardDay(
        day=day,
        rooms=tuple(rooms[(part - 1) * rows : part * rows]),
        part=part,
        parts=parts,
    )


def shown_count(present: int) -> int | None:
    """Give how many are present, or None for so few that it says who."""
    return present if present >= FEWEST_SHOWN else None
