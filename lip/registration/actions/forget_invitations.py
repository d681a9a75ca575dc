"""Delete invitations when their time is over, or on a person's wish."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from lip.database import fetch, transaction
from lip.mail.actions.forget import forget_person
from lip.registration.queries.invitation_keeping import invitations_due


async def delete_invitations(now: datetime) -> Mapping[str, int]:
    """Delete what is due; say how many rows, by conference."""
    async with transaction():
        due = await invitations_due(now)
        await fetch("DELETE FROM invitation WHERE delete_on < ?", now.date())
    return due


async def erase_invitation(participant: UUID) -> int:
    """Delete the invitation by which somebody registered, and its letters."""
    async with transaction():
        gone = await fetch(
            "DELETE FROM invitation WHERE participant = ? RETURNING id", participant
        )
        for row in gone:
            await forget_person(row["id"])
    return len(gone)
