"""Write deletion records at the end of their chain."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID, uuid4

from lip.database import current_engine, fetch
from lip.journal.rules.entries import Actor
from lip.retention.queries.records import last_record
from lip.retention.rules.records import START, Cause, Deleted, Record, digest_of


async def keep_records(
    deleted: Sequence[Deleted],
    *,
    run: UUID,
    cause: Cause,
    by: Actor,
    now: datetime,
) -> str:
    """Write one record for each line, in the caller's transaction; give the end."""
    await _one_at_a_time()
    last = await last_record()
    number, before = (last.number, last.digest) if last else (0, START)
    for one in deleted:
        number += 1
        record = Record(
            number=number,
            run=run,
            at=now,
            due_before=now,
            kind=one.kind,
            scope=one.scope,
            rows=one.rows,
            cause=cause,
            actor_kind=by.kind.value,
            actor=by.id,
            before=before,
        )
        before = digest_of(record)
        await put(replace(record, digest=before))
    return before


async def put(record: Record) -> None:
    """Write a record as it is."""
    await fetch(
        "INSERT INTO deletion_record (id, number, run, at, due_before, kind, scope, "
        "rows, cause, actor_kind, actor, before, digest) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        uuid4(),
        record.number,
        record.run,
        record.at,
        record.due_before,
        record.kind,
        record.scope,
        record.rows,
        record.cause.value,
        record.actor_kind,
        record.actor,
        record.before,
        record.digest,
    )


async def _one_at_a_time() -> None:
    """Let nobody else write at the end of the chain until this transaction ends."""
    if current_engine().engine_type != "sqlite":  # there is only one writer
        await fetch("LOCK TABLE deletion_record IN SHARE ROW EXCLUSIVE MODE")
