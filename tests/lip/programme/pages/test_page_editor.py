"""Organisers write the page, choose its series and take the steps of a conference."""

import re

import httpx
import pytest

from lip.accounts.rules.roles import Role
from lip.conference.queries.conferences import conference_by_key
from lip.conference.rules.stages import Stage
from lip.programme.queries.pages import all_series, page_of
from tests.client import another, send, sign_in_as
from tests.factories import clock, make_conference

pytestmark = pytest.mark.anyio

EDITOR = "/conferences/eins/page"
FIELDS = {
    "title-ar": "مؤتمر",
    "subtitle-de": "Unsere Stadt",
    "text-de": "# Warum\r\n\r\nDarum",
    "text-ar": "لأن",
    "address": "Platz 1\r\n12345 Stadt",
    "map_url": "https://karte.example/x",
    "languages": "Deutsch, Arabisch",
    "contact_email": " \u200fada@example.org ",
}


@pytest.fixture
async def team(client: httpx.AsyncClient) -> httpx.AsyncClient:
    await make_conference("eins", title="Erste")
    await sign_in_as(client, Role.ORGANISER, "eins")
    return client


def version_in(page: str) -> str:
    found = re.search(r'name="version" value="([^"]*)"', page)
    assert found
    return found[1]


async def test_what_is_written_is_kept_and_read_back(team: httpx.AsyncClient):
    answer = await send(team, EDITOR, FIELDS)

    page = (await team.get(answer.headers["location"])).text
    conference = await conference_by_key("eins")
    stored = (await page_of(conference.id)).page
    assert answer.status_code == 303
    assert "Gespeichert." in page
    assert dict(stored.text) == {"de": "# Warum\n\nDarum", "ar": "لأن"}
    assert stored.languages == ("de", "ar")
    assert stored.contact_email == "ada@example.org"
    assert 'value="Deutsch, Arabisch"' in page
    assert "Platz 1\n12345 Stadt" in page


@pytest.mark.parametrize(
    "wrong, sentence",
    [
        ({"map_url": "javascript:alert(1)"}, "Adresse der Karte"),
        ({"contact_email": "ada@@x"}, "Diese E-Mail-Adresse hat einen Fehler"),
        ({"languages": "Deutsch, Blubb"}, "nicht bekannt: Blubb"),
        ({"text-en": "x" * 20_001}, "höchstens 20000 Zeichen"),
    ],
)
async def test_a_mistake_is_said_at_its_field_and_nothing_typed_is_lost(
    team: httpx.AsyncClient, wrong: dict[str, str], sentence: str
):
    answer = await send(team, f"/de{EDITOR}", FIELDS | wrong)

    (field,) = wrong
    assert answer.status_code == 422
    assert f'id="e-{field}"' in answer.text
    assert sentence in answer.text
    assert "Unsere Stadt" in answer.text
    assert "لأن" in answer.text
    conference = await conference_by_key("eins")
    assert (await page_of(conference.id)).changed_at is None


async def test_a_mistake_in_another_language_unfolds_it(team: httpx.AsyncClient):
    answer = await send(team, EDITOR, {"text-en": "x" * 20_001})

    assert '<details class="more-languages" open>' in answer.text


async def test_the_second_of_two_editors_is_told_and_may_then_decide(
    team: httpx.AsyncClient,
):
    version = version_in((await team.get(EDITOR)).text)
    await send(team, EDITOR, FIELDS | {"version": version})

    mine = FIELDS | {"version": version, "subtitle-de": "Meine Fassung"}
    answer = await send(team, f"/de{EDITOR}", mine)
    decided = await send(team, EDITOR, mine | {"version": version_in(answer.text)})

    assert answer.status_code == 409
    assert "Jemand anderes hat diese Seite inzwischen geändert" in answer.text
    assert "Meine Fassung" in answer.text
    assert decided.status_code == 303


async def test_the_title_in_its_own_language_stays_that_of_the_tickets(
    team: httpx.AsyncClient,
):
    await send(team, EDITOR, {"title-de": "Anders", "title-en": "First"})

    conference = await conference_by_key("eins")
    assert dict((await page_of(conference.id)).page.title) == {"en": "First"}
    assert conference.title == "Erste"


async def test_each_stage_offers_its_steps_and_says_what_they_mean(
    team: httpx.AsyncClient,
):
    stage = f"{EDITOR}/stage"
    shown = (await team.get(f"/de{stage}")).text

    answer = await send(team, stage, {"stage": "called_off"})

    assert "Konferenz absagen" in shown
    assert "Ins Archiv legen" not in shown
    assert answer.status_code == 303
    assert (await conference_by_key("eins")).stage is Stage.CALLED_OFF
    assert "Absage der Konferenz zurücknehmen" in (await team.get(f"/de{stage}")).text


@pytest.mark.parametrize(
    "wanted, status", [("archived", 409), ("vorbei", 422), ("", 422)]
)
async def test_no_step_is_skipped(team: httpx.AsyncClient, wanted: str, status: int):
    answer = await send(team, f"{EDITOR}/stage", {"stage": wanted})

    assert answer.status_code == status
    assert (await conference_by_key("eins")).stage is Stage.ANNOUNCED


async def test_a_conference_made_on_the_web_is_a_draft(client: httpx.AsyncClient):
    await sign_in_as(client, Role.ORGANISER)
    public = another(client)
    day = f"{clock():%Y-%m-%d}"
    fields = {"title": "Neu", "key": "neu", "language": "de", "zone": "Europe/Berlin"}
    times = {"rows": "1", "day_1": day, "opens_1": "00:00", "closes_1": "23:59"}

    made = await send(client, "/conferences/new", fields | times)
    before = await public.get("/c/neu")
    await send(client, "/conferences/neu/page/stage", {"stage": "announced"})
    after = await public.get("/c/neu")

    assert made.status_code == 303
    assert (before.status_code, after.status_code) == (404, 200)


async def test_a_series_is_made_chosen_renamed_and_left(team: httpx.AsyncClient):
    path = f"{EDITOR}/series"
    await send(team, f"{path}/new", {"name-de": "Treffen", "name-en": "Meeting"})
    await send(team, f"{path}/rename", {"title-de": "Stadttreffen"})
    (series,) = await all_series()
    shown = (await team.get(path)).text
    await send(team, path, {"series": ""})
    conference = await conference_by_key("eins")
    left = (await page_of(conference.id)).series
    await send(team, path, {"series": str(series.id)})

    assert dict(series.title) == {"de": "Stadttreffen"}
    assert "Stadttreffen" in shown
    assert left is None
    assert (await page_of(conference.id)).series == series


@pytest.mark.parametrize("act", ["new", "rename"])
async def test_a_series_without_a_name_is_refused_at_its_field(
    team: httpx.AsyncClient, act: str
):
    await send(team, f"{EDITOR}/series/new", {"name-de": "Treffen"})

    answer = await send(
        team, f"{EDITOR}/series/{act}", {"name-en": "x", "title-en": "x"}
    )

    assert answer.status_code == 422
    assert f'id="e-{"name" if act == "new" else "title"}-de"' in answer.text


@pytest.mark.parametrize("series", ["kaputt", "6f1c2a52-0000-4000-8000-000000000000"])
async def test_a_series_that_is_not_there_cannot_be_chosen(
    team: httpx.AsyncClient, series: str
):
    answer = await send(team, f"{EDITOR}/series", {"series": series})

    assert answer.status_code == 404
