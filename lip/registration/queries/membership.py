"""Read who belongs to a group."""

from collections.abc import Sequence
from uuid import UUID

from lip.database import fetch, padded


async def members_among(group: UUID, participants: Sequence[UUID]) -> frozenset[UUID]:
    """Find those of some participants who belong to a group; one query."""
    if not participants:
        return frozenset()
    wanted = padded(participants)
    marks = ", ".join("?" * len(wanted))
    rows = await fetch(
        "SELECT participant FROM place "  # noqa: S608 - marks only
        f"WHERE in_group = ? AND participant IN ({marks})",
        group,
        *wanted,
    )
    return frozenset(row["participant"] for row in rows)
