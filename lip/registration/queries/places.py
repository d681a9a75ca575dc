"""Read how many places there are, who waits for one, and the same of sessions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from uuid import UUID

from lip.conference.queries.conferences import ConferenceFacts
from lip.database import fetch
from lip.registration.rules.places import Seats, Waiting


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionSeats:
    """A session that takes sign-ups: how many it takes, who has one, who waits."""

    id: UUID
    starts_at: datetime
    ends_at: datetime
    seats: Seats
    waiting: int

    @property
    def free(self) -> int | None:
        """Count what a newcomer can have; who waits already goes first."""
        left = self.seats.free()
        return left if left is None or not self.waiting else 0


async def seats_of(conference: ConferenceFacts) -> Seats:
    """Count places; everybody who is registered and does not wait holds one."""
    limits = await fetch(
        "SELECT g.id, g.seats, f.seats AS whole FROM registration_form f "
        "LEFT JOIN participant_group g ON g.conference = f.conference "
        "WHERE f.conference = ?",
        conference.id,
    )
    held = await fetch(
        "SELECT l.in_group, count(*) AS held FROM participant p "
        "LEFT JOIN place l ON l.participant = p.id WHERE p.conference = ? "
        "AND p.cancelled_at IS NULL AND p.waiting_since IS NULL GROUP BY l.in_group",
        conference.id,
    )
    return Seats(
        whole=limits[0]["whole"] if limits else None,
        held=sum(int(row["held"]) for row in held),
        groups={row["id"]: row["seats"] for row in limits if row["id"]},
        held_in={row["in_group"]: int(row["held"]) for row in held if row["in_group"]},
    )


async def waiting_list(conference: ConferenceFacts) -> Sequence[Waiting]:
    """List who waits, the first first; people who were registered together stand so."""
    rows = await fetch(
        "SELECT p.id, l.party, l.in_group, l.queued_at FROM participant p "
        "JOIN place l ON l.participant = p.id WHERE p.conference = ? "
        "AND p.cancelled_at IS NULL AND p.waiting_since IS NOT NULL "
        "ORDER BY l.queued_at, l.party, p.number",
        conference.id,
    )
    together = groupby(rows, lambda row: (row["queued_at"], row["party"]))
    queue = [
        (people[0]["in_group"], tuple(row["id"] for row in people))
        for _, few in together
        if (people := list(few))
    ]
    return [Waiting(people=people, group=group) for group, people in queue]


async def sessions_with_seats(
    conference: ConferenceFacts,
) -> Mapping[UUID, SessionSeats]:
    """Count the places of all sessions that take sign-ups, in one query."""
    rows = await fetch(
        """
        SELECT s.id, s.starts_at, s.ends_at, s.late_minutes,
            s.seats, r.seats AS room_seats,
            sum(CASE WHEN u.standing = 'held' AND p.id IS NOT NULL
                THEN 1 ELSE 0 END) AS held,
            sum(CASE WHEN u.standing = 'waiting' AND p.id IS NOT NULL
                AND p.waiting_since IS NULL THEN 1 ELSE 0 END) AS waiting
        FROM programme_session s
        LEFT JOIN room r ON r.id = s.room
        LEFT JOIN sign_up u ON u.session = s.id
        LEFT JOIN participant p ON p.id = u.participant AND p.cancelled_at IS NULL
        WHERE s.conference = ? AND s.sign_up AND s.called_off_at IS NULL
        GROUP BY s.id, s.starts_at, s.ends_at, s.late_minutes, s.seats, r.seats
        """,
        conference.id,
    )
    return {
        row["id"]: SessionSeats(
            id=row["id"],
            starts_at=row["starts_at"],
            ends_at=row["ends_at"],
            seats=Seats(
                whole=row["room_seats"] if row["seats"] is None else row["seats"],
                held=int(row["held"]),
            ),
            waiting=int(row["waiting"]),
        )
        for row in rows
    }


async def waiting_for_sessions(
    conference: ConferenceFacts,
) -> Mapping[UUID, Sequence[Waiting]]:
    """List for each session who waits and has a place at the conference."""
    rows = await fetch(
        "SELECT u.id, u.session FROM sign_up u "
        "JOIN participant p ON p.id = u.participant WHERE p.conference = ? "
        "AND u.standing = 'waiting' AND p.cancelled_at IS NULL "
        "AND p.waiting_since IS NULL ORDER BY u.queued_at, p.number",
        conference.id,
    )
    found: dict[UUID, list[Waiting]] = {}
    for row in rows:
        found.setdefault(row["session"], []).append(Waiting(people=(row["id"],)))
    return found
