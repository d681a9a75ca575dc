"""
Keep what was promised when an older backup is put back.

A backup brings back what was deleted since. So what is due goes again at once, and so
do the people who were erased on wish, as far as the database that was replaced still
knew their ids. Deletion records written since are put back at the end of the chain.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from lip.conference.queries.conferences import all_conferences
from lip.conference.queries.stored import stored_guest
from lip.database import transaction
from lip.journal.rules.entries import COMMAND
from lip.kept import Kind
from lip.keys import Keys
from lip.retention.actions.erase import erase_person
from lip.retention.actions.keep_records import put
from lip.retention.actions.purge import Purged, purge
from lip.retention.queries.records import all_records, erased_people
from lip.retention.rules.records import Record, missing_end


@dataclass(frozen=True, slots=True, kw_only=True)
class Remembered:
    """What a database that is about to be replaced knows of deletions."""

    records: Sequence[Record]
    erased: Sequence[UUID]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What was done so that promises hold after a restore."""

    carried: int
    erased: int
    purged: Purged


async def remember() -> Remembered:
    """Read what must not be forgotten, before a restore."""
    return Remembered(records=await all_records(), erased=await erased_people())


async def keep_promises(
    remembered: Remembered, kinds: Sequence[Kind], *, keys: Keys, now: datetime
) -> Kept:
    """Put records back, erase again whom a backup brought back, delete what is due."""
    carried = await _carry(remembered.records)
    erased = await _erase_again(remembered.erased, kinds, keys=keys, now=now)
    purged = await purge(kinds, by=COMMAND, now=now, clean=True)
    return Kept(carried=carried, erased=erased, purged=purged)


async def _carry(records: Sequence[Record]) -> int:
    async with transaction():
        missing = missing_end(await all_records(), records)
        for record in missing:
            await put(record)
    return len(missing)


async def _erase_again(
    people: Sequence[UUID], kinds: Sequence[Kind], *, keys: Keys, now: datetime
) -> int:
    places = {one.id: one for one in await all_conferences()}
    erased = 0
    for one in people:
        row = await stored_guest(one)
        if row is None:
            continue
        erased += await erase_person(
            one,
            conference=places[row["conference"]],
            kinds=kinds,
            keys=keys,
            by=COMMAND,
            now=now,
        )
    return erased
