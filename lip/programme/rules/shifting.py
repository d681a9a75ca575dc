"""
Running late: a session begins later or lasts longer, and the rest of the day moves.

What moves is mapped by one function of time that never goes back: everything from
the session on is `minutes` later, less what shortened breaks have taken up before.
So the order is kept, and two sessions that followed each other in a room still do.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID
from zoneinfo import ZoneInfo

from lip.programme.rules.session_kinds import SessionKind
from lip.programme.rules.sessions import SessionFacts

LEFT_OF_A_BREAK: Final = 10
MOST_MINUTES: Final = 240


@dataclass(frozen=True, slots=True, kw_only=True)
class Delay:
    """
    How a session is late.

    `lasts_longer`: it runs and will end later; else it will begin later. `parallel`:
    what runs beside it moves as well. `shorten_breaks`: breaks take up what they can.
    """

    minutes: int
    lasts_longer: bool = False
    parallel: bool = False
    shorten_breaks: bool = False


@dataclass(frozen=True, slots=True)
class Late:
    """By how many minutes a session begins and ends later than planned."""

    begins: int
    ends: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """How late a session was, and how late it is now."""

    session: UUID
    before: Late
    after: Late


def shifted(
    sessions: Sequence[SessionFacts],
    late: SessionFacts,
    delay: Delay,
    *,
    zone: ZoneInfo,
) -> Sequence[Move]:
    """Say which sessions of the day move, and how late each of them is then."""
    moving = _moving(sessions, late, delay, zone=zone)
    taken = _taken_up(moving, late, delay) if delay.shorten_breaks else {}
    start = late.ends if delay.lasts_longer else late.begins
    moves: list[Move] = []
    for one in moving:
        keeps_beginning = one.begins < start
        begins = 0 if keeps_beginning else _later(one.begins, delay, taken)
        ends = _later(one.ends, delay, taken)
        after = Late(one.late_minutes + begins, one.ends_late_minutes + ends)
        if after != late_now(one):
            moves.append(Move(session=one.id, before=late_now(one), after=after))
    return tuple(moves)


def late_now(one: SessionFacts) -> Late:
    """Tell how late a session is."""
    return Late(one.late_minutes, one.ends_late_minutes)


def _moving(
    sessions: Sequence[SessionFacts],
    late: SessionFacts,
    delay: Delay,
    *,
    zone: ZoneInfo,
) -> Sequence[SessionFacts]:
    """Choose the session itself, what comes after it, and what runs beside it."""
    day = late.day(zone)

    def moves(one: SessionFacts) -> bool:
        if one.id == late.id:
            return True
        if one.called_off or one.day(zone) != day:
            return False
        if not delay.parallel:
            return one.begins >= late.ends
        if delay.lasts_longer:
            return one.ends >= late.ends
        return one.begins >= late.begins

    return [one for one in sessions if moves(one)]


def _taken_up(
    moving: Sequence[SessionFacts], late: SessionFacts, delay: Delay
) -> Mapping[datetime, int]:
    """Say how many minutes breaks take up, by the time at which each would end."""
    left, taken = delay.minutes, dict[datetime, int]()
    for one in sorted(moving, key=lambda each: each.begins):
        extended = one.id == late.id and delay.lasts_longer
        if one.kind is not SessionKind.BREAK or extended or one.ends in taken:
            continue
        if _is_common(one, moving):
            length = (one.ends - one.begins) // timedelta(minutes=1)
            taken[one.ends] = min(left, max(0, length - LEFT_OF_A_BREAK))
            left -= taken[one.ends]
    return taken


def _is_common(pause: SessionFacts, moving: Sequence[SessionFacts]) -> bool:
    """Tell whether nothing that moves goes on during a break, but the same break."""
    return all(
        one.ends <= pause.begins
        or one.begins >= pause.ends
        or (one.kind, one.begins, one.ends) == (pause.kind, pause.begins, pause.ends)
        for one in moving
    )


def _later(moment: datetime, delay: Delay, taken: Mapping[datetime, int]) -> int:
    return delay.minutes - sum(
        minutes for until, minutes in taken.items() if until <= moment
    )
