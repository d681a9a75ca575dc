"""Read the figures of a conference."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from lip.attendance.queries.presence import Attendance, attendance_of
from lip.attendance.queries.rooms import counts_by_session
from lip.attendance.rules.figures import (
    Figures,
    Line,
    People,
    Table,
    counted,
    people_of,
)
from lip.conference.queries.conferences import ConferenceFacts
from lip.database import fetch
from lip.registration.queries.forms import groups_of


async def attendance_figures(
    conference: ConferenceFacts, *, now: datetime, language: str
) -> Figures:
    """Work out all figures; the number of queries is always the same."""
    attendance = await attendance_of(conference, now=now)
    people = await _people(conference, attendance)
    tables = [
        _days(attendance, conference),
        counted((one.organisation for one in attendance.people), key="organisations"),
        counted((one.language for one in attendance.people), key="languages"),
        _spoken(attendance),
        await _groups(conference, attendance, language),
        await _sessions(conference, attendance, language),
    ]
    return Figures(
        people=people,
        organisations=len({
            one.organisation.casefold() for one in attendance.people if one.organisation
        }),
        minutes=sum(one.minutes for one in attendance.people),
        tables=tuple(table for table in tables if table.lines),
    )


async def _people(conference: ConferenceFacts, attendance: Attendance) -> People:
    (row,) = await fetch(
        """
        SELECT
            coalesce(sum(CASE WHEN cancelled_at IS NULL AND NOT walk_in
                AND waiting_since IS NULL THEN 1 ELSE 0 END), 0) AS registered,
            count(cancelled_at) AS cancelled
        FROM participant WHERE conference = ?
        """,
        conference.id,
    )
    walk_ins = sum(one.walk_in for one in attendance.people)
    came = len(attendance.people) - walk_ins
    return people_of(
        came=came,
        no_shows=max(0, int(row["registered"]) - came),
        walk_ins=walk_ins,
        cancelled=int(row["cancelled"]),
    )


def _days(attendance: Attendance, conference: ConferenceFacts) -> Table:
    """Count who came on which day; somebody may have come on several."""
    there = [day.day for one in attendance.people for day in one.days]
    lines = [
        Line(word=doors.day.isoformat(), number=there.count(doors.day))
        for doors in conference.days
    ]
    several = tuple(lines) if len(lines) > 1 else ()
    return Table(key="days", lines=several, parts=False)


def _spoken(attendance: Attendance) -> Table:
    """Count the languages that people speak; most speak several."""
    spoken = (tag for one in attendance.people for tag in one.spoken_languages)
    table = counted(spoken, key="spoken")
    return Table(key="spoken", lines=table.lines, parts=False)


async def _groups(
    conference: ConferenceFacts, attendance: Attendance, language: str
) -> Table:
    groups = await groups_of(conference)
    rows = await fetch(
        "SELECT l.participant, l.in_group FROM place l "
        "JOIN participant p ON p.id = l.participant WHERE p.conference = ?",
        conference.id,
    )
    group_of = {row["participant"]: row["in_group"] for row in rows}
    counts: dict[UUID | None, int] = {}
    for one in attendance.people:
        group = group_of.get(one.id)
        counts[group] = counts.get(group, 0) + 1
    if not groups:
        return Table(key="groups", lines=())
    named = [(one.name.pick(language, conference.language), one.id) for one in groups]
    lines = [
        Line(word=name.text, number=counts.get(group, 0), lang=name.lang)
        for name, group in named
    ]
    without = Line(word="", number=counts.get(None, 0))
    return Table(key="groups", lines=(*lines, *([without] if without.number else [])))


async def _sessions(
    conference: ConferenceFacts, attendance: Attendance, language: str
) -> Table:
    counts = await counts_by_session(conference, attendance.sessions)
    seen = _seen(attendance)
    lines = []
    for one in attendance.sessions:
        if counts[one.id].came:
            title = one.title.pick(language, conference.language)
            number = seen.get(one.id, 0)
            lines.append(Line(word=title.text, number=number, lang=title.lang))
    return Table(key="sessions", lines=tuple(lines), parts=False)


def _seen(attendance: Attendance) -> Mapping[UUID, int]:
    seen: dict[UUID, int] = {}
    for one in attendance.people:
        for visit in one.sessions:
            seen[visit.session] = seen.get(visit.session, 0) + 1
    return seen
