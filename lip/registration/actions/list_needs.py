"""Note that needs were looked at by name."""

from datetime import datetime

from lip.conference.queries.conferences import ConferenceFacts
from lip.database import transaction
from lip.journal.actions.record import record
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor, Entry


async def note_listing(
    conference: ConferenceFacts, *, by: Actor, now: datetime
) -> None:
    """Write into the journal who has had the list with names."""
    async with transaction():
        entry = Entry(
            at=now,
            by=by,
            act=Act.NEEDS_LISTED,
            subject=conference.id,
            scope=conference.key,
        )
        await record(entry)
