"""Add a district, change it, close it and open it again."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Final
from uuid import UUID, uuid4

from lip.bodies.queries.bodies import all_districts
from lip.bodies.rules.bodies import MOST_DISTRICTS, DistrictFacts
from lip.bodies.tables import District
from lip.errors import Conflict, Unusable
from lip.fields.actions.kept_lists import KeptList
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class DistrictWish:
    """What is to be said of a district; its order is that of its number."""

    name: str
    number: str = ""


DISTRICTS: Final = KeptList(
    table=District,
    read=all_districts,
    unknown="unknown_district",
    too_many="too_many_districts",
    most=MOST_DISTRICTS,
    adding=Act.DISTRICT_ADDED,
    changing=Act.DISTRICT_CHANGED,
    closing=Act.DISTRICT_CLOSED,
    opening=Act.DISTRICT_OPENED,
)
close_district: Final = DISTRICTS.close


async def add_district(
    wish: DistrictWish, *, by: Actor, now: datetime, request: UUID | None = None
) -> UUID:
    """Add a district; the same request adds it once."""

    def made(there: Sequence[DistrictFacts]) -> District:
        _check(wish, there)
        return District(id=uuid4(), changed_at=now, **asdict(wish))

    return await DISTRICTS.add(made, by=by, now=now, request=request)


async def change_district(
    district: UUID, wish: DistrictWish, *, by: Actor, now: datetime
) -> bool:
    """Say something else of a district; tell whether anything is different now."""

    def wished(
        there: Sequence[DistrictFacts], before: DistrictFacts
    ) -> Mapping[str, str]:
        _check(wish, [one for one in there if one.id != district])
        same = (before.name, before.number) == (wish.name, wish.number)
        return {} if same else asdict(wish)

    return await DISTRICTS.change(district, wished, by=by, now=now)


def _check(wish: DistrictWish, others: Sequence[DistrictFacts]) -> None:
    if not wish.name:
        raise Unusable("district_needs_name")
    if wish.name.casefold() in {one.name.casefold() for one in others}:
        raise Conflict("district_name_taken", name=wish.name)
