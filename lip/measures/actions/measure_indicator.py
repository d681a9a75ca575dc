"""Write down what was measured, and remove it again."""

from datetime import datetime
from typing import Final
from uuid import UUID, uuid4

from lip.database import fetch, lock_rows, transaction
from lip.errors import Conflict, NotFound
from lip.journal.actions.record import record
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor, Entry
from lip.measures.rules.measures import ValueLine
from lip.measures.tables import Indicator, IndicatorValue, Measure

MOST_VALUES: Final = 200


async def add_value(
    indicator: UUID, line: ValueLine, *, by: Actor, now: datetime
) -> bool:
    """Add a value; the same one twice is there once."""
    async with transaction():
        measure = await _measure_of(indicator)
        there = await fetch(
            "SELECT at, value, note FROM indicator_value WHERE indicator = ?", indicator
        )
        same = [one for one in there if one["at"] == line.at.dump()]
        if same:
            if (same[0]["value"], same[0]["note"]) == (line.value, line.note):
                return False
            raise Conflict("value_for_this_time_exists")
        if len(there) >= MOST_VALUES:
            raise Conflict("too_many_values", most=MOST_VALUES)
        await IndicatorValue.insert(
            IndicatorValue(
                id=uuid4(),
                indicator=indicator,
                at=line.at.dump(),
                value=line.value,
                note=line.note,
            )
        )
        await _changed(measure, Act.INDICATOR_MEASURED, by, now)
    return True


async def remove_value(indicator: UUID, at: str, *, by: Actor, now: datetime) -> bool:
    """Remove the value of a time; tell whether there was one."""
    async with transaction():
        measure = await _measure_of(indicator)
        gone = await fetch(
            "DELETE FROM indicator_value WHERE indicator = ? AND at = ? RETURNING id",
            indicator,
            at,
        )
        if not gone:
            return False
        await _changed(measure, Act.INDICATOR_VALUE_REMOVED, by, now)
    return True


async def _measure_of(indicator: UUID) -> UUID:
    rows = await lock_rows(
        Indicator.select(Indicator.measure).where(Indicator.id == indicator)
    )
    if not rows:
        raise NotFound("unknown_indicator")
    return UUID(str(rows[0]["measure"]))


async def _changed(measure: UUID, act: Act, by: Actor, now: datetime) -> None:
    await Measure.update({Measure.changed_at: now}).where(Measure.id == measure)
    await record(Entry(at=now, by=by, act=act, subject=measure))
