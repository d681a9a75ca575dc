"""Delete what is due, of every kind, and keep the proof."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID, uuid4

from lip.database import transaction
from lip.database.leaving_no_trace import leave_no_trace
from lip.journal.actions.record import record
from lip.journal.queries import Filter, number_of_entries
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import SYSTEM, Actor, Entry
from lip.kept import Kind, Rows
from lip.retention.actions.keep_records import keep_records
from lip.retention.queries.records import HEAD
from lip.retention.rules.records import Cause, Deleted, by_scope

NIGHT: Final = range(6)
"""Hours (UTC) in which the files are cleaned; rounds go every six hours."""

SOON: Final = timedelta(minutes=5)
"""So soon the files are cleaned of somebody who was erased."""

A_DAY: Final = timedelta(days=1)
LEAVE_TRACES: Final = frozenset({
    Act.PARTICIPANT_ERASED,
    Act.PARTICIPANT_CHANGED,
    Act.PARTICIPANTS_IMPORTED,
    Act.DATA_PURGED,
})


@dataclass(frozen=True, slots=True, kw_only=True)
class Purged:
    """What a run came to; `traceless` tells whether the files were cleaned as well."""

    run: UUID
    at: datetime
    deleted: Sequence[Deleted]
    traceless: bool = False

    @property
    def rows(self) -> int:
        """Count what was deleted, or is due, of all kinds."""
        return sum(one.rows for one in self.deleted)


async def due(kinds: Sequence[Kind], *, now: datetime) -> Purged:
    """Say what a run would delete, and change nothing."""
    found = [
        one for kind in kinds for one in _lines(kind.name, await kind.count_due(now))
    ]
    return Purged(run=uuid4(), at=now, deleted=found)


async def purge(
    kinds: Sequence[Kind],
    *,
    by: Actor,
    now: datetime,
    clean: bool = False,
) -> Purged:
    """
    Delete what is due, each kind in a transaction of its own with its records.

    Whatever was deleted leaves the files too; with `clean` they are cleaned in any
    case, for what was changed or erased since.
    """
    run = uuid4()
    deleted: list[Deleted] = []
    for kind in kinds:
        deleted += await _purge_kind(kind, run, by=by, now=now)
    traceless = await leave_no_trace() if deleted or clean else False
    return Purged(run=run, at=now, deleted=deleted, traceless=traceless)


async def _purge_kind(
    kind: Kind, run: UUID, *, by: Actor, now: datetime
) -> Sequence[Deleted]:
    async with transaction():
        deleted = _lines(kind.name, await kind.delete_due(now))
        if not deleted:
            return ()
        head = await keep_records(deleted, run=run, cause=Cause.DUE, by=by, now=now)
        facts: dict[str, str | int | bool | None] = {
            "data_kind": kind.name,
            "rows": sum(one.rows for one in deleted),
            "records": len(deleted),
            HEAD: head,
        }
        await record(Entry(at=now, by=by, act=Act.DATA_PURGED, facts=facts))
    return deleted


def _lines(kind: str, rows: Rows) -> Sequence[Deleted]:
    return [
        Deleted(kind=kind, rows=many, scope=scope)
        for scope, many in by_scope(rows).items()
    ]


async def purge_round(kinds: Sequence[Kind], *, now: datetime) -> Purged:
    """Purge as the server does by itself; at night, clean up after the day as well."""
    clean = now.hour in NIGHT and await _went(LEAVE_TRACES, since=now - A_DAY)
    return await purge(kinds, by=SYSTEM, now=now, clean=clean)


async def clean_after_erasures(*, now: datetime) -> bool:
    """Clean the files of whom somebody has just had erased, not only at night."""
    erased = frozenset({Act.PARTICIPANT_ERASED})
    just_now = now - 2 * SOON  # twice, since the round before may have failed
    return await _went(erased, since=just_now) and await leave_no_trace()


async def _went(acts: frozenset[Act], *, since: datetime) -> bool:
    """Tell whether anything was overwritten or deleted since."""
    return bool(await number_of_entries(Filter(acts=acts, since=since)))
