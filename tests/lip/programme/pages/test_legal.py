"""Who is responsible, what is kept, for whom the pages work."""

import re

import httpx
import pytest

from lip.journal.rules.entries import COMMAND
from lip.programme.actions.change_page import change_page
from lip.programme.rules.public_page import PublicPage
from tests.client import client_of, settings_for
from tests.factories import clock, make_conference

pytestmark = pytest.mark.anyio

LEGAL = ("/imprint", "/privacy", "/accessibility")


@pytest.mark.parametrize("page", ["/", "/sign-in", "/t", *LEGAL, "/gibt-es-nicht"])
async def test_every_page_leads_to_the_three(client: httpx.AsyncClient, page: str):
    text = (await client.get(f"/de{page}")).text

    for path in LEGAL:
        assert f'href="/de{path}"' in text


@pytest.mark.parametrize("path", LEGAL)
async def test_nobody_needs_a_cookie_for_them(client: httpx.AsyncClient, path: str):
    answer = await client.get(path)

    assert answer.status_code == 200
    assert "set-cookie" not in answer.headers


async def test_the_operator_stands_in_the_imprint(db, engine_url: str):
    settings = settings_for(
        engine_url, operator="Stadt Muster", imprint="Platz 1 | 12345 Muster | a@b.de"
    )
    async with client_of(settings) as client:
        pages = [(await client.get(f"/de{path}")).text for path in LEGAL]

    for page in pages:
        for part in ("Stadt Muster", "Platz 1", "12345 Muster", "a@b.de"):
            assert f"<bdi>{part}</bdi>" in page


async def test_a_conference_names_its_organiser_too(client: httpx.AsyncClient):
    conference = await make_conference("eins", organiser="Netzwerk e. V.")
    page = PublicPage(
        organiser_address="Straße 2\n12345 Stadt",
        organiser_represented_by="Der Vorstand, VR 1",
        contact_email="ada@example.org",
    )
    await change_page(conference, page, shown="", by=COMMAND, now=clock())

    imprint = (await client.get("/de/c/eins/imprint")).text
    public = (await client.get("/de/c/eins")).text

    for part in ("Netzwerk e. V.", "Straße 2", "Der Vorstand, VR 1", "ada@example.org"):
        assert part in imprint
    foot = public[public.index("<footer") :]
    assert re.search(r'href="/de/c/eins/imprint">Impressum', foot)


async def test_the_privacy_page_says_of_each_kind_how_long_it_is_kept(
    client: httpx.AsyncClient,
):
    page = (await client.get("/de/privacy")).text

    assert "Gästeliste und Tickets" in page
    assert "Bedarfe (Dolmetschen" in page
    assert "kein Cookie, keine IP-Adresse" in page


async def test_the_accessibility_statement_has_state_date_and_contact(
    client: httpx.AsyncClient,
):
    page = (await client.get("/de/accessibility")).text

    for part in (
        "2016/2102",
        "teilweise vereinbar",
        "22. November 2026",
        "Schlichtung",
        "Der Grund:",
        "Selbstbewertung",
    ):
        assert part in page


async def test_barriers_are_reported_and_settled_where_the_settings_say(
    db, engine_url: str
):
    settings = settings_for(
        engine_url,
        contact_email="barrieren@example.org",
        arbitration="Schlichtungsstelle | Platz 2 | 30159 Hannover | https://s.example.org",
    )
    async with client_of(settings) as client:
        page = (await client.get("/de/accessibility")).text

    assert 'href="mailto:barrieren@example.org?subject=Barrierefreiheit"' in page
    assert "§ 9d NBGG" in page
    assert "<bdi>Platz 2</bdi>" in page
    assert 'href="https://s.example.org"' in page
