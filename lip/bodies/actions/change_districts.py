"""Add a district, change it, close it and open it again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from lip.bodies.queries.bodies import all_districts
from lip.bodies.rules.bodies import MOST_DISTRICTS, DistrictFacts
from lip.bodies.tables import District
from lip.database import lock_rows, transaction
from lip.errors import Conflict, NotFound, Unusable
from lip.journal.actions.once import once
from lip.journal.actions.record import record
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor, Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class DistrictWish:
    """What is to be said of a district; its order is that of its number."""

    name: str
    number: str = ""


async def add_district(
    wish: DistrictWish, *, by: Actor, now: datetime, request: UUID | None = None
) -> UUID:
    """Add a district; the same request adds it once."""

    async def write() -> UUID:
        there = await _locked()
        if len(there) >= MOST_DISTRICTS:
            raise Conflict("too_many_districts", most=MOST_DISTRICTS)
        _check(wish, there)
        row = District(id=uuid4(), name=wish.name, number=wish.number, changed_at=now)
        await District.insert(row)
        await record(_entry(Act.DISTRICT_ADDED, row.id, by, now, request))
        return row.id

    return await once(Act.DISTRICT_ADDED, write, request=request)


async def change_district(
    district: UUID, wish: DistrictWish, *, by: Actor, now: datetime
) -> bool:
    """Say something else of a district; tell whether anything is different now."""
    async with transaction():
        there = await _locked()
        before = _one(there, district)
        if (before.name, before.number) == (wish.name, wish.number):
            return False
        _check(wish, [one for one in there if one.id != district])
        await District.update({
            District.name: wish.name,
            District.number: wish.number,
            District.changed_at: now,
        }).where(District.id == district)
        await record(_entry(Act.DISTRICT_CHANGED, district, by, now))
    return True


async def close_district(
    district: UUID, *, closed: bool, by: Actor, now: datetime
) -> bool:
    """Offer a district no more, or again; what has it keeps it."""
    async with transaction():
        if _one(await _locked(), district).closed == closed:
            return False
        await District.update({
            District.closed: closed,
            District.changed_at: now,
        }).where(District.id == district)
        act = Act.DISTRICT_CLOSED if closed else Act.DISTRICT_OPENED
        await record(_entry(act, district, by, now))
    return True


async def _locked() -> Sequence[DistrictFacts]:
    await lock_rows(District.select(District.id))
    return await all_districts()


def _one(there: Sequence[DistrictFacts], district: UUID) -> DistrictFacts:
    found = next((one for one in there if one.id == district), None)
    if found is None:
        raise NotFound("unknown_district")
    return found


def _check(wish: DistrictWish, others: Sequence[DistrictFacts]) -> None:
    if not wish.name:
        raise Unusable("district_needs_name")
    if wish.name.casefold() in {one.name.casefold() for one in others}:
        raise Conflict("district_name_taken", name=wish.name)


def _entry(  # noqa: PLR0917 - a short form
    act: Act, district: UUID, by: Actor, now: datetime, request: UUID | None = None
) -> Entry:
    return Entry(at=now, by=by, act=act, subject=district, request=request)
