"""Note one act on one thing, within the transaction of the act itself."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from lip.journal.actions.record import record
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor, Entry


async def note_of(
    act: Act,
    subject: UUID | None,
    scope: str,
    *,
    by: Actor,
    now: datetime,
    facts: Mapping[str, str | int | bool | None] | None = None,
    request: UUID | None = None,
) -> None:
    """Note what was done to anything of a conference, whose key is the scope."""
    await record(
        Entry(
            at=now,
            by=by,
            act=act,
            subject=subject,
            scope=scope,
            facts=dict(facts or {}),
            request=request,
        )
    )
