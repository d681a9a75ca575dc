"""Forget what is kept as long as the guest list, in whichever area it stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from lip.conference.queries.keeping import all_kept
from lip.database import fetch


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptWithGuests:
    """
    Personal data that goes with the guest list of its conference.

    `counted` selects conference and many; each statement of `forgotten` has one mark,
    which is the conference.
    """

    counted: str
    forgotten: tuple[str, ...]

    async def due(self, now: datetime) -> Mapping[str, int]:
        """Count what has been kept longer than the guest list."""
        many = {
            row["conference"]: int(row["many"]) for row in await fetch(self.counted)
        }
        lapsed = [one for one in await all_kept() if one.guests_lapsed(now)]
        return {one.key: many[one.id] for one in lapsed if one.id in many}

    async def forget(self, now: datetime) -> Mapping[str, int]:
        """Forget it once the guest list is due."""
        due = await self.due(now)
        for one in await all_kept():
            if one.key in due:
                for statement in self.forgotten:
                    await fetch(statement, one.id)
        return due
