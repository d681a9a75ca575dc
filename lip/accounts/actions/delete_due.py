"""Delete what is due of accounts: ended sessions, old passes, closed accounts."""

from datetime import datetime, timedelta
from typing import Final

from lip.accounts.tables import Pass, Person, Session
from lip.database import fetch

PASSES_KEPT: Final = timedelta(days=180)
"""After they have expired: so long the journal can name a desk."""

CLOSED_KEPT: Final = timedelta(days=365)
"""After they were closed: so long the journal can name who acted."""


async def count_sessions(now: datetime) -> int:
    """Count sessions that have ended by themselves."""
    return int(await Session.count().where(Session.expires_at <= now))


async def delete_sessions(now: datetime) -> int:
    """Delete sessions that have ended by themselves."""
    ended = Session.expires_at <= now
    return len(await Session.delete().where(ended).returning(Session.id))


async def count_passes(now: datetime) -> int:
    """Count the passes that expired long ago."""
    return int(await Pass.count().where(Pass.expires_at < now - PASSES_KEPT))


async def delete_passes(now: datetime) -> int:
    """Delete the passes that expired long ago."""
    old = Pass.expires_at < now - PASSES_KEPT
    return len(await Pass.delete().where(old).returning(Pass.id))


async def count_closed_accounts(now: datetime) -> int:
    """Count the accounts that were closed long ago."""
    return int(await Person.count().where(Person.closed_at < now - CLOSED_KEPT))


async def delete_closed_accounts(now: datetime) -> int:
    """
    Delete the accounts that were closed long ago.

    Where nobody noted when that was, the time begins now.
    """
    await fetch(
        "UPDATE person SET closed_at = ? WHERE closed AND closed_at IS NULL", now
    )
    old = Person.closed_at < now - CLOSED_KEPT
    return len(await Person.delete().where(old).returning(Person.id))
