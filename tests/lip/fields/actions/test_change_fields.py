"""Adding, changing, moving and closing fields of action."""

import asyncio
from uuid import uuid4

import pytest

from lip.database import StoreEngine
from lip.errors import Conflict, NotFound, Unusable
from lip.fields.actions.change_fields import (
    FieldWish,
    add_field,
    change_field,
    close_field,
    move_field,
)
from lip.fields.queries.fields import all_fields, fields_offered, names_of_fields
from lip.fields.rules.fields import MOST
from lip.journal.queries import Filter, entries
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import COMMAND
from lip.said import Said
from tests.factories import clock
from tests.lip.fields.factories import make_field

pytestmark = pytest.mark.anyio


async def names() -> list[str]:
    return [one.name.pick("de").text for one in await all_fields()]


async def test_fields_stand_in_the_order_in_which_they_were_added(db: StoreEngine):
    for name in ("Bildung", "Arbeit", "Soziales"):
        await make_field(name)

    assert await names() == ["Bildung", "Arbeit", "Soziales"]
    acts = [one.act for one in await entries(Filter())]
    assert acts == [Act.FIELD_OF_ACTION_ADDED] * 3


async def test_the_same_request_adds_one(committed_db: StoreEngine):
    request, wish = uuid4(), FieldWish(name=Said.of(de="Bildung"))

    made = await asyncio.gather(
        *(add_field(wish, by=COMMAND, now=clock(), request=request) for _ in range(2))
    )
    again = await add_field(wish, by=COMMAND, now=clock(), request=request)

    assert {*made, again} == {again}
    assert await names() == ["Bildung"]


@pytest.mark.parametrize("name", ["Bildung", "BILDUNG"])
async def test_a_name_stands_once(db: StoreEngine, name: str):
    await make_field("Bildung")
    other = await make_field("Arbeit")

    with pytest.raises(Conflict, match="field_of_action_name_taken"):
        await make_field(name)
    with pytest.raises(Conflict, match="field_of_action_name_taken"):
        await change_field(
            other, FieldWish(name=Said.of(de=name)), by=COMMAND, now=clock()
        )


async def test_without_a_name_there_is_no_field(db: StoreEngine):
    with pytest.raises(Unusable, match="field_of_action_needs_name"):
        await add_field(FieldWish(name=Said()), by=COMMAND, now=clock())


async def test_there_are_only_so_many(db: StoreEngine):
    for number in range(MOST):
        await make_field(f"Feld {number}")

    with pytest.raises(Conflict, match="too_many_fields_of_action"):
        await make_field("Noch eins")


async def test_changing_to_the_same_changes_nothing(db: StoreEngine):
    field = await make_field("Bildung")
    wish = FieldWish(name=Said.of(de="Lernen", ar="التعلم"))

    first = await change_field(field, wish, by=COMMAND, now=clock())
    again = await change_field(field, wish, by=COMMAND, now=clock())

    assert (first, again) == (True, False)
    assert await names() == ["Lernen"]


async def test_moving_up_and_closing(db: StoreEngine):
    bildung, arbeit = await make_field("Bildung"), await make_field("Arbeit")

    moved = await move_field(arbeit, up=True, by=COMMAND, now=clock())
    at_the_end = await move_field(arbeit, up=True, by=COMMAND, now=clock())
    for _ in range(2):
        await close_field(bildung, closed=True, by=COMMAND, now=clock())

    assert (moved, at_the_end) == (True, False)
    assert await names() == ["Arbeit", "Bildung"]
    assert [one.id for one in await fields_offered()] == [arbeit]
    closing = Filter(acts=frozenset({Act.FIELD_OF_ACTION_CLOSED}))
    assert len(await entries(closing)) == 1
    assert await close_field(bildung, closed=False, by=COMMAND, now=clock())
    assert len(await fields_offered()) == 2


async def test_what_is_not_there_is_said(db: StoreEngine):
    field = await make_field("Bildung")

    with pytest.raises(NotFound):
        await move_field(uuid4(), up=True, by=COMMAND, now=clock())
    assert await names_of_fields([field, uuid4()]) == {field: "Bildung"}
