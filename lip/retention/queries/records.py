"""Read deletion records, and check that none is missing."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from lip.database import fetch
from lip.journal.queries import Filter, entries, number_of_entries
from lip.journal.rules.acts import Act
from lip.retention.rules.records import Break, Cause, Record, broken_at

PER_PAGE = 50

_COLUMNS = (
    "number, run, at, due_before, kind, scope, rows, cause, actor_kind, actor, "
    "before, digest"
)
HEAD = "head"
"""The fact of a journal entry that notes the last digest of a run."""


async def all_records() -> Sequence[Record]:
    """Read the whole chain in its order."""
    rows = await fetch(f"SELECT {_COLUMNS} FROM deletion_record ORDER BY number")  # noqa: S608 - our own words
    return [_record(row) for row in rows]


async def last_record() -> Record | None:
    """Read the end of the chain."""
    rows = await fetch(
        f"SELECT {_COLUMNS} FROM deletion_record ORDER BY number DESC LIMIT 1"  # noqa: S608
    )
    return _record(rows[0]) if rows else None


async def records_of(scope: str | None, *, page: int = 1) -> tuple[list[Record], int]:
    """Read a page of records, newest first, and count all; of one conference or all."""
    every = scope is None
    rows = await fetch(
        f"SELECT count(*) OVER () AS total, {_COLUMNS} FROM deletion_record "  # noqa: S608
        "WHERE ? OR scope = ? ORDER BY number DESC LIMIT ? OFFSET ?",
        every,
        scope or "",
        PER_PAGE,
        (max(page, 1) - 1) * PER_PAGE,
    )
    total = int(rows[0]["total"]) if rows else 0
    return [_record(row) for row in rows], total


async def last_deleted() -> Mapping[str, datetime]:
    """Say for each kind when something of it was last deleted."""
    rows = await fetch("SELECT kind, max(at) AS at FROM deletion_record GROUP BY kind")
    return {row["kind"]: _moment(row["at"]) for row in rows}


async def break_of_chain() -> Break | None:
    """Check all records, and that those noted in the journal are among them."""
    runs = await entries(
        Filter(acts=frozenset({Act.DATA_PURGED, Act.PARTICIPANT_ERASED})), limit=100_000
    )
    noted = [str(entry.facts[HEAD]) for entry in runs if entry.facts.get(HEAD)]
    return broken_at(await all_records(), noted=noted)


async def erased_people() -> Sequence[UUID]:
    """List the ids of those who were erased on wish, oldest first; nothing else."""
    wishes = Filter(acts=frozenset({Act.PARTICIPANT_ERASED}))
    found = await entries(wishes, limit=1_000_000)
    return [entry.subject for entry in reversed(found) if entry.subject]


async def was_erased(participant: UUID, scope: str) -> bool:
    """Tell whether a participant of a conference was erased on wish."""
    wish = Filter(
        acts=frozenset({Act.PARTICIPANT_ERASED}), subject=participant, scope=scope
    )
    return bool(await number_of_entries(wish))


def _record(row: Mapping[str, Any]) -> Record:
    return Record(
        number=row["number"],
        run=row["run"],
        at=row["at"],
        due_before=row["due_before"],
        kind=row["kind"],
        scope=row["scope"],
        rows=row["rows"],
        cause=Cause(row["cause"]),
        actor_kind=row["actor_kind"],
        actor=row["actor"],
        before=row["before"],
        digest=row["digest"],
    )


def _moment(value: Any) -> datetime:
    """Read a moment that an aggregate of SQLite gives as text."""
    return datetime.fromisoformat(value) if isinstance(value, str) else value
