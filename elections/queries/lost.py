"""Read what a voter must know before she fetches a credential."""

from collections.abc import Sequence
from uuid import UUID

from lip.database import fetch


async def annulled_in(election: UUID) -> Sequence[str]:
    """List the serials that were annulled (hex), as the record will publish them."""
    rows = await fetch(
        "SELECT serial FROM annulled_credential WHERE election = ? ORDER BY serial",
        election,
    )
    return [row["serial"] for row in rows]


async def voters_for(election: UUID, association: str) -> int:
    """Count how many on the roll vote for an association."""
    (row,) = await fetch(
        "SELECT count(*) AS many FROM roll_entry "
        "WHERE election = ? AND association = ?",
        election,
        association,
    )
    return int(row["many"])
