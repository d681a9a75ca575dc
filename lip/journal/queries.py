"""Read the journal."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from piccolo.custom_types import Combinable

from lip.database import fetch, in_batches, padded
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor, ActorKind, Entry
from lip.journal.tables import JournalEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Which entries to read; an empty field does not narrow."""

    scope: str = ""
    acts: frozenset[Act] = frozenset()
    subject: UUID | None = None
    actor: UUID | None = None
    since: datetime | None = None
    until: datetime | None = None


async def entries(
    wanted: Filter, *, limit: int = 100, offset: int = 0
) -> Sequence[Entry]:
    """Read entries, newest first."""
    rows = (
        await JournalEntry
        .select()
        .where(*_conditions(wanted))
        .order_by(JournalEntry.at, ascending=False)
        .order_by(JournalEntry.id)
        .limit(limit)
        .offset(offset)
    )
    return [_entry(row) for row in rows]


async def number_of_entries(wanted: Filter) -> int:
    """Count the entries of a filter."""
    return int(await JournalEntry.count().where(*_conditions(wanted)))


async def actors_in(scope: str) -> frozenset[UUID]:
    """Find the accounts and passes that have acted at a conference, or anywhere."""
    rows = await fetch(
        "SELECT DISTINCT actor FROM journal_entry "
        "WHERE actor IS NOT NULL AND (scope = ? OR ? = '')",
        scope,
        scope,
    )
    return frozenset(row["actor"] for row in rows)


async def entry_of_request(request: UUID) -> Entry | None:
    """Find what was done under a request key."""
    row = await JournalEntry.select().where(JournalEntry.request == request).first()
    return None if row is None else _entry(row)


async def subjects_of_requests(
    requests: Sequence[UUID],
) -> Mapping[UUID, UUID | None]:
    """Find for request keys that stand in the journal what they were about."""
    if not requests:
        return {}
    wanted = padded(requests)
    marks = ", ".join("?" * len(wanted))
    rows = await fetch(
        "SELECT request, subject FROM journal_entry "  # noqa: S608 - marks only
        f"WHERE request IN ({marks})",
        *wanted,
    )
    return {row["request"]: row["subject"] for row in rows}


def _conditions(wanted: Filter) -> list[Combinable]:
    conditions: list[Combinable] = []
    if wanted.scope:
        conditions.append(JournalEntry.scope == wanted.scope)
    if wanted.acts:
        conditions.append(JournalEntry.act.is_in([act.value for act in wanted.acts]))
    if wanted.subject:
        conditions.append(JournalEntry.subject == wanted.subject)
    if wanted.actor:
        conditions.append(JournalEntry.actor == wanted.actor)
    if wanted.since:
        conditions.append(JournalEntry.at >= wanted.since)
    if wanted.until:
        conditions.append(JournalEntry.at < wanted.until)
    return conditions


def _entry(row: Mapping[str, Any]) -> Entry:
    return Entry(
        at=row["at"],
        by=Actor(ActorKind(row["actor_kind"]), row["actor"]),
        act=Act(row["act"]),
        subject=row["subject"],
        scope=row["scope"],
        facts=json.loads(row["facts"] or "{}"),
        request=row["request"],
    )


async def times_of(
    subjects: Collection[UUID],
) -> Mapping[UUID, tuple[datetime, datetime]]:
    """Tell when the first and the last act upon each of these things was."""
    found: dict[UUID, tuple[datetime, datetime]] = {}
    for batch in in_batches(sorted(set(subjects)), columns=1):
        wanted = padded(batch)
        marks = ", ".join("?" * len(wanted))
        rows = await fetch(
            "SELECT subject, min(at) AS first_at, max(at) AS last_at "  # noqa: S608
            f"FROM journal_entry WHERE subject IN ({marks}) GROUP BY subject",
            *wanted,
        )
        for row in rows:
            found[row["subject"]] = (as_time(row["first_at"]), as_time(row["last_at"]))
    return found


async def last_entry_at() -> datetime | None:
    """Tell when something was done the last time; None before anything was."""
    (row,) = await fetch("SELECT max(at) AS last_at FROM journal_entry")
    return None if row["last_at"] is None else as_time(row["last_at"])


def as_time(value: Any) -> datetime:
    """Read a time that an engine may give as text where it was computed."""
    return value if isinstance(value, datetime) else datetime.fromisoformat(str(value))
