"""
Who may enter the hall, and when.

The order of the questions is the order in which a helper would ask them: is it
one of our tickets, for this conference, is the person inside already, does it take
place at all, is she still registered, has she a place, is it her day, are the doors
open. A second scan is never
an error, and it never checks anyone out.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True, kw_only=True)
class Doors:
    """One day of a conference, and the window in which it lets people in."""

    day: date
    open: datetime
    close: datetime

    def __contains__(self, moment: datetime) -> bool:
        return self.open <= moment <= self.close


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """That somebody has been checked in today; `out_since` while she is outside."""

    since: datetime
    desk: str
    out_since: datetime | None = None


@dataclass(frozen=True, slots=True)
class Admitted:
    """Welcome."""


@dataclass(frozen=True, slots=True)
class AlreadyInside:
    """The person came in before, and is inside."""

    arrival: Arrival


@dataclass(frozen=True, slots=True)
class SteppedOut:
    """The person came in before and went out for a while."""

    arrival: Arrival


class Reason(StrEnum):
    """Why somebody is turned away."""

    UNKNOWN = "unknown"
    OTHER_CONFERENCE = "other_conference"
    CALLED_OFF = "called_off"
    CANCELLED = "cancelled"
    WAITING = "waiting"
    OTHER_DAY = "other_day"
    NOT_YET_OPEN = "not_yet_open"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class TurnedAway:
    """Not now; `day` or `at` say when it would be right."""

    reason: Reason
    day: date | None = None
    at: datetime | None = None


Admission = Admitted | AlreadyInside | SteppedOut | TurnedAway


def doors_now(days: Sequence[Doors], *, now: datetime, zone: ZoneInfo) -> Doors | None:
    """Find the day of the conference that it is: its window, or else its date."""
    for doors in days:
        if now in doors:
            return doors
    today = now.astimezone(zone).date()
    return next((doors for doors in days if doors.day == today), None)


def admit(
    *,
    days: Sequence[Doors],
    doors: Doors | None,
    now: datetime,
    cancelled: bool,
    only_on: date | None,
    arrival: Arrival | None,
    waiting: bool = False,
    called_off: bool = False,
) -> Admission:
    """
    Decide on one scan of a ticket of this conference.

    `doors` is today's day as `doors_now` finds it, `arrival` that of this day;
    `waiting` is who has a ticket and no place yet, `called_off` the whole conference.
    """
    if arrival is not None:
        known = SteppedOut if arrival.out_since is not None else AlreadyInside
        return known(arrival)
    whatever_the_time = (
        (called_off, Reason.CALLED_OFF),
        (cancelled, Reason.CANCELLED),
        (waiting, Reason.WAITING),
    )
    for holds, reason in whatever_the_time:
        if holds:
            return TurnedAway(reason)
    if doors is None:
        return TurnedAway(Reason.OTHER_DAY, day=only_on or _next_day(days, now))
    if only_on is not None and only_on != doors.day:
        return TurnedAway(Reason.OTHER_DAY, day=only_on)
    if now < doors.open:
        return TurnedAway(Reason.NOT_YET_OPEN, at=doors.open)
    if now > doors.close:
        return TurnedAway(Reason.CLOSED, at=doors.close)
    return Admitted()


def _next_day(days: Sequence[Doors], now: datetime) -> date | None:
    coming = [doors.day for doors in days if doors.open > now]
    return min(coming, default=max((doors.day for doors in days), default=None))
