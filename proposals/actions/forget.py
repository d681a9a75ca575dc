"""Forget who wrote and supported what; the words stay."""

from uuid import UUID

from lip.database import fetch, transaction


async def forget_author(participant: UUID) -> int:
    """Part proposals from their author; return how many it were."""
    async with transaction():
        rows = await fetch(
            "UPDATE proposal SET participant = NULL, author_name = '' "
            "WHERE participant = ? RETURNING id",
            participant,
        )
    return len(rows)


async def forget_support(participant: UUID) -> int:
    """Delete a person's support; return how many it were."""
    async with transaction():
        rows = await fetch(
            "DELETE FROM support WHERE participant = ? RETURNING id", participant
        )
    return len(rows)
