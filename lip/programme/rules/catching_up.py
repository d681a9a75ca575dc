"""
Catching up: time was made up, and the rest of the day comes earlier again.

Nothing comes earlier than planned, nothing becomes shorter than planned (or than it
is already), and nothing begins before what was before it in its room has ended.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from lip.programme.rules.sessions import SessionFacts
from lip.programme.rules.shifting import Late, Move, late_now

_MINUTE = timedelta(minutes=1)


def caught_up(
    sessions: Sequence[SessionFacts],
    first: SessionFacts,
    minutes: int,
    *,
    begun: bool,
    zone: ZoneInfo,
) -> Sequence[Move]:
    """
    Say what of the day comes earlier, from a session on, and how late it still is.

    What has `begun` only ends earlier.
    """
    day, cut = first.day(zone), first.ends if begun else first.begins
    moves: list[Move] = []
    done: list[tuple[SessionFacts, datetime]] = []
    for one in sorted(sessions, key=lambda each: (each.begins, each.ends)):
        if one.called_off or one.day(zone) != day:
            continue
        after = late_now(one)
        if one.id == first.id or one.begins >= cut:
            stays = begun and one.id == first.id
            after = _earlier(one, 0 if stays else minutes, minutes, done)
        if after != late_now(one):
            moves.append(Move(session=one.id, before=late_now(one), after=after))
        done.append((one, one.ends_at + after.ends * _MINUTE))
    return tuple(moves)


def _earlier(
    one: SessionFacts,
    begins: int,
    ends: int,
    done: Sequence[tuple[SessionFacts, datetime]],
) -> Late:
    """Bring a session forward by so many minutes, as far as that goes."""
    until = [
        end
        for other, end in done
        if other.room == one.room and other.ends <= one.begins
    ]
    start = max([one.begins - min(begins, one.late_minutes) * _MINUTE, *until])
    length = min(one.ends - one.begins, one.ends_at - one.starts_at)
    end = max(one.ends - min(ends, one.ends_late_minutes) * _MINUTE, start + length)
    return Late((start - one.starts_at) // _MINUTE, (end - one.ends_at) // _MINUTE)
