"""
How long somebody really was there.

Presence begins with the check-in at the door and ends with the last session of the
day, as late as it really was; without a programme it ends with the doors. What lies
between stepping out and coming back is cut out. Who has not come back was there until
she went. A check-in that was undone has left no row, and so counts for nothing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from lip.attendance.rules.stretches import (
    Stretch,
    Stretches,
    common,
    joined,
    minutes_in,
    stretch,
    without,
)
from lip.conference.rules.admission import Doors


@dataclass(frozen=True, slots=True, kw_only=True)
class Stay:
    """What the door noted of one person on one day."""

    day: date
    came_at: datetime
    absences: tuple[tuple[datetime, datetime], ...] = ()
    out_since: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DayPresence:
    """One person on one day: from when to when, and how long without absences."""

    day: date
    came_at: datetime
    left_at: datetime
    stretches: Stretches

    @property
    def minutes(self) -> int:
        """Count the whole minutes."""
        return minutes_in(self.stretches)


@dataclass(frozen=True, slots=True, kw_only=True)
class Timed:
    """A session as far as presence needs it: when it really was."""

    id: UUID
    begins: datetime
    ends: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """What a room's door noted: who came when, and left when, if she did."""

    session: UUID
    came_at: datetime
    left_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionPresence:
    """How long somebody was in one session."""

    session: UUID
    minutes: int


def day_of(moment: datetime, days: Sequence[Doors], zone: ZoneInfo) -> date:
    """Find the conference day of a moment; a night belongs to the day before it."""
    inside = next((doors.day for doors in days if moment in doors), None)
    return inside or moment.astimezone(zone).date()


def end_of(
    doors: Doors, sessions: Iterable[Timed], *, days: Sequence[Doors], zone: ZoneInfo
) -> datetime:
    """Tell when a day really ended: with its last session, or with its doors."""
    ends = [one.ends for one in sessions if day_of(one.begins, days, zone) == doors.day]
    return max(ends, default=doors.close)


def presence_on(stay: Stay, *, until: datetime) -> DayPresence:
    """Work out one day of one person; `until` is its end, or now if that is sooner."""
    came_at = stay.came_at.astimezone(UTC)
    end = min(until, stay.out_since) if stay.out_since else until
    gaps = [piece for left, back in stay.absences for piece in stretch(left, back)]
    there = without(stretch(came_at, end), gaps)
    return DayPresence(
        day=stay.day,
        came_at=came_at,
        left_at=there[-1].end if there else came_at,
        stretches=there,
    )


def sessions_visited(
    visits: Iterable[Visit], sessions: Iterable[Timed], *, there: Stretches
) -> tuple[SessionPresence, ...]:
    """
    Work out how long somebody was in each session, in the order of the programme.

    Only what lies within the session's real time and within her presence at the
    conference counts; who never left was there until the session ended.
    """
    noted = list(visits)
    found = [
        SessionPresence(session=one.id, minutes=_in_session(noted, one, there))
        for one in sorted(sessions, key=lambda one: (one.begins, str(one.id)))
    ]
    return tuple(one for one in found if one.minutes)


def _in_session(visits: Iterable[Visit], one: Timed, there: Stretches) -> int:
    time = stretch(one.begins, one.ends)
    parts: list[Stretch] = [
        piece
        for visit in visits
        if visit.session == one.id
        for piece in stretch(visit.came_at, visit.left_at or one.ends)
    ]
    return minutes_in(common(common(joined(parts), time), there))
