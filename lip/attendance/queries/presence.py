"""Read who was really there, and for how long."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from lip.attendance.rules.presence import (
    DayPresence,
    SessionPresence,
    Stay,
    Timed,
    Visit,
    end_of,
    presence_on,
    sessions_visited,
)
from lip.attendance.rules.stretches import joined
from lip.conference.queries.conferences import ConferenceFacts
from lip.conference.rules.guest import display_name
from lip.database import fetch
from lip.programme.queries.sessions import SessionFacts, programme_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendee:
    """Somebody who was there, with her days and the sessions she was seen in."""

    id: UUID
    number: int
    name: str
    organisation: str
    role: str
    language: str
    spoken_languages: tuple[str, ...]
    email: str
    walk_in: bool
    sorted_as: str
    days: tuple[DayPresence, ...]
    sessions: tuple[SessionPresence, ...]

    @property
    def minutes(self) -> int:
        """Count the minutes of all days, as they are printed day by day."""
        return sum(day.minutes for day in self.days)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """Everybody who was there, by name, and the programme they were at."""

    people: tuple[Attendee, ...]
    sessions: tuple[SessionFacts, ...]
    ends: Mapping[date, datetime]

    def find(self, participant: UUID) -> Attendee | None:
        """Find one person, who may not have been there."""
        return next((one for one in self.people if one.id == participant), None)


_PEOPLE = """
SELECT p.id, p.number, p.full_name, p.given_name, p.family_name, p.organisation,
    p.role, p.language, p.spoken_languages, p.email, p.walk_in, p.sort_key,
    c.id AS check_in, c.day, c.at, c.out_since
FROM check_in c JOIN participant p ON p.id = c.participant
WHERE c.conference = ?
"""
_ABSENCES = """
SELECT a.check_in, a.left_at, a.returned_at
FROM absence a JOIN check_in c ON c.id = a.check_in WHERE c.conference = ?
"""
_VISITS = """
SELECT v.participant, v.session, v.came_at, v.left_at
FROM room_visit v JOIN programme_session s ON s.id = v.session
WHERE s.conference = ?
"""


async def attendance_of(
    conference: ConferenceFacts, *, now: datetime, only: UUID | None = None
) -> Attendance:
    """Work out the presence of everybody, or of one person; five queries."""
    sessions = tuple(await programme_of(conference.id))
    people = await _of(_PEOPLE, conference, "c.participant", only)
    absences = await _of(_ABSENCES, conference, "c.participant", only)
    visits = await _of(_VISITS, conference, "v.participant", only)
    times = _timed(sessions)
    ends = day_ends(conference, sessions)
    stays = _stays(people, _grouped(absences, "check_in"))
    seen = _grouped(visits, "participant")
    attendees = [
        _attendee(
            row, stays[row["id"]], seen.get(row["id"], ()), times, ends=ends, now=now
        )
        for row in {row["id"]: row for row in people}.values()
    ]
    attendees.sort(key=lambda one: (one.sorted_as, one.number))
    return Attendance(people=tuple(attendees), sessions=sessions, ends=ends)


async def _of(
    sql: str, conference: ConferenceFacts, column: str, only: UUID | None
) -> Sequence[dict[str, Any]]:
    if only is None:
        return await fetch(sql, conference.id)
    return await fetch(f"{sql} AND {column} = ?", conference.id, only)


def day_ends(
    conference: ConferenceFacts, sessions: Iterable[SessionFacts]
) -> Mapping[date, datetime]:
    """Tell when each day really ended."""
    timed = _timed(sessions)
    return {
        doors.day: end_of(doors, timed, days=conference.days, zone=conference.zone)
        for doors in conference.days
    }


def _timed(sessions: Iterable[SessionFacts]) -> tuple[Timed, ...]:
    return tuple(
        Timed(id=one.id, begins=one.begins, ends=one.ends)
        for one in sessions
        if not one.called_off
    )


def _grouped(
    rows: Iterable[Mapping[str, Any]], column: str
) -> Mapping[UUID, list[Mapping[str, Any]]]:
    found: dict[UUID, list[Mapping[str, Any]]] = {}
    for row in rows:
        found.setdefault(row[column], []).append(row)
    return found


def _stays(
    rows: Iterable[Mapping[str, Any]],
    absences: Mapping[UUID, Sequence[Mapping[str, Any]]],
) -> Mapping[UUID, list[Stay]]:
    found: dict[UUID, list[Stay]] = {}
    for row in rows:
        gaps = absences.get(row["check_in"], ())
        stay = Stay(
            day=row["day"],
            came_at=row["at"],
            absences=tuple((gap["left_at"], gap["returned_at"]) for gap in gaps),
            out_since=row["out_since"],
        )
        found.setdefault(row["id"], []).append(stay)
    return found


def _attendee(
    row: Mapping[str, Any],
    stays: Iterable[Stay],
    visits: Iterable[Mapping[str, Any]],
    times: Sequence[Timed],
    *,
    ends: Mapping[date, datetime],
    now: datetime,
) -> Attendee:
    days = tuple(
        presence_on(stay, until=min(now, ends.get(stay.day, stay.came_at)))
        for stay in sorted(stays, key=lambda stay: stay.day)
    )
    seen = [
        Visit(
            session=visit["session"],
            came_at=visit["came_at"],
            left_at=visit["left_at"] or now,
        )
        for visit in visits
    ]
    there = joined(part for day in days for part in day.stretches)
    return Attendee(
        id=row["id"],
        number=row["number"],
        name=row["full_name"] or display_name(row["given_name"], row["family_name"]),
        organisation=row["organisation"],
        role=row["role"],
        language=row["language"],
        spoken_languages=tuple(row["spoken_languages"].split()),
        email=row["email"],
        walk_in=bool(row["walk_in"]),
        sorted_as=row["sort_key"],
        days=days,
        sessions=sessions_visited(seen, times, there=there),
    )
