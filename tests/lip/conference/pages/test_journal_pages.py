"""The journal as organisers and administrators read it."""

import re
from datetime import timedelta
from html import unescape
from uuid import uuid4

import httpx
import pytest

from lip.accounts.actions.grant_role import grant_role
from lip.accounts.rules.roles import Grant, Role
from lip.journal.actions.record import record
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import COMMAND, Actor, ActorKind, Entry
from tests.client import send, sign_in_as, sign_in_by_link
from tests.factories import (
    clock,
    make_conference,
    make_helper_link,
    make_participant,
    make_person,
)
from tests.queries import counted_queries

pytestmark = pytest.mark.anyio

MARKUP = "<img src=x onerror=alert(1)>"
HERE = "/conferences/eins/journal"


def words(page: str) -> str:
    """Give the text of the list, without its tags."""
    body = page.partition("<tbody>")[2].partition("</tbody>")[0]
    return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", body)))


async def test_organisers_read_who_did_what(client: httpx.AsyncClient):
    place = await make_conference("eins")
    await make_conference("zwei", title="Ganz andere")
    await make_participant(place, given_name="Selam", family_name="")
    person = await make_person(display_name="Nguyễn Thị Hoa")
    await grant_role(
        person.id, Grant(Role.DOOR_HELPER, "eins"), by=COMMAND, now=clock()
    )
    await sign_in_as(client, Role.ORGANISER, "eins")

    text = words((await client.get(HERE)).text)

    assert "Person angemeldet Selam" in text
    assert "Rolle gegeben Rolle: Einlass-Hilfe Nguyễn Thị Hoa" in text
    assert "Konferenz angekündigt Konferenz der Vielfalt" in text
    assert "Ganz andere" not in text
    assert "Befehlszeile" in text


async def test_desks_are_named_by_their_label(client: httpx.AsyncClient):
    place = await make_conference("eins")
    guest = await make_participant(place)
    await sign_in_by_link(client, "eins", label="Tür Nord")
    await send(client, "/door/eins/scan", {"code": guest.code})
    await sign_in_as(client, Role.ORGANISER, "eins")

    text = words((await client.get(HERE)).text)

    assert "Eingelassen Ada Yıldız Tür Nord" in text


async def test_who_was_erased_is_called_so(client: httpx.AsyncClient):
    await make_conference("eins")
    gone = Actor(ActorKind.PERSON, uuid4())
    await record(
        Entry(at=clock(), by=gone, act=Act.CHECKED_IN, subject=uuid4(), scope="eins")
    )
    await sign_in_as(client, Role.ORGANISER, "eins")

    text = words((await client.get(HERE)).text)

    assert "Eingelassen gelöscht ein gelöschtes Konto" in text


async def test_names_are_text(client: httpx.AsyncClient):
    place = await make_conference("eins", title=MARKUP)
    await make_participant(place, given_name=MARKUP, family_name="")
    await make_helper_link("eins", label=MARKUP)
    await sign_in_as(client, Role.ADMINISTRATOR)

    for path in (HERE, "/journal"):
        page = (await client.get(path)).text
        assert "<img" not in page
        assert page.count("&lt;img src=x") >= 3


@pytest.mark.parametrize(
    "query, said",
    [
        ("act=link_made", "Anmelde-Link ausgestellt"),
        ("act=account_closed", "Dazu gibt es keinen Eintrag"),
        ("since=2000-01-01&until=2000-01-02", "Dazu gibt es keinen Eintrag"),
        ("since=2000-01-01", "Person angemeldet"),
        ("since=gestern", "Bitte ein Datum"),
        ("act=nonsense&who=nobody&about=nothing&page=-3", "Person angemeldet"),
        ("page=99999999999999999999", "Person angemeldet"),
        ("page=999", "Person angemeldet"),
        ("since=0001-01-01&until=9999-12-31", "Person angemeldet"),
    ],
)
async def test_filters_narrow_and_nonsense_does_not_break(
    client: httpx.AsyncClient, query: str, said: str
):
    await make_participant(await make_conference("eins"))
    await make_helper_link("eins")
    await sign_in_as(client, Role.ORGANISER, "eins")

    answer = await client.get(f"{HERE}?{query}")

    assert answer.status_code == 200
    assert said in answer.text


async def test_one_person_can_be_followed(client: httpx.AsyncClient):
    place = await make_conference("eins")
    one, _other = [
        await make_participant(place, given_name=name, family_name="")
        for name in ("Selam", "Aylin")
    ]
    await sign_in_as(client, Role.ORGANISER, "eins")

    text = (await client.get(f"{HERE}?about={one.id}")).text

    assert "Nur Einträge über:" in text
    assert "Selam" in words(text)
    assert "Aylin" not in text


async def test_one_desk_can_be_followed(client: httpx.AsyncClient):
    place = await make_conference("eins")
    guests = [await make_participant(place, given_name=f"G{n}") for n in range(2)]
    for desk, guest in zip(("Nord", "Süd"), guests, strict=True):
        await sign_in_by_link(client, "eins", label=desk)
        await send(client, "/door/eins/scan", {"code": guest.code})
    await sign_in_as(client, Role.ORGANISER, "eins")

    page = (await client.get(HERE)).text
    (who,) = re.findall(r'<option value="([^"]+)">Nord<', page)
    text = words((await client.get(f"{HERE}?who={who}&act=checked_in")).text)

    assert "G0" in text
    assert "G1" not in text


async def test_a_long_journal_is_turned_page_by_page(client: httpx.AsyncClient):
    place = await make_conference("eins")
    moment = clock()
    await record(
        *(
            Entry(
                at=moment - timedelta(minutes=number),
                by=COMMAND,
                act=Act.BADGES_PRINTED,
                scope=place.key,
                facts={"badges": number},
            )
            for number in range(1, 121)
        )
    )
    await sign_in_as(client, Role.ORGANISER, "eins")

    first = (await client.get(f"{HERE}?act=badges_printed")).text
    (after,) = re.findall(r'rel="next" href="([^"]+)"', first)
    second = (await client.get(unescape(after))).text

    assert "120 Einträge" in first
    assert "Seite 2 von 3" in second
    numbers = re.findall(r"Namensschilder: (\d+)", words(second))
    assert [int(one) for one in numbers] == list(range(51, 101))


async def test_a_page_costs_the_same_however_much_it_lists(client: httpx.AsyncClient):
    place = await make_conference("eins")
    await sign_in_as(client, Role.ORGANISER, "eins")
    with counted_queries() as few:
        await client.get(HERE)

    for _ in range(40):
        await make_participant(place)
    with counted_queries() as many:
        page = await client.get(HERE)

    assert page.text.count("Person angemeldet") >= 40
    assert len(many) <= len(few) + 1  # names, once there are any
    assert len(many) <= 8


async def test_administrators_see_everything_and_where(client: httpx.AsyncClient):
    await make_conference("eins", title="Die eine")
    await make_conference("zwei", title="Die andere")
    person = await sign_in_as(client, Role.ADMINISTRATOR)

    text = words((await client.get("/journal")).text)

    assert "Konferenz angekündigt Die eine Die eine" in text
    assert "Konferenz angekündigt Die andere Die andere" in text
    assert "Konto angelegt Mina Muster" in text
    assert person.name not in text
