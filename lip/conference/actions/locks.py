"""Locks that others stand on: always that of the conference first."""

from lip.conference.queries.conferences import ConferenceFacts
from lip.conference.tables import Conference
from lip.database import lock_rows


async def lock_conference(conference: ConferenceFacts) -> None:
    """Let nobody else decide about places here until the transaction ends."""
    this = Conference.id == conference.id
    await lock_rows(Conference.select(Conference.id).where(this))
