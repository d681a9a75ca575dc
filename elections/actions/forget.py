"""Forget that somebody stood on a roll; the number of entries stays."""

from uuid import UUID

from elections.rules.stages import PollStage
from lip.database import fetch, transaction


async def forget_voter(participant: UUID) -> int:
    """
    Part roll entries from a person; return how many.

    Where the roll is not frozen yet, nobody may vote in her place: the entry goes.
    """
    async with transaction():
        gone = await fetch(
            "DELETE FROM roll_entry WHERE participant = ? AND election IN "
            "(SELECT id FROM election WHERE stage = ?) RETURNING id",
            participant,
            PollStage.PREPARED.value,
        )
        rows = await fetch(
            "UPDATE roll_entry SET participant = NULL, name = '' "
            "WHERE participant = ? RETURNING id",
            participant,
        )
    return len(gone) + len(rows)
