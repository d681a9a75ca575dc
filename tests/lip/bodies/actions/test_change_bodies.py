"""Adding, changing, moving and closing bodies and districts."""

import asyncio
from dataclasses import replace
from uuid import uuid4

import pytest

from lip.bodies.actions.change_bodies import (
    BodyWish,
    add_body,
    change_body,
    close_body,
    move_body,
)
from lip.bodies.actions.change_districts import (
    DistrictWish,
    add_district,
    change_district,
    close_district,
)
from lip.bodies.queries.bodies import (
    all_bodies,
    all_districts,
    bodies_offered,
    body_by_id,
)
from lip.bodies.rules.kinds import BodyKind
from lip.database import StoreEngine
from lip.errors import Conflict, NotFound, Unusable
from lip.journal.queries import Filter, entries
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import COMMAND
from lip.partial_dates import PartialDate
from lip.said import Said
from lip.sample.bodies import fill_in_bodies
from tests.factories import clock
from tests.lip.bodies.factories import make_body

pytestmark = pytest.mark.anyio


async def test_all_that_is_said_of_a_body_is_kept(db: StoreEngine):
    council = await make_body("Rat", kind=BodyKind.COUNCIL)
    wish = BodyWish(
        name=Said.of(de="Internationaler Ausschuss", ar="اللجنة الدولية"),
        kind=BodyKind.COMMITTEE,
        short_name="IA",
        address_as="In den",
        parent=council,
        street="Trammplatz 2",
        town="30159 Hannover",
        phone="0511 1680",
        email="ia@example.org",
        website="https://example.org/ia",
        since=PartialDate(2006),
        until=PartialDate(2026, 40),
    )
    body = await add_body(wish, by=COMMAND, now=clock())

    there = await body_by_id(body)

    assert there.key == "internationaler-ausschuss"
    assert {name: getattr(there, name) for name in BodyWish.__dataclass_fields__} == {
        name: getattr(wish, name) for name in BodyWish.__dataclass_fields__
    }
    assert await change_body(body, wish, by=COMMAND, now=clock()) is False
    assert [one.act for one in await entries(Filter(subject=body))] == [Act.BODY_ADDED]


async def test_two_names_alike_get_two_places_and_the_same_request_adds_one(
    committed_db: StoreEngine,
):
    request, wish = uuid4(), BodyWish(name=Said.of(de="Beirat"))

    made = await asyncio.gather(
        *(add_body(wish, by=COMMAND, now=clock(), request=request) for _ in range(3))
    )
    await add_body(BodyWish(name=Said.of(de="Beirat!")), by=COMMAND, now=clock())

    assert len(set(made)) == 1
    assert [one.key for one in await all_bodies()] == ["beirat", "beirat-2"]


async def test_circles_twins_and_wrong_times_are_refused(db: StoreEngine):
    upper, lower = await make_body("Oben"), await make_body("Unten")
    under = BodyWish(name=Said.of(de="Unten"), parent=upper)
    await change_body(lower, under, by=COMMAND, now=clock())
    wish = BodyWish(name=Said.of(de="Oben"))

    with pytest.raises(Unusable, match="body_above_itself"):
        await change_body(upper, replace(wish, parent=lower), by=COMMAND, now=clock())
    with pytest.raises(Unusable, match="body_above_itself"):
        await change_body(upper, replace(wish, parent=upper), by=COMMAND, now=clock())
    with pytest.raises(NotFound, match="unknown_body"):
        await change_body(upper, replace(wish, parent=uuid4()), by=COMMAND, now=clock())
    with pytest.raises(Conflict, match="body_name_taken"):
        await make_body("OBEN")
    with pytest.raises(Unusable, match="body_needs_name"):
        await add_body(BodyWish(name=Said()), by=COMMAND, now=clock())
    ends = replace(wish, since=PartialDate(2026), until=PartialDate(2025))
    with pytest.raises(Unusable, match="body_ends_before_it_begins"):
        await change_body(upper, ends, by=COMMAND, now=clock())


async def test_bodies_move_and_close(db: StoreEngine):
    first = await make_body("A")
    other = await make_body("C", kind=BodyKind.OFFICE)
    second = await make_body("B")

    assert await move_body(second, up=True, by=COMMAND, now=clock())
    for one in (second, other):
        assert not await move_body(one, up=True, by=COMMAND, now=clock())
    assert [one.id for one in await all_bodies()] == [second, other, first]
    assert await close_body(first, closed=True, by=COMMAND, now=clock())
    assert not await close_body(first, closed=True, by=COMMAND, now=clock())
    assert [one.id for one in await bodies_offered()] == [second, other]


async def test_districts_stand_by_their_numbers(db: StoreEngine):
    north = await add_district(
        DistrictWish(name="Nord", number="13"), by=COMMAND, now=clock()
    )
    await add_district(DistrictWish(name="Mitte", number="01"), by=COMMAND, now=clock())

    with pytest.raises(Conflict, match="district_name_taken"):
        await add_district(DistrictWish(name="MITTE"), by=COMMAND, now=clock())
    with pytest.raises(Unusable, match="district_needs_name"):
        await add_district(DistrictWish(name=""), by=COMMAND, now=clock())
    with pytest.raises(NotFound, match="unknown_district"):
        await close_district(uuid4(), closed=True, by=COMMAND, now=clock())
    renamed = DistrictWish(name="Nordstadt", number="13")
    assert await change_district(north, renamed, by=COMMAND, now=clock())
    assert not await change_district(north, renamed, by=COMMAND, now=clock())
    assert await close_district(north, closed=True, by=COMMAND, now=clock())
    assert [(one.number, one.name, one.closed) for one in await all_districts()] == [
        ("01", "Mitte", False),
        ("13", "Nordstadt", True),
    ]


async def test_the_sample_has_the_bodies_of_the_real_papers_once(db: StoreEngine):
    there = await fill_in_bodies(now=clock())
    again = await fill_in_bodies(now=clock())

    assert there == again
    committees = await bodies_offered(BodyKind.COMMITTEE)
    assert len([one for one in committees if one.address_as == "In den"]) == 14
    assert len(await all_districts()) == 13
