"""Forget whom associations sent, names on imported rolls, and what rulings say."""

from typing import Final
from uuid import UUID

from lip.conference.actions.forget_with_guests import KeptWithGuests
from lip.database import fetch, transaction

IMPORTED_NAMES: Final = KeptWithGuests(
    counted="SELECT e.conference, count(*) AS many FROM roll_entry r "
    "JOIN election e ON e.id = r.election WHERE r.name <> '' GROUP BY e.conference",
    forgotten=(
        (
            "UPDATE roll_entry SET name = '' WHERE name <> '' AND election IN "
            "(SELECT id FROM election WHERE conference = ?)"
        ),
    ),
)
"""Names on rolls; the entries stay."""

RULINGS: Final = KeptWithGuests(
    counted="SELECT e.conference, count(*) AS many FROM ruling r "
    "JOIN election e ON e.id = r.election "
    "WHERE r.question <> '' OR r.decision <> '' GROUP BY e.conference",
    forgotten=(
        (
            "UPDATE ruling SET question = '', decision = '', subject = NULL "
            "WHERE election IN (SELECT id FROM election WHERE conference = ?)"
        ),
    ),
)
"""What rulings say; that one was made stays."""


async def forget_delegate(participant: UUID) -> int:
    """Let nobody be named as a delegate any more; return how many rows it were."""
    async with transaction():
        rows = await fetch(
            "DELETE FROM delegate WHERE participant = ? RETURNING id", participant
        )
    return len(rows)


async def forget_rulings_on(participant: UUID) -> int:
    """Empty the rulings about a person; that something was decided stays."""
    async with transaction():
        rows = await fetch(
            "UPDATE ruling SET question = '', decision = '', subject = NULL "
            "WHERE subject = ? "
            "OR subject IN (SELECT id FROM roll_entry WHERE participant = ?) "
            "OR subject IN (SELECT id FROM nomination WHERE participant = ?) "
            "RETURNING id",
            participant,
            participant,
            participant,
        )
    return len(rows)
