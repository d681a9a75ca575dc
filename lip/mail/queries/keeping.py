"""What the outbox keeps of people: due letters, letters of one person."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from lip.database import fetch


async def number_due(now: datetime) -> Mapping[str, int]:
    """Count letters whose day has passed, by the key of their conference."""
    rows = await fetch(
        "SELECT scope, count(*) AS number FROM mail_out WHERE delete_on < ? "
        "GROUP BY scope",
        now.date(),
    )
    return {row["scope"]: int(row["number"]) for row in rows}


async def letters_about(participant: UUID) -> Sequence[Mapping[str, Any]]:
    """Find what was written to one person."""
    return await fetch(
        "SELECT to_address, to_name, subject, text, fate, queued_at, sent_at, "
        "delete_on FROM mail_out WHERE about = ? ORDER BY queued_at, id",
        participant,
    )


async def letters_ahead(conference: UUID) -> Sequence[tuple[int, date]]:
    """Count the letters of a conference by the day after which they are deleted."""
    rows = await fetch(
        "SELECT m.delete_on, count(*) AS number FROM mail_out m "
        "JOIN conference c ON c.key = m.scope WHERE c.id = ? GROUP BY m.delete_on "
        "ORDER BY m.delete_on",
        conference,
    )
    return [(int(row["number"]), row["delete_on"]) for row in rows]
