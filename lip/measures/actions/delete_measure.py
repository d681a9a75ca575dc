"""Delete a measure that was made by mistake and that nobody else ever saw."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from lip.bodies.queries.steps import steps_of
from lip.database import fetch, lock_rows, transaction
from lip.errors import Conflict
from lip.journal.actions.record import record
from lip.journal.queries import Filter, number_of_entries
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor, Entry
from lip.measures.tables import Measure
from lip.subjects import SubjectKind, SubjectsBeside
from lip.tracing.queries.traces import traces_at
from lip.tracing.rules.chains import Node


async def delete_measure(
    measure: UUID, *, beside: Sequence[SubjectsBeside], by: Actor, now: datetime
) -> bool:
    """
    Delete a draft with all its lines; tell whether it was still there.

    What was released once stays, since versions and other pages may tell of it; so
    does what something hangs on. `beside` are the pages that higher areas keep of it.
    """
    async with transaction():
        rows = Measure.select(Measure.id).where(Measure.id == measure)
        if not await lock_rows(rows):
            return False
        if await was_released(measure):
            raise Conflict("measure_was_public")
        if held := await _held(measure, beside):
            raise Conflict(held)
        await Measure.delete().where(Measure.id == measure)
        await record(Entry(at=now, by=by, act=Act.MEASURE_DELETED, subject=measure))
    return True


async def was_released(measure: UUID) -> bool:
    """Tell whether it was ever released, even if that was taken back."""
    released = Filter(subject=measure, acts=frozenset({Act.MEASURE_RELEASED}))
    return await number_of_entries(released) > 0


async def _held(measure: UUID, beside: Sequence[SubjectsBeside]) -> str:
    """Say by its code what hangs on a measure."""
    if await traces_at(Node(SubjectKind.MEASURE, measure)):
        return "measure_has_traces"
    if (await steps_of(SubjectKind.MEASURE, [measure]))[measure]:
        return "measure_has_steps"
    for pages_of in beside:
        if await pages_of(measure):
            return "measure_has_pages"
    related = await fetch("SELECT id FROM related WHERE other = ?", measure)
    return "measure_is_related" if related else ""
