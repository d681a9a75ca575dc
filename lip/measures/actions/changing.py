"""What all changes beside a measure's sheet have in common."""

from datetime import datetime
from typing import Any
from uuid import UUID

from lip.database import lock_rows
from lip.errors import NotFound
from lip.journal.actions.record import record
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor, Entry
from lip.measures.queries.measures import measure_by_id
from lip.measures.rules.measures import MeasureFacts
from lip.measures.tables import Measure


async def locked_measure(measure: UUID) -> MeasureFacts:
    """Lock a measure and read it."""
    await lock_rows(Measure.select(Measure.id).where(Measure.id == measure))
    return await measure_by_id(measure)


async def locked(table: Any, line: UUID, *, unknown: str) -> UUID:
    """Lock a line of a sheet, and give the measure that it belongs to."""
    rows = await lock_rows(table.select(table.measure).where(table.id == line))
    if not rows:
        raise NotFound(unknown)
    return UUID(str(rows[0]["measure"]))


async def note_change(measure: UUID, act: Act, by: Actor, now: datetime) -> None:
    """Note that something of a measure is different now."""
    await Measure.update({Measure.changed_at: now}).where(Measure.id == measure)
    await record(Entry(at=now, by=by, act=act, subject=measure))
