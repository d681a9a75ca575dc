"""What the guest list holds of one participant, and of one conference."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

from lip.conference.queries.keeping import as_day
from lip.conference.rules.column import Column
from lip.database import fetch

GUEST: Final = (
    *(Column.FULL_NAME, Column.GIVEN_NAME, Column.FAMILY_NAME, Column.BADGE_NAME),
    *(Column.ORGANISATION, Column.ROLE, Column.EMAIL, Column.PHONE),
    *(Column.LANGUAGE, Column.SPOKEN_LANGUAGES, Column.WORKSHOP, Column.MAY_VOTE),
    *(Column.ONLY_ON, Column.NOTE, Column.EXTERNAL_ID),
)
NEED: Final = (Column.INTERPRETING, Column.CHILDCARE, Column.ACCESS, Column.DIET)


async def stored_guest(participant: UUID) -> Mapping[str, Any] | None:
    """Give the row of a participant, or None."""
    rows = await fetch("SELECT * FROM participant WHERE id = ?", participant)
    return rows[0] if rows else None


async def stored_needs(participant: UUID) -> Mapping[str, Any] | None:
    """Give the needs of a participant, or None."""
    rows = await fetch("SELECT * FROM need WHERE participant = ?", participant)
    return rows[0] if rows else None


async def stored_arrivals(participant: UUID) -> Sequence[Mapping[str, Any]]:
    """List the arrivals of a participant, each with the absences after it."""
    return await fetch(
        "SELECT c.day, c.at, c.desk, c.out_since, a.left_at, a.returned_at "
        "FROM check_in c LEFT JOIN absence a ON a.check_in = c.id "
        "WHERE c.participant = ? ORDER BY c.at, a.left_at",
        participant,
    )


async def needs_ahead(conference: UUID) -> Sequence[tuple[int, date]]:
    """Count the needs of a conference by the day up to which they are kept."""
    rows = await fetch(
        "SELECT n.delete_on, count(*) AS many FROM need n "
        "JOIN participant p ON p.id = n.participant "
        "WHERE p.conference = ? GROUP BY n.delete_on ORDER BY n.delete_on",
        conference,
    )
    return [(int(row["many"]), as_day(row["delete_on"])) for row in rows]


async def uploads_ahead(conference: UUID) -> Sequence[datetime]:
    """List when the lists between upload and import were uploaded."""
    rows = await fetch(
        "SELECT uploaded_at FROM uploaded_list WHERE conference = ? "
        "ORDER BY uploaded_at",
        conference,
    )
    return [row["uploaded_at"] for row in rows]


async def people_ahead(conference: UUID) -> tuple[int, int]:
    """Count everybody on a guest list, and of them those who have come."""
    (row,) = await fetch(
        "SELECT (SELECT count(*) FROM participant WHERE conference = ?) AS everybody, "
        "(SELECT count(DISTINCT participant) FROM check_in WHERE conference = ?) "
        "AS came",
        conference,
        conference,
    )
    return int(row["everybody"]), int(row["came"])


async def remains_of(conference: UUID) -> Mapping[str, Any] | None:
    """Give the numbers that stay of a guest list, once they were counted."""
    rows = await fetch("SELECT * FROM remains WHERE conference = ?", conference)
    return rows[0] if rows else None
