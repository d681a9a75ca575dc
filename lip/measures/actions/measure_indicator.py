"""Write down what was measured, and remove it again."""

from datetime import datetime
from typing import Final
from uuid import UUID, uuid4

from lip.database import fetch, transaction
from lip.errors import Conflict
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor
from lip.measures.actions.changing import locked, note_change
from lip.measures.rules.values import ValueLine
from lip.measures.tables import Indicator, IndicatorValue

MOST_VALUES: Final = 200


async def add_value(
    indicator: UUID, line: ValueLine, *, by: Actor, now: datetime
) -> bool:
    """Add a value; the same one twice is there once."""
    async with transaction():
        measure = await locked(Indicator, indicator, unknown="unknown_indicator")
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
        await note_change(measure, Act.INDICATOR_MEASURED, by, now)
    return True


async def remove_value(indicator: UUID, at: str, *, by: Actor, now: datetime) -> bool:
    """Remove the value of a time; tell whether there was one."""
    async with transaction():
        measure = await locked(Indicator, indicator, unknown="unknown_indicator")
        gone = await fetch(
            "DELETE FROM indicator_value WHERE indicator = ? AND at = ? RETURNING id",
            indicator,
            at,
        )
        if not gone:
            return False
        await note_change(measure, Act.INDICATOR_VALUE_REMOVED, by, now)
    return True
