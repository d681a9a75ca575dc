"""What is stored of one person, for those who ask."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from lip.attendance.queries.certificates import certificates_held
from lip.attendance.rules.certificates import Issued
from lip.database import fetch
from lip.said import Said


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredVisit:
    """One visit to a session's room."""

    title: str
    came_at: datetime
    left_at: datetime | None


async def stored_visits(participant: UUID) -> Sequence[StoredVisit]:
    """List the visits of one person."""
    rows = await fetch(
        "SELECT s.title, v.came_at, v.left_at FROM room_visit v "
        "JOIN programme_session s ON s.id = v.session WHERE v.participant = ? "
        "ORDER BY v.came_at",
        participant,
    )
    return [
        StoredVisit(
            title=Said.load(row["title"]).pick("de").text,
            came_at=row["came_at"],
            left_at=row["left_at"],
        )
        for row in rows
    ]


async def stored_certificates(participant: UUID) -> Sequence[Issued]:
    """List the certificates of one person."""
    return await certificates_held(participant)
