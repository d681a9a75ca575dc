"""Queue many letters of one kind, and note how many."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from itertools import islice

from lip.conference.queries.conferences import ConferenceFacts
from lip.database import transaction
from lip.journal.actions.note_of import note_of
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import SYSTEM
from lip.mail.actions.queue import queue
from lip.mail.rules.letters import Letter

AT_ONCE = 100
"""So many letters are written in one transaction."""


async def queue_letters(
    letters: Iterable[Letter],
    conference: ConferenceFacts,
    act: Act,
    *,
    facts: Mapping[str, str | int | bool | None] | None = None,
    now: datetime,
) -> None:
    """Queue letters, a hundred in a transaction, each with its entry in the journal."""
    waiting = iter(letters)
    while part := list(islice(waiting, AT_ONCE)):
        async with transaction():
            for letter in part:
                await queue(letter, now=now)
            await note_of(
                act,
                conference.id,
                conference.key,
                by=SYSTEM,
                now=now,
                facts={"people": len(part), **(facts or {})},
            )
