"""The page of a conference, for everybody."""

import io
import json
import re
from dataclasses import replace
from datetime import timedelta

import httpx
import pytest
from PIL import Image

from lip.accounts.rules.roles import Role
from lip.conference.actions.change_stage import change_stage
from lip.conference.queries.conferences import ConferenceFacts
from lip.conference.rules.stages import Stage
from lip.journal.rules.entries import COMMAND
from lip.programme.actions.change_files import DocumentWish, add_file
from lip.programme.actions.change_page import change_page
from lip.programme.actions.change_series import choose_series, make_series
from lip.programme.rules.public_page import PublicPage
from lip.said import Said
from tests.client import another, sign_in_as
from tests.factories import clock, make_conference, whole_days
from tests.queries import counted_queries

pytestmark = pytest.mark.anyio

PAGE = PublicPage(
    title=Said.of(ar="مؤتمر التنوع"),
    subtitle=Said.of(de="Unsere Stadt"),
    summary=Said.of(de="Kurz & gut", ar="باختصار"),
    text=Said.of(de="# Warum\n\n<b>Darum</b>", ar="# لماذا\n\nلأن"),
    access=Said.of(de="Ohne Stufen"),
    interpreting=Said.of(de="Ins Arabische"),
    funders=Said.of(de="Vom Land"),
    address="Platz 1\n12345 Stadt",
    map_url="https://www.karte.example/x",
    languages=("de", "ar"),
    contact_name="Ada",
    contact_email="ada@example.org",
    contact_phone="+49 511 12",
    organiser_address="Straße 2\n12345 Stadt",
    organiser_represented_by="Der Vorstand",
)
PDF = b"%PDF-1.7\nProtokoll"


async def write(conference: ConferenceFacts, page: PublicPage = PAGE) -> None:
    await change_page(conference, page, shown="", by=COMMAND, now=clock())


async def add(conference: ConferenceFacts, *, published: bool, name="Größe.pdf"):
    wish = DocumentWish(title=Said.of(de="Protokoll"), published=published)
    return await add_file(
        PDF, name, wish, conference=conference, by=COMMAND, now=clock()
    )


async def test_a_page_without_any_text_names_title_day_and_place(
    client: httpx.AsyncClient,
):
    await make_conference("eins", title="Stadt <für> alle", place="Pavillon")

    answer = await client.get("/de/c/eins")

    assert answer.status_code == 200
    assert "Stadt &lt;für&gt; alle" in answer.text
    assert "Pavillon" in answer.text
    assert "Einlass von 00:00 bis 23:59 Uhr" in answer.text
    assert "set-cookie" not in answer.headers


async def test_everything_that_was_written_stands_there(client: httpx.AsyncClient):
    conference = await make_conference("eins", organiser="Netzwerk e. V.")
    await write(conference)

    page = (await client.get("/de/c/eins")).text

    for part in (
        "Unsere Stadt",
        "Kurz &amp; gut",
        "<h3>Warum</h3>",
        "&lt;b&gt;Darum",
        "Ohne Stufen",
        "Ins Arabische",
        "Vom Land",
        "<bdi>12345 Stadt</bdi>",
        "Deutsch, Arabisch",
        "Netzwerk e. V.",
        'href="mailto:ada@example.org"',
        'href="tel:+4951112"',
    ):
        assert part in page
    assert (
        'href="https://www.karte.example/x" rel="noopener noreferrer external"' in page
    )
    assert "andere Website: karte.example" in page


async def test_a_text_stands_in_the_language_of_the_reader_or_says_which_it_is(
    client: httpx.AsyncClient,
):
    await write(await make_conference("eins"))

    arabic = (await client.get("/ar/c/eins")).text
    english = (await client.get("/en/c/eins")).text

    assert '<h1 lang="ar" dir="auto">مؤتمر التنوع</h1>' in arabic
    assert '<p class="subtitle" lang="de" dir="auto">Unsere Stadt</p>' in arabic
    assert "<h3>لماذا</h3>" in arabic
    assert '<div class="prose flow" lang="de" dir="auto"><h3>Warum</h3>' in english


async def test_times_are_those_of_the_place_and_say_so(client: httpx.AsyncClient):
    day = whole_days(clock() + timedelta(days=3))
    await make_conference("fern", days=day, zone="Asia/Tokyo")

    page = (await client.get("/de/c/fern")).text

    opens = day[0].open + timedelta(hours=9)
    assert f"Einlass von {opens:%H:%M} bis" in page
    assert "Zeitzone:" in page


async def test_a_draft_is_a_secret_but_for_its_organisers(client: httpx.AsyncClient):
    conference = await make_conference("eins", title="Geheim")
    await change_stage(conference, Stage.DRAFT, by=COMMAND, now=clock())
    document = await add(conference, published=True)
    await make_conference("zwei")
    team, others = another(client), another(client)
    await sign_in_as(team, Role.ORGANISER, "eins")
    await sign_in_as(others, Role.ORGANISER, "zwei")
    paths = ("", "/share.png", "/imprint", f"/files/{document}", "/programme")

    for path in paths:
        for nobody in (client, others):
            answer = await nobody.get(f"/c/eins{path}")
            assert answer.status_code == 404, path
            assert "Geheim" not in answer.text
        assert (await team.get(f"/c/eins{path}")).status_code == 200, path
    assert "nur das Organisationsteam" in (await team.get("/de/c/eins")).text


@pytest.mark.parametrize(
    "steps, said",
    [
        ((Stage.CALLED_OFF,), "Diese Konferenz ist abgesagt."),
        ((Stage.HELD,), "Diese Konferenz hat schon stattgefunden."),
        ((Stage.HELD, Stage.ARCHIVED), "Diese Seite liegt im Archiv."),
    ],
)
async def test_a_page_says_plainly_where_its_conference_stands(
    client: httpx.AsyncClient, steps, said
):
    conference = await make_conference("eins")
    for step in steps:
        await change_stage(conference, step, by=COMMAND, now=clock())

    assert said in (await client.get("/de/c/eins")).text


async def test_a_conference_is_past_the_day_after_without_anybody_saying_so(
    client: httpx.AsyncClient,
):
    await make_conference("eins", days=whole_days(clock() - timedelta(days=2)))

    page = (await client.get("/de/c/eins")).text

    assert "Diese Konferenz hat schon stattgefunden." in page


async def test_others_of_the_series_are_one_tap_away(client: httpx.AsyncClient):
    first = await make_conference("eins", title="Treff 2025")
    second = await make_conference("zwei", title="Treff 2026")
    title = Said.of(de="Stadttreff", ar="لقاء")
    series = await make_series(title, conference=first, by=COMMAND, now=clock())
    await choose_series(second, series, by=COMMAND, now=clock())

    page = (await client.get("/de/c/zwei")).text

    assert "Stadttreff" in page
    assert 'href="/de/c/eins" lang="de" dir="auto">Treff 2025</a>' in page


async def test_search_engines_and_messengers_read_what_people_read(
    client: httpx.AsyncClient,
):
    await write(await make_conference("eins", place="Rathaus"))

    page = (await client.get("/ar/c/eins")).text

    markup = re.search(r'<script type="application/ld\+json">(.*?)</script>', page)
    assert markup
    event = json.loads(markup[1])
    assert event["name"] == "مؤتمر التنوع"
    assert event["location"]["name"] == "Rathaus"
    assert event["url"] == "http://127.0.0.1:8000/ar/c/eins"
    assert (
        'property="og:image" content="http://127.0.0.1:8000/ar/c/eins/share.png"'
        in page
    )
    assert '<link rel="canonical" href="http://127.0.0.1:8000/ar/c/eins">' in page


async def test_the_picture_is_cached_until_the_page_changes(client: httpx.AsyncClient):
    conference = await make_conference("eins")

    first = await client.get("/c/eins/share.png")
    tag = {"If-None-Match": first.headers["etag"]}
    again = await client.get("/c/eins/share.png", headers=tag)
    await write(conference, replace(PAGE, address="Neu 7"))
    changed = await client.get("/c/eins/share.png", headers=tag)

    assert Image.open(io.BytesIO(first.content)).size == (1200, 630)
    assert first.headers["cache-control"] == "public, max-age=3600"
    assert (again.status_code, again.content) == (304, b"")
    assert changed.status_code == 200
    assert changed.headers["etag"] != first.headers["etag"]


async def test_a_document_is_saved_under_its_own_name_and_never_runs(
    client: httpx.AsyncClient,
):
    conference = await make_conference("eins")
    document = await add(conference, published=True)

    answer = await client.get(f"/c/eins/files/{document}")

    assert answer.content == PDF
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["content-disposition"] == (
        "attachment; filename=\"Groe.pdf\"; filename*=UTF-8''Gr%C3%B6%C3%9Fe.pdf"
    )
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "sandbox" in answer.headers["content-security-policy"]


async def test_a_document_that_is_not_published_is_for_organisers(
    client: httpx.AsyncClient,
):
    conference = await make_conference("eins")
    document = await add(conference, published=False)
    team = another(client)
    await sign_in_as(team, Role.ORGANISER, "eins")

    public = await client.get(f"/c/eins/files/{document}")
    page = await client.get("/de/c/eins")
    own = await team.get(f"/c/eins/files/{document}")

    assert public.status_code == 404
    assert "Protokolle und Unterlagen" not in page.text
    assert own.content == PDF
    assert own.headers["cache-control"] == "private, no-store"


async def test_a_document_is_not_found_below_another_conference(
    client: httpx.AsyncClient,
):
    document = await add(await make_conference("eins"), published=True)
    await make_conference("zwei")

    assert (await client.get(f"/c/zwei/files/{document}")).status_code == 404


async def test_reading_costs_the_same_however_much_there_is(client: httpx.AsyncClient):
    conference = await make_conference("eins")
    await write(conference)
    await add(conference, published=True)
    title = Said.of(de="Reihe")
    series = await make_series(title, conference=conference, by=COMMAND, now=clock())
    with counted_queries() as few:
        await client.get("/c/eins")

    for number in range(6):
        await add(conference, published=True)
        other = await make_conference(f"k-{number}")
        await choose_series(other, series, by=COMMAND, now=clock())
    with counted_queries() as many:
        await client.get("/c/eins")

    assert len(few) == len(many) <= 13
