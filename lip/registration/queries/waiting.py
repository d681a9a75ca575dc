"""Read since when people wait."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from lip.database import fetch


async def waiting_since(conference: UUID) -> Mapping[UUID, datetime]:
    """Give the moment since when each waiting person waits; one query."""
    rows = await fetch(
        "SELECT id, waiting_since FROM participant WHERE conference = ? "
        "AND waiting_since IS NOT NULL AND cancelled_at IS NULL",
        conference,
    )
    return {row["id"]: row["waiting_since"] for row in rows}
