"""Delete what is due early: sensitive needs, and lists between upload and import."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from lip.conference.tables import UploadedList
from lip.database import fetch
from lip.journal.actions.record import record
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import SYSTEM, Entry

LISTS_KEPT: Final = timedelta(days=1)


async def count_needs(now: datetime) -> Mapping[str, int]:
    """Count the needs that are due."""
    rows = await fetch(
        "SELECT f.key, count(*) AS many FROM need n "
        "JOIN participant p ON p.id = n.participant "
        "JOIN conference f ON f.id = p.conference "
        "WHERE n.delete_on < ? GROUP BY f.key",
        now.date(),
    )
    return _by_key(rows)


async def delete_needs(now: datetime) -> Mapping[str, int]:
    """Delete the needs that are due; the journal says that they are gone."""
    due = await count_needs(now)
    if due:
        await fetch("DELETE FROM need WHERE delete_on < ?", now.date())
        many = sum(due.values())
        await record(
            Entry(at=now, by=SYSTEM, act=Act.NEEDS_DELETED, facts={"needs": many})
        )
    return due


async def count_uploads(now: datetime) -> Mapping[str, int]:
    """Count the lists that were uploaded and forgotten."""
    rows = await fetch(
        "SELECT f.key, count(*) AS many FROM uploaded_list u "
        "JOIN conference f ON f.id = u.conference "
        "WHERE u.uploaded_at < ? GROUP BY f.key",
        now - LISTS_KEPT,
    )
    return _by_key(rows)


async def delete_uploads(now: datetime) -> Mapping[str, int]:
    """Delete the lists that were uploaded and forgotten."""
    due = await count_uploads(now)
    if due:
        await UploadedList.delete().where(UploadedList.uploaded_at < now - LISTS_KEPT)
    return due


def _by_key(rows: Sequence[Mapping[str, Any]]) -> Mapping[str, int]:
    return {row["key"]: int(row["many"]) for row in rows}
