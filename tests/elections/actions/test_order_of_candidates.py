"""In which order candidates stand: drawn before the polls, on lists by the lists."""

from uuid import uuid4

import pytest

from elections.actions.arrange_lists import ListWish, arrange_lists
from elections.actions.draw_order import draw_order
from elections.actions.prepare import NominationWish, nominate
from elections.actions.record_parts import candidates_of
from elections.queries.elections import nominations_of
from elections.queries.lists import lists_of
from elections.rules.fair_order import is_drawn
from elections.rules.planning import Method
from lip.accounts.rules.roles import Role
from lip.errors import TooLate, Unusable
from lip.journal.queries import Filter, entries
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import COMMAND
from tests.client import send, sign_in_as
from tests.elections.polls import Hall, make_hall, open_hall
from tests.factories import clock

pytestmark = pytest.mark.anyio

MADE = {"by": COMMAND, "now": clock()}


async def drawn(hall: Hall) -> list[int]:
    return [one.number for one in await nominations_of(hall.election.id)]


async def test_the_order_is_drawn_once_noted_and_kept_on_the_ballot(db):
    hall = await make_hall(names=[f"K{place}" for place in range(12)])

    await draw_order(hall.election, **MADE)
    first = await drawn(hall)
    await draw_order(hall.election, **MADE)
    again = await drawn(hall)
    await open_hall(hall)

    assert sorted(first) == list(range(1, 13))
    assert again == first
    assert await drawn(hall) == first
    noted = await entries(Filter(acts=frozenset({Act.ORDER_DRAWN})))
    assert [one.facts["order"] for one in noted] == [", ".join(map(str, first))]
    with pytest.raises(TooLate, match="polls_have_opened"):
        await draw_order(hall.election, **MADE)


async def test_who_is_admitted_later_makes_the_lot_decide_again(db):
    hall = await make_hall(names=("Ada", "Bo"))
    await draw_order(hall.election, **MADE)
    late = NominationWish(name="Cem")
    await nominate(hall.election, late, request=uuid4(), **MADE)

    missing = is_drawn(one.place for one in await nominations_of(hall.election.id))
    await draw_order(hall.election, **MADE)
    places = [one.place for one in await nominations_of(hall.election.id)]

    assert not missing
    assert sorted(places) == [1, 2, 3]


async def test_there_is_no_order_of_nobody(db):
    hall = await make_hall(names=())

    with pytest.raises(Unusable, match="order_of_nobody"):
        await draw_order(hall.election, **MADE)


async def test_a_list_says_who_stands_first_on_it(db):
    hall = await make_hall(method=Method.CUMULATIVE, votes_each=3)
    lists = [ListWish(name="Grün", members=(3, 1)), ListWish(name="Blau", members=(2,))]

    await arrange_lists(hall.election, lists, **MADE)
    arranged = await lists_of(hall.election.id, await nominations_of(hall.election.id))
    await arrange_lists(
        hall.election, [ListWish(name="Grün", members=(1, 3, 2))], **MADE
    )
    await open_hall(hall)
    published = (await candidates_of(hall.election))["lists"]

    assert [[member.name for member in one.members] for one in arranged] == [
        ["Cem", "Ada"],
        ["Bo"],
    ]
    assert {one["name"]: one["members"] for one in published} == {
        "Grün": ["k1", "k3", "k2"],
        "Dilek": ["k4"],
    }


async def test_the_board_types_in_who_stands_where_on_a_list(client):
    hall = await make_hall(method=Method.SAINTE_LAGUE)
    await sign_in_as(client, Role.ELECTION_BOARD)
    address = "/conferences/konferenz/elections/1/lists"
    sent = {
        "list-1": "Grün",
        "on-1": "1",
        "at-1": "2",
        "on-2": "1",
        "at-2": "1",
        "on-3": "1",
        "at-3": "",
        "on-4": "",
    }

    answer = await send(client, address, sent)
    (green,) = await lists_of(hall.election.id, await nominations_of(hall.election.id))
    page = (await client.get(f"/de{address}")).text

    assert answer.status_code == 303
    assert [one.name for one in green.members] == ["Bo", "Ada", "Cem"]
    places = [page.index(f'aria-label="{name}"') for name in ("Bo", "Ada", "Dilek")]
    assert places == sorted(places)
