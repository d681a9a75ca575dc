"""Passes for the door, as an organiser makes them and a helper uses them."""

import html
import re
from base64 import b64decode
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import httpx
import pytest

from lip.accounts.queries import passes_of
from lip.accounts.rules.roles import Role
from lip.accounts.tables import Pass
from lip.conference.rules.codes import shown
from lip.journal.queries import Filter, entries
from lip.journal.rules.acts import Act
from tests.client import another, send, sign_in_as
from tests.factories import (
    make_conference,
    make_helper_link,
    make_participant,
    make_scanner_token,
    whole_days,
)
from tests.queries import counted_queries

pytestmark = pytest.mark.anyio

PASSES = "/conferences/eins/passes"
LINKS = f"{PASSES}/links"
TOKENS = f"{PASSES}/tokens"


def tomorrow() -> str:
    return f"{datetime.now(UTC) + timedelta(days=1):%Y-%m-%dT%H:%M}"


async def an_organiser(client: httpx.AsyncClient, **said):
    place = await make_conference("eins", **said)
    await sign_in_as(client, Role.ORGANISER, "eins")
    return place


def addresses(page: str) -> list[str]:
    return re.findall(r"data-copied>(http[^<]+)<", page)


async def test_a_helper_signs_in_with_the_shown_link(client: httpx.AsyncClient):
    await an_organiser(client)

    made = await send(client, LINKS, {"label": "Tisch 1", "until": tomorrow()})
    page = (await client.get(made.headers["location"])).text
    (address,) = addresses(page)
    phone = another(client)
    await phone.post(address)
    door = await phone.get("/door/eins")
    after = (await client.get(f"/de{made.headers['location']}")).text

    assert address.startswith("http://127.0.0.1:8000/sign-in/link/")
    assert "Tisch 1" in door.text
    assert "in Benutzung seit" in after
    assert addresses(after) == []
    await phone.aclose()


async def test_several_desks_get_a_code_each_in_their_order(
    client: httpx.AsyncClient,
):
    await an_organiser(client)

    made = await send(client, LINKS, {"label": "Tisch 2", "count": "3"})
    page = (await client.get(made.headers["location"])).text

    titles = re.findall(r"<h2[^>]*><bdi>([^<]+)<", page)
    assert titles == ["Tisch 2", "Tisch 3", "Tisch 4"]
    assert len(set(addresses(page))) == 3
    assert page.count("data:image/svg+xml;base64,") == 3


async def test_the_picture_holds_the_address(client: httpx.AsyncClient):
    await an_organiser(client)
    made = await send(client, LINKS, {"label": "Tisch 1"})

    page = (await client.get(made.headers["location"])).text

    picture = re.search(r'src="data:image/svg\+xml;base64,([^"]+)"', page)
    assert picture is not None
    assert b64decode(html.unescape(picture[1])).startswith(b"<svg")


async def test_sending_the_form_twice_makes_one_link(client: httpx.AsyncClient):
    await an_organiser(client)
    fields = {"label": "Tisch 1", "count": "2", "request": str(uuid4())}

    first = await send(client, LINKS, fields)
    second = await send(client, LINKS, fields)

    assert first.headers["location"] == second.headers["location"]
    assert await Pass.count() == 2
    assert len(await entries(Filter(acts=frozenset({Act.LINK_MADE})))) == 2


@pytest.mark.parametrize(
    "fields, field",
    [
        ({"label": ""}, "label"),
        ({"label": "x" * 90}, "label"),
        ({"label": "Tisch", "count": "99"}, "count"),
        ({"label": "Tisch", "count": "drei"}, "count"),
        ({"label": "Tisch", "until": "2020-01-01T10:00"}, "until"),
        ({"label": "Tisch", "until": "2990-01-01T10:00"}, "until"),
        ({"label": "Tisch", "until": "morgen"}, "until"),
    ],
)
async def test_mistakes_are_said_at_the_field(client: httpx.AsyncClient, fields, field):
    await an_organiser(client)

    answer = await send(client, LINKS, fields)

    assert answer.status_code == 422
    assert f'id="e-{field}"' in answer.text
    assert f'href="#f-{field}"' in answer.text
    assert f'value="{fields[field]}"' in answer.text
    assert not await Pass.exists()


async def test_a_link_lasts_to_the_end_of_the_next_day(client: httpx.AsyncClient):
    days = whole_days(datetime.now(UTC) + timedelta(days=3))
    await an_organiser(client, days=days)

    await send(client, LINKS, {"label": "Tisch 1"})

    (link,) = await passes_of("eins")
    assert days[0].close - timedelta(minutes=2) < link.expires_at <= days[0].close


async def test_a_far_conference_gets_the_longest_pass(client: httpx.AsyncClient):
    await an_organiser(client, days=whole_days(datetime.now(UTC) + timedelta(days=90)))

    answer = await send(client, LINKS, {"label": "Tisch 1"})

    assert answer.status_code == 303


async def test_a_withdrawn_link_opens_nothing(client: httpx.AsyncClient):
    await an_organiser(client)
    made = await send(client, LINKS, {"label": "Tisch 1"})
    (address,) = addresses((await client.get(made.headers["location"])).text)
    phone = another(client)
    await phone.post(address)
    (link,) = await passes_of("eins")

    await send(client, f"{PASSES}/{link.id}/withdraw")

    assert (await phone.get("/door/eins")).status_code == 401
    assert "zurückgezogen" in (await client.get(f"/de{PASSES}")).text
    await phone.aclose()


async def test_a_token_is_shown_once_and_works(client: httpx.AsyncClient):
    ada = await make_participant(await an_organiser(client))
    request = str(uuid4())
    fields = {"label": "Drehkreuz", "until": tomorrow(), "request": request}

    page = (await send(client, TOKENS, fields)).text
    again = await send(client, TOKENS, fields)
    token = re.search(r"Bearer ([\w-]+)", page)
    assert token is not None
    scanner = another(client)
    answer = await scanner.post(
        "/api/conferences/eins/check-ins",
        headers={"Authorization": f"Bearer {token[1]}"},
        json={"code": shown(ada.code)},
    )

    assert "http://127.0.0.1:8000/api/conferences/eins/check-ins" in page
    assert answer.json()["outcome"] == "welcome"
    assert again.status_code == 410
    assert await Pass.count() == 1
    assert token[1] not in (await client.get(PASSES)).text
    await scanner.aclose()


async def test_a_token_without_name_is_refused_at_the_field(
    client: httpx.AsyncClient,
):
    await an_organiser(client)

    answer = await send(client, TOKENS, {"label": " "})

    assert answer.status_code == 422
    assert 'id="e-label"' in answer.text
    assert not await Pass.exists()


async def test_links_of_other_conferences_are_not_shown(client: httpx.AsyncClient):
    await an_organiser(client)
    await make_conference("zwei")
    foreign = await make_helper_link("zwei")
    token = await make_scanner_token("eins")

    for one in (foreign.id, token.id, uuid4()):
        answer = await client.get(f"{LINKS}?one={one}")
        assert answer.status_code == 404
    withdrawal = await send(client, f"{PASSES}/{foreign.id}/withdraw")
    assert withdrawal.status_code == 404


async def test_a_desk_is_never_markup(client: httpx.AsyncClient):
    await an_organiser(client)

    made = await send(client, LINKS, {"label": "<script>alert(1)</script>"})
    page = await client.get(made.headers["location"])
    listed = await client.get(PASSES)

    assert "<script>alert" not in page.text + listed.text


@pytest.mark.parametrize("path", [PASSES, LINKS, TOKENS])
@pytest.mark.parametrize("role, scope", [(Role.DOOR_HELPER, ""), (Role.ORGANISER, "b")])
async def test_only_organisers_of_the_conference_make_passes(
    client: httpx.AsyncClient, path, role, scope
):
    await make_conference("eins")
    await sign_in_as(client, role, scope)

    looked = await client.get(path)
    sent = await send(client, LINKS, {"label": "Tisch 1"})

    assert looked.status_code == sent.status_code == 403
    assert not await Pass.exists()


async def test_many_passes_need_no_more_queries_than_one(client: httpx.AsyncClient):
    await an_organiser(client)
    await make_helper_link("eins")
    with counted_queries() as for_one:
        await client.get(PASSES)
    for number in range(9):
        await make_helper_link("eins", label=f"Tür {number}")

    with counted_queries() as for_many:
        await client.get(PASSES)

    assert len(for_many) == len(for_one) <= 4
