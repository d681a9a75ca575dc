"""Write entries into the journal, within the transaction of the act itself."""

import json
from uuid import uuid4

from lip.database import in_batches
from lip.journal.rules.entries import Entry
from lip.journal.tables import JournalEntry


async def record(*entries: Entry) -> None:
    """Append entries; a request key that stands already raises a unique violation."""
    rows = [
        JournalEntry(
            id=uuid4(),
            at=entry.at,
            actor_kind=entry.by.kind.value,
            actor=entry.by.id,
            act=entry.act.value,
            subject=entry.subject,
            scope=entry.scope,
            facts=json.dumps(entry.facts, ensure_ascii=False),
            request=entry.request,
        )
        for entry in entries
    ]
    for batch in in_batches(rows, columns=9):
        await JournalEntry.insert(*batch)
