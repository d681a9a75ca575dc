"""Write entries into the journal, within the transaction of the act itself."""

import json
from uuid import uuid4

from lip.database import fetch, in_batches
from lip.journal.rules.entries import Entry

COLUMNS = "id, at, actor_kind, actor, act, subject, scope, facts, request"
MARKS = "(?, ?, ?, ?, ?, ?, ?, ?, ?)"


async def record(*entries: Entry) -> None:
    """Append entries; a request key that stands already raises a unique violation."""
    for batch in in_batches(entries, columns=9):
        marks = ", ".join([MARKS] * len(batch))
        await fetch(
            f"INSERT INTO journal_entry ({COLUMNS}) VALUES {marks}",  # noqa: S608 - marks only
            *(value for entry in batch for value in _values(entry)),
        )


def _values(entry: Entry) -> tuple[object, ...]:
    return (
        uuid4(),
        entry.at,
        entry.by.kind.value,
        entry.by.id,
        entry.act.value,
        entry.subject,
        entry.scope,
        json.dumps(entry.facts, ensure_ascii=False),
        entry.request,
    )
