"""Show a measure to everybody, and take it back."""

from datetime import datetime
from uuid import UUID

from lip.database import transaction
from lip.journal.actions.record import record
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor, Entry
from lip.measures.actions.changing import locked_measure
from lip.measures.tables import Measure


async def release(
    measure: UUID, *, at: datetime | None = None, by: Actor, now: datetime
) -> bool:
    """Show it from a moment on, or at once; tell whether anything is different now."""
    moment = at or now
    return await _set(measure, moment, Act.MEASURE_RELEASED, by=by, now=now)


async def take_back(measure: UUID, *, by: Actor, now: datetime) -> bool:
    """Show it to nobody but the editors."""
    return await _set(measure, None, Act.MEASURE_TAKEN_BACK, by=by, now=now)


async def _set(
    measure: UUID, moment: datetime | None, act: Act, *, by: Actor, now: datetime
) -> bool:
    async with transaction():
        before = await locked_measure(measure)
        same = before.public_from == moment
        if same or (moment == now and before.is_public(now)):
            return False
        await Measure.update({
            Measure.public_from: moment,
            Measure.changed_at: now,
        }).where(Measure.id == measure)
        await record(Entry(at=now, by=by, act=act, subject=measure))
    return True
