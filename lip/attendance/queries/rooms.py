"""Read who is in which room, and what sessions there are to stand at."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from lip.attendance.rules.room_door import RoomCount
from lip.conference.queries.conferences import ConferenceFacts
from lip.conference.rules.guest import display_name
from lip.database import fetch
from lip.programme.queries.sessions import SessionFacts, programme_of, session_by_id

__all__ = [
    "OpenVisit",
    "RoomLine",
    "SessionFacts",
    "counts_by_session",
    "last_visits",
    "open_visit_of",
    "programme_of",
    "session_by_id",
    "whereabouts",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenVisit:
    """Where somebody is just now, and since when."""

    id: UUID
    session: UUID
    came_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomLine:
    """One visit as the list at a room's door names it."""

    name: str
    number: int
    came_at: datetime
    left_at: datetime | None


async def counts_by_session(
    conference: ConferenceFacts, sessions: Sequence[SessionFacts]
) -> Mapping[UUID, RoomCount]:
    """Count who is in each session and who has been, in one query."""
    rows = await fetch(
        "SELECT v.session, count(v.inside) AS inside, "
        "count(DISTINCT v.participant) AS came FROM room_visit v "
        "JOIN programme_session s ON s.id = v.session "
        "WHERE s.conference = ? GROUP BY v.session",
        conference.id,
    )
    found = {row["session"]: row for row in rows}
    return {one.id: _count(one, found.get(one.id)) for one in sessions}


def _count(one: SessionFacts, row: Mapping[str, Any] | None) -> RoomCount:
    holds = one.room.seats if one.room and one.room.seats is not None else one.seats
    if row is None:
        return RoomCount(holds=holds)
    return RoomCount(inside=int(row["inside"]), came=int(row["came"]), holds=holds)


async def open_visit_of(participant: UUID) -> OpenVisit | None:
    """Find the room in which somebody is."""
    return (await whereabouts([participant])).get(participant)


async def whereabouts(people: Sequence[UUID]) -> Mapping[UUID, OpenVisit]:
    """Find the rooms in which people are, in one query."""
    if not people:
        return {}
    marks = ", ".join("?" * len(people))
    rows = await fetch(
        "SELECT id, participant, session, came_at FROM room_visit "  # noqa: S608 - marks only
        f"WHERE inside IN ({marks})",
        *people,
    )
    return {
        row["participant"]: OpenVisit(
            id=row["id"], session=row["session"], came_at=row["came_at"]
        )
        for row in rows
    }


async def last_visits(session: UUID, *, most: int = 12) -> Sequence[RoomLine]:
    """List the last visits of a session, the newest first."""
    rows = await fetch(
        "SELECT v.came_at, v.left_at, p.full_name, p.given_name, p.family_name, "
        "p.number FROM room_visit v JOIN participant p ON p.id = v.participant "
        "WHERE v.session = ? ORDER BY v.came_at DESC, p.number LIMIT ?",
        session,
        most,
    )
    return [
        RoomLine(
            name=row["full_name"]
            or display_name(row["given_name"], row["family_name"]),
            number=row["number"],
            came_at=row["came_at"],
            left_at=row["left_at"],
        )
        for row in rows
    ]
