"""The board for the projector."""

import re
from datetime import timedelta

import httpx
import pytest

from lip.conference.actions.check_in import check_in_all, order
from lip.contributions import BOARD_LINKS
from lip.journal.rules.entries import COMMAND
from lip.said import Said
from tests.client import litestar_in
from tests.factories import KEYS, clock, make_conference, make_participant
from tests.programmes import make_room, make_session, make_speaker, zone_at_noon

pytestmark = pytest.mark.anyio

BOARD = "/de/c/konferenz/board"


async def arrive(place, many: int) -> None:
    guests = [
        await make_participant(place, given_name="Geheim", family_name=f"Gast{n}")
        for n in range(many)
    ]
    here = {"conference": place.key, "desk": "", "by": COMMAND, "keys": KEYS}
    orders = [order(one.code, now=clock(), **here) for one in guests]
    await check_in_all(orders)


async def test_it_shows_what_runs_what_comes_next_and_where(client: httpx.AsyncClient):
    place = await make_conference(zone=zone_at_noon())
    room = await make_room(place, "Mosaiksaal", way=Said.of(de="1. Stock"))
    now = clock()
    await make_session(place, title="Jetzt dran", room=room)
    later = now + timedelta(minutes=55)
    await make_session(place, later, title="Bald dran", room=room)

    text = (await client.get(BOARD)).text

    for said in ("Mosaiksaal", "1. Stock", "Jetzt dran", "Bald dran"):
        assert said in text


async def test_it_names_nobody_and_hides_how_few_there_are(client: httpx.AsyncClient):
    place = await make_conference()
    speaker = await make_speaker(place, "Redende Person", may_be_named=True)
    await make_session(place, speakers=[speaker])
    await arrive(place, 4)
    few = (await client.get(BOARD)).text
    await arrive(place, 1)

    enough = (await client.get(BOARD)).text

    assert "sind da" not in few
    assert "<b>5</b> sind da" in enough
    assert "Geheim" not in few + enough
    assert "Redende" not in few + enough


async def test_without_a_script_it_goes_through_all_languages_and_rooms(
    client: httpx.AsyncClient,
):
    place = await make_conference(zone=zone_at_noon())
    for name in "ABCD":
        await make_session(place, room=await make_room(place, name))

    seen, path = [], BOARD
    for _ in range(6):
        seen.append(path)
        text = (await client.get(path)).text
        found = re.search(
            r'<noscript><meta http-equiv="refresh" content="\d+; url=([^"]+)">', text
        )
        assert found
        path = found[1].replace("&amp;", "&")

    assert len(set(seen)) == 6
    assert path == BOARD
    assert {one.split("/")[1] for one in seen} == {"de", "en", "ar"}


async def test_a_script_gets_one_view_alone(client: httpx.AsyncClient):
    place = await make_conference()
    await make_session(place, title=Said.of(de="Wohnen", ar="السكن"))

    answer = await client.get("/ar/c/konferenz/board", headers={"X-Fragment": "board"})

    head = '<div class="board-view" lang="ar" dir="rtl"'
    assert answer.text.lstrip().startswith(head)
    assert "السكن" in answer.text
    assert "<html" not in answer.text


async def test_every_code_leads_somewhere(client: httpx.AsyncClient):
    await make_conference()
    routes = litestar_in(client._transport.app).routes  # type: ignore[attr-defined]
    known = {route.path_format for route in routes}

    assert {link.path for link in BOARD_LINKS} <= known


async def test_before_there_is_a_programme_and_after_it_the_board_says_so(
    client: httpx.AsyncClient,
):
    place = await make_conference()
    before = (await client.get(BOARD)).text
    yesterday = clock() - timedelta(days=1)
    await make_session(place, yesterday, yesterday + timedelta(hours=1))

    after = (await client.get(BOARD)).text

    assert "Das Programm kommt noch" in before
    assert "Das war das Programm." in after
