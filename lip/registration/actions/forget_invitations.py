"""Delete invitations when their time is over, or on a person's wish."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from lip.conference.queries.conferences import ConferenceFacts
from lip.database import fetch, transaction
from lip.journal.actions.note_of import note_of
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor
from lip.mail.actions.forget import forget_person
from lip.registration.queries.invitation_keeping import invitations_due
from lip.registration.queries.invitations import invitations_ended


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


async def forget_invited(
    conference: ConferenceFacts, *, by: Actor, now: datetime
) -> int:
    """Empty name and address of invitations that can no longer be answered."""
    if not await invitations_ended(conference, now=now):
        return 0
    async with transaction():
        gone = await fetch(
            "UPDATE invitation SET name = '', email = '' WHERE conference = ? "
            "AND (name <> '' OR email <> '') RETURNING id",
            conference.id,
        )
        for row in gone:
            await forget_person(row["id"])
        if gone:
            await note_of(
                Act.INVITED_FORGOTTEN,
                conference.id,
                conference.key,
                by=by,
                now=now,
                facts={"people": len(gone)},
            )
    return len(gone)
