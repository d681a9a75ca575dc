"""Note that needs were looked at by name."""

from datetime import datetime

from lip.conference.queries.conferences import ConferenceFacts
from lip.database import transaction
from lip.journal.actions.note_of import note_of
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor


async def note_listing(
    conference: ConferenceFacts, *, by: Actor, now: datetime
) -> None:
    """Write into the journal who has had the list with names."""
    async with transaction():
        await note_of(Act.NEEDS_LISTED, conference.id, conference.key, by=by, now=now)
