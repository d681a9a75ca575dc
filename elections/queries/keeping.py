"""What elections know of one person."""

from collections.abc import Sequence
from uuid import UUID

from lip.database import fetch
from lip.said import Said


async def rolls_with(participant: UUID) -> Sequence[tuple[str, bool]]:
    """List on which rolls a person stands, and whether she fetched a credential."""
    rows = await fetch(
        "SELECT e.title, r.blinded FROM roll_entry r "
        "JOIN election e ON e.id = r.election WHERE r.participant = ? "
        "ORDER BY e.number",
        participant,
    )
    return [
        (Said.load(row["title"]).pick("de").text, bool(row["blinded"])) for row in rows
    ]
