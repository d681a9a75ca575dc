"""The door of a room, as a helper with a borrowed phone uses it."""

import re

import httpx
import pytest

from lip.accounts.rules.roles import Role
from lip.conference.queries.conferences import conference_by_key
from lip.conference.rules.codes import shown
from tests.client import another, send, sign_in_as, sign_in_by_link
from tests.door import scan
from tests.factories import clock, make_conference, make_participant
from tests.programmes import make_room, make_session
from tests.queries import counted_queries

pytestmark = pytest.mark.anyio


async def a_room(client: httpx.AsyncClient, *, people: int = 2, seats: int = 1):
    place = await make_conference("eins")
    room = await make_room(place, "Raum 101", seats=seats)
    session = await make_session(place, title="Wohnen", room=room)
    guests = [
        await make_participant(place, given_name=name, family_name="Yıldız")
        for name in ("Ada", "Bo", "Cem", "Dilek")[:people]
    ]
    for one in guests:
        await scan(one.code, now=clock(), conference="eins")
    await sign_in_by_link(client, "eins")
    return f"/de/door/eins/rooms/{session.id}", guests, session


async def test_the_helper_chooses_the_session(client: httpx.AsyncClient):
    path, _guests, _session = await a_room(client)

    page = await client.get("/de/door/eins/rooms")
    door = await client.get("/de/door/eins")

    assert path in page.text
    for words in ("Wohnen", "Raum 101", "An welcher Tür stehen Sie?"):
        assert words in page.text
    assert "/de/door/eins/rooms" in door.text


async def test_a_scan_lets_in_and_counts(client: httpx.AsyncClient):
    path, guests, _session = await a_room(client, seats=30)

    answer = await send(client, f"{path}/scan", {"code": shown(guests[0].code)})

    assert 'data-outcome="welcome"' in answer.text
    for words in ("Ist im Raum", "Ada Yıldız", "Verlässt den Raum"):
        assert words in answer.text
    assert '<span data-count="inside">1</span><small> / 30</small>' in answer.text


async def test_a_full_room_is_said_and_nobody_is_turned_away(
    client: httpx.AsyncClient,
):
    path, guests, _session = await a_room(client, seats=1)

    first = await send(client, f"{path}/scan", {"code": guests[0].code})
    second = await send(client, f"{path}/scan", {"code": guests[1].code})

    assert "Der Raum ist jetzt voll: 1 Plätze." in first.text
    assert "Zu voll: 2 Personen auf 1 Platz." in second.text
    assert "Ist im Raum" in second.text


async def test_who_was_not_at_the_door_is_sent_there(client: httpx.AsyncClient):
    path, _guests, _session = await a_room(client)
    place = await conference_by_key("eins")
    late = await make_participant(place, given_name="Später", family_name="Gast")

    answer = await send(client, f"{path}/scan", {"code": late.code})

    assert "Noch nicht eingelassen" in answer.text
    assert re.search(r'href="/de/door/eins\?q=\d+#search"', answer.text)


async def test_leaving_is_scanned_with_the_other_switch(client: httpx.AsyncClient):
    path, guests, _session = await a_room(client, seats=30)
    await send(client, f"{path}/scan", {"code": guests[0].code})

    answer = await send(client, f"{path}/scan", {"code": guests[0].code, "way": "out"})

    assert "Hat den Raum verlassen" in answer.text
    assert '<span data-count="inside">0</span>' in answer.text
    assert 'value="out" checked' in answer.text


async def test_a_name_is_found_let_in_and_taken_back(client: httpx.AsyncClient):
    path, guests, _session = await a_room(client, seats=30)

    hits = await client.get(path, params={"q": "Bo"}, headers={"x-fragment": "results"})
    came = await send(
        client, f"{path}/pass", {"participant": str(guests[1].id), "way": "in"}
    )
    back = await send(client, f"{path}/take-back", {"participant": str(guests[1].id)})

    assert "Kommt in den Raum" in hits.text
    assert "Bo Yıldız" in came.text
    assert "Rückgängig gemacht" in back.text
    assert '<span data-count="inside">0</span>' in back.text


async def test_the_script_gets_the_answer_alone(client: httpx.AsyncClient):
    path, guests, _session = await a_room(client)

    answer = await send(
        client,
        f"{path}/scan",
        {"code": guests[0].code},
        headers={"x-fragment": "answer"},
    )

    assert answer.text.strip().startswith('<section id="answer"')


async def test_a_session_of_another_conference_has_no_door_here(
    client: httpx.AsyncClient,
):
    await a_room(client)
    other = await make_conference("zwei")
    foreign = await make_session(other)

    page = await client.get(f"/de/door/eins/rooms/{foreign.id}")

    assert page.status_code == 404


async def test_the_page_costs_the_same_with_few_and_with_many(
    client: httpx.AsyncClient,
):
    path, guests, _session = await a_room(client, people=4, seats=30)
    counts = []

    for people in (guests[:1], guests):
        for one in people:
            await send(client, f"{path}/scan", {"code": one.code})
        with counted_queries() as seen:
            await client.get(path)
        counts.append(len(seen))

    assert counts[0] == counts[1]


async def test_organisers_see_who_is_where(client: httpx.AsyncClient):
    path, guests, _session = await a_room(client, seats=1)
    for one in guests:
        await send(client, f"{path}/scan", {"code": one.code})
    organiser = another(client)
    await sign_in_as(organiser, Role.ORGANISER)

    page = await organiser.get("/de/conferences/eins/presence")

    assert "Wohnen" in page.text
    assert "zu voll" in page.text
    assert re.search(r'data-count="inside-[0-9a-f]{32}">2<', page.text)
