"""Which chapters report on which measures."""

from collections.abc import Collection, Sequence
from uuid import UUID

from lip.database import fetch, fetch_in


async def reports_on(measures: Collection[UUID]) -> Sequence[UUID]:
    """List the chapters that report on measures."""
    rows = await fetch_in(
        "SELECT DISTINCT chapter FROM reported WHERE measure IN", measures
    )
    return [row["chapter"] for row in rows]


async def measures_reported_in(chapter: UUID) -> Sequence[UUID]:
    """List the measures that a chapter reports on."""
    rows = await fetch("SELECT measure FROM reported WHERE chapter = ?", chapter)
    return [row["measure"] for row in rows]
