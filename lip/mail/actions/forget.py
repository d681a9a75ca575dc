"""Delete letters: when their day has passed, or with the person they are about."""

from collections import Counter
from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from lip.database import fetch


async def forget_due(now: datetime) -> Mapping[str, int]:
    """Delete letters whose day has passed, sent or not; count by conference."""
    rows = await fetch(
        "DELETE FROM mail_out WHERE delete_on < ? RETURNING scope", now.date()
    )
    return Counter(row["scope"] for row in rows)


async def forget_person(participant: UUID) -> int:
    """
    Delete all letters about a person, so that none of them goes out any more.

    One that is being handed over at this moment stops before its text leaves.
    """
    rows = await fetch("DELETE FROM mail_out WHERE about = ? RETURNING id", participant)
    return len(rows)
