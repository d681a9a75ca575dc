"""The agenda during the day, for organisers and moderators."""

import re
from datetime import timedelta

import httpx
import pytest

from lip.accounts.rules.roles import Role
from lip.programme.queries.sessions import programme_of
from tests.client import another, send, sign_in_as
from tests.factories import clock, make_conference
from tests.programmes import make_session, zone_at_noon

pytestmark = pytest.mark.anyio

AGENDA = "/conferences/konferenz/agenda"


async def a_day(client: httpx.AsyncClient, role: Role = Role.ORGANISER):
    now = clock()
    place = await make_conference(zone=zone_at_noon())
    await make_session(place, now - timedelta(minutes=20), now + timedelta(minutes=20))
    await make_session(
        place, now + timedelta(minutes=20), now + timedelta(minutes=50), title="Danach"
    )
    await sign_in_as(client, role)
    return place


def keys(text: str) -> list[str]:
    return re.findall(r'name="request" value="([^"]+)"', text)


async def lates(place) -> list[tuple[int, int]]:
    there = await programme_of(place.id)
    return [(one.late_minutes, one.ends_late_minutes) for one in there]


@pytest.mark.parametrize("role", [Role.ORGANISER, Role.MODERATOR, Role.ADMINISTRATOR])
async def test_organisers_and_moderators_press_one_button(
    client: httpx.AsyncClient, role: Role
):
    place = await a_day(client, role)
    running = (await programme_of(place.id))[0]

    answer = await send(
        client, f"{AGENDA}/late/{running.id}", {"minutes": "10", "how": "longer"}
    )

    assert answer.status_code == 303
    assert await lates(place) == [(0, 10), (10, 10)]


@pytest.mark.parametrize("role", [Role.DOOR_HELPER, Role.EDITOR, Role.ELECTION_BOARD])
async def test_others_may_not(client: httpx.AsyncClient, role: Role):
    await a_day(client, role)

    assert (await client.get(AGENDA)).status_code == 403


async def test_other_minutes_can_be_typed(client: httpx.AsyncClient):
    place = await a_day(client)
    running = (await programme_of(place.id))[0]

    await send(client, f"{AGENDA}/late/{running.id}", {"other": "7", "how": "longer"})

    assert await lates(place) == [(0, 7), (7, 7)]


async def test_minutes_that_were_made_up_are_taken_back(client: httpx.AsyncClient):
    place = await a_day(client)
    running = (await programme_of(place.id))[0]
    late = f"{AGENDA}/late/{running.id}"
    on_time = (await client.get(AGENDA)).text
    await send(client, late, {"minutes": "15", "how": "longer"})
    behind = (await client.get(AGENDA)).text

    await send(client, late, {"minutes": "-5", "how": "longer"})

    assert await lates(place) == [(0, 10), (10, 10)]
    assert "5 Minuten aufgeholt" not in on_time
    assert "5 Minuten aufgeholt" in behind
    assert "5 Minuten aufgeholt." in (await client.get(AGENDA)).text


async def test_all_goes_back_to_plan_with_one_button(client: httpx.AsyncClient):
    place = await a_day(client)
    running = (await programme_of(place.id))[0]
    late = f"{AGENDA}/late/{running.id}"
    await send(client, late, {"minutes": "15", "how": "longer"})

    await send(client, late, {"minutes": "-240"})
    text = (await client.get(AGENDA)).text

    assert await lates(place) == [(0, 0), (0, 0)]
    assert "wieder nach Plan." in text


@pytest.mark.parametrize("other", ["", "abc", "-3", "9999"])
async def test_other_signs_are_refused_in_words(client: httpx.AsyncClient, other: str):
    place = await a_day(client)
    running = (await programme_of(place.id))[0]

    answer = await send(client, f"{AGENDA}/late/{running.id}", {"other": other})

    assert answer.status_code == 422
    assert "Bitte geben Sie 1 bis 240 Minuten ein." in answer.text
    assert await lates(place) == [(0, 0), (0, 0)]


async def test_what_runs_offers_to_last_longer_and_what_comes_to_begin_later(
    client: httpx.AsyncClient,
):
    await a_day(client)

    text = (await client.get(AGENDA)).text

    running, following = re.findall(r'name="how" value="(\w+)" checked', text)
    assert (running, following) == ("longer", "begins")
    assert "läuft jetzt" in text
    assert "als Nächstes" in text


async def test_pressing_twice_moves_once_and_undo_takes_it_back(
    client: httpx.AsyncClient,
):
    place = await a_day(client)
    running = (await programme_of(place.id))[0]
    key = keys((await client.get(AGENDA)).text)[0]
    fields = {"minutes": "15", "how": "longer", "request": key}
    for _ in range(2):
        await send(client, f"{AGENDA}/late/{running.id}", fields)
    moved = await lates(place)
    text = (await client.get(AGENDA)).text
    undo = re.search(r'action="([^"]+/undo/[^"]+)"', text)
    assert undo

    await send(client, undo[1])

    assert moved == [(0, 15), (15, 15)]
    assert "2 Programmpunkte haben sich verschoben." in text
    assert await lates(place) == [(0, 0), (0, 0)]
    assert "/undo/" not in (await client.get(AGENDA)).text


async def test_a_moderator_finds_it_on_her_desk_and_sees_no_closed_doors(
    client: httpx.AsyncClient,
):
    await a_day(client, Role.MODERATOR)

    desk = (await client.get("/desk")).text
    text = (await client.get(AGENDA)).text

    assert f'href="{AGENDA}"' in desk
    paths = set(re.findall(r'href="(/conferences/[^"]+)"', text))
    assert paths <= {AGENDA}


async def test_what_is_late_stands_on_the_public_page_at_once(
    client: httpx.AsyncClient,
):
    place = await a_day(client)
    reader = another(client)
    following = (await programme_of(place.id))[1]

    await send(client, f"{AGENDA}/late/{following.id}", {"minutes": "5"})

    text = (await reader.get("/c/konferenz/programme")).text
    assert "Beginnt 5 Minuten später" in text
