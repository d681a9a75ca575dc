"""Take the names of elected people out of what programs were told."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID, uuid5

from elections.queries.keeping import nominations_by_person, stood_before
from lip.database import execute_many, transaction
from lip.opendata.queries.told import OpenDocument, people_told
from lip.opendata.rules.naming import named_since
from lip.opendata.rules.oparl import emptied

_WITHHOLD = "INSERT INTO withheld_name (id, since) VALUES (?, ?) ON CONFLICT DO NOTHING"
_EMPTY = (
    "UPDATE open_object SET document = ?, digest = '', modified_at = ?, "
    "deleted_at = ? WHERE id = ?"
)


async def forget_elected(participant: UUID, *, now: datetime) -> int:
    """Name a person no more, today and whenever programs are told anew."""
    ids = await nominations_by_person(participant)
    async with transaction():
        if ids:
            await execute_many(_WITHHOLD, [(one, now) for one in ids])
        return await _empty(ids, now=now)


async def names_of(participant: UUID) -> Sequence[OpenDocument]:
    """Read what programs are told of a person."""
    return await people_told(await nominations_by_person(participant))


async def names_due(now: datetime) -> int:
    """Count people whose election is so long ago that nobody names them any more."""
    return len(await people_told(await stood_before(named_since(now))))


async def forget_names_due(now: datetime) -> int:
    """Name them no more."""
    async with transaction():
        return await _empty(await stood_before(named_since(now)), now=now)


async def _empty(ids: Sequence[UUID], *, now: datetime) -> int:
    """Leave of people and their memberships that they were; count the people."""
    people = await people_told(ids)
    members = await people_told([uuid5(one, "membership") for one in ids])
    at = now.replace(microsecond=0)
    rows = [(emptied(one.document, at), at, at, one.id) for one in (*people, *members)]
    if rows:
        await execute_many(_EMPTY, rows)
    return len(people)
