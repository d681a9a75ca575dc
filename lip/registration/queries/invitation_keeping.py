"""Read what invitations keep of people, and until when."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from lip.database import fetch

_BY_CONFERENCE = """
SELECT f.key, count(*) AS number FROM invitation i
JOIN conference f ON f.id = i.conference WHERE i.delete_on < ? GROUP BY f.key
"""


async def invitations_due(now: datetime) -> Mapping[str, int]:
    """Count the invitations whose time is over, by conference."""
    rows = await fetch(_BY_CONFERENCE, now.date())
    return {row["key"]: int(row["number"]) for row in rows}


async def invitations_ahead(conference: UUID) -> Sequence[tuple[int, date]]:
    """Count the invitations of a conference by the day after which they go."""
    rows = await fetch(
        "SELECT delete_on, count(*) AS number FROM invitation WHERE conference = ? "
        "GROUP BY delete_on ORDER BY delete_on",
        conference,
    )
    return [(int(row["number"]), row["delete_on"]) for row in rows]


async def invitation_of_person(participant: UUID) -> Sequence[Mapping[str, Any]]:
    """Read the invitation by which somebody registered."""
    return await fetch(
        "SELECT made_at, sent_at, reminded_at, answered_at, delete_on "
        "FROM invitation WHERE participant = ?",
        participant,
    )
