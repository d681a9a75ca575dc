"""Forget that somebody stood on a roll; the number of entries stays."""

from uuid import UUID

from lip.database import fetch, transaction


async def forget_voter(participant: UUID) -> int:
    """Part roll entries from a person; return how many."""
    async with transaction():
        rows = await fetch(
            "UPDATE roll_entry SET participant = NULL WHERE participant = ? "
            "RETURNING id",
            participant,
        )
    return len(rows)
