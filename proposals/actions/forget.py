"""Forget who wrote and supported what; the words stay."""

from typing import Final
from uuid import UUID

from lip.conference.actions.forget_with_guests import KeptWithGuests
from lip.database import fetch, transaction

AUTHORS: Final = KeptWithGuests(
    counted="SELECT conference, count(*) AS many FROM proposal "
    "WHERE participant IS NOT NULL OR author_name <> '' GROUP BY conference",
    forgotten=(
        "UPDATE proposal SET participant = NULL, author_name = '' WHERE conference = ?",
    ),
)
"""Who wrote a proposal; its words stay."""

PHOTOS: Final = KeptWithGuests(
    counted="SELECT p.conference, count(*) AS many FROM proposal_photo f "
    "JOIN proposal p ON p.id = f.proposal GROUP BY p.conference",
    forgotten=(
        (
            "DELETE FROM proposal_photo WHERE proposal IN "
            "(SELECT id FROM proposal WHERE conference = ?)"
        ),
    ),
)
"""Photos may show people; the words beside them stay."""


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


async def forget_photos(participant: UUID) -> int:
    """Delete the photos beside a person's proposals; return how many it were."""
    async with transaction():
        rows = await fetch(
            "DELETE FROM proposal_photo WHERE proposal IN "
            "(SELECT id FROM proposal WHERE participant = ?) RETURNING id",
            participant,
        )
    return len(rows)
