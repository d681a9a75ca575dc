"""What takes place now, and what comes next."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from lip.programme.rules.sessions import RoomFacts, SessionFacts, in_order


@dataclass(frozen=True, slots=True, kw_only=True)
class NowAndNext:
    """Sessions that run, and those that begin next, all at one time."""

    now: Sequence[SessionFacts] = ()
    next: Sequence[SessionFacts] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomNow:
    """What runs in a room, and what comes there next; without a room: everywhere."""

    room: RoomFacts | None
    now: SessionFacts | None = None
    next: SessionFacts | None = None


def now_and_next(
    sessions: Iterable[SessionFacts],
    now: datetime,
    *,
    mine: Callable[[SessionFacts], bool] = lambda _: True,
) -> NowAndNext:
    """
    Find what runs now and what begins next, by when it really is.

    What was called off does not count. `mine` narrows to what concerns one person.
    """
    held = [one for one in sessions if not one.called_off and mine(one)]
    running = [one for one in held if one.begins <= now < one.ends]
    coming = [one for one in held if one.begins > now]
    first = min((one.begins for one in coming), default=None)
    return NowAndNext(
        now=tuple(in_order(running)),
        next=tuple(in_order([one for one in coming if one.begins == first])),
    )


def room_by_room(
    sessions: Iterable[SessionFacts], now: datetime, *, until: datetime
) -> Sequence[RoomNow]:
    """Say for each room what runs and what begins there before a time, in order."""
    rooms: dict[UUID | None, list[SessionFacts]] = {}
    for one in sessions:
        if not one.called_off and one.ends > now and one.begins < until:
            room = one.room.id if one.room else None
            rooms.setdefault(room, []).append(one)
    lines = [_line(held[0].room, held, now) for held in rooms.values()]
    return sorted(lines, key=_place)


def _line(
    room: RoomFacts | None, held: Sequence[SessionFacts], now: datetime
) -> RoomNow:
    found = now_and_next(held, now)
    return RoomNow(
        room=room, now=next(iter(found.now), None), next=next(iter(found.next), None)
    )


def _place(line: RoomNow) -> tuple[int, str]:
    return (line.room.position, line.room.name) if line.room else (-1, "")
