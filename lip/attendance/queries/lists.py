"""Read the people of an attendance list."""

from collections.abc import Sequence
from datetime import datetime

from lip.attendance.queries.presence import Attendance, Attendee, attendance_of
from lip.attendance.rules.lists import Listed, ListWish
from lip.conference.queries.conferences import ConferenceFacts


async def listed(
    wish: ListWish, *, conference: ConferenceFacts, now: datetime
) -> Sequence[Listed]:
    """List who was really there, by name."""
    return listed_in(await attendance_of(conference, now=now), wish)


def listed_in(attendance: Attendance, wish: ListWish) -> Sequence[Listed]:
    """Choose from an attendance who stands on a list."""
    lines = [_line(one, wish) for one in attendance.people]
    return [line for line in lines if line is not None]


def _line(who: Attendee, wish: ListWish) -> Listed | None:
    if wish.session is not None:
        minutes = sum(
            one.minutes for one in who.sessions if one.session == wish.session
        )
        return _listed(who, minutes) if minutes else None
    days = [day for day in who.days if wish.day in {None, day.day}]
    if not days:
        return None
    if len(days) > 1:
        return _listed(who, sum(day.minutes for day in days))
    (day,) = days
    return _listed(who, day.minutes, day.came_at, day.left_at)


def _listed(
    who: Attendee,
    minutes: int,
    came_at: datetime | None = None,
    left_at: datetime | None = None,
) -> Listed:
    return Listed(
        number=who.number,
        name=who.name,
        organisation=who.organisation,
        role=who.role,
        language=who.language,
        email=who.email,
        minutes=minutes,
        came_at=came_at,
        left_at=left_at,
    )
