"""What everybody reads of measures, and what nobody does."""

import io
import re
from html import unescape

import httpx
import pypdf
import pytest

from lip.sample.bodies import fill_in_bodies
from lip.sample.measures import CONCEPT_KEY, fill_in_measures
from tests.factories import clock

pytestmark = pytest.mark.anyio


async def test_public_pages_answer(client: httpx.AsyncClient) -> None:
    now = clock()
    await fill_in_measures(await fill_in_bodies(now=now), now=now)

    for path in (
        "/measures",
        "/measures?q=zukunft&status=done&year=2019&district=city",
        "/measures?page=99999999&year=-1&field=x&status=x",
        f"/measures/{CONCEPT_KEY}",
        f"/ar/measures/{CONCEPT_KEY}",
        f"/measures/{CONCEPT_KEY}/short",
        f"/measures/{CONCEPT_KEY}/sheet.pdf",
        f"/ar/measures/{CONCEPT_KEY}/sheet.pdf",
        "/contact-points",
        "/contact-points?q=beratung&language=fa",
        "/contact-points/list.pdf",
        "/monitoring",
        "/ar/monitoring?status=under_way",
    ):
        answer = await client.get(path)
        assert answer.status_code == 200, (path, answer.text[:2000])


async def test_lists_tell_what_is_not_there_yet_from_what_is_not_found(
    client: httpx.AsyncClient,
) -> None:
    measures, sought = [
        (await client.get(f"/de/measures{question}")).text
        for question in ("", "?q=xyz")
    ]
    points, found = [
        (await client.get(f"/de/contact-points{question}")).text
        for question in ("", "?q=xyz")
    ]

    assert "Noch keine Vorhaben" in measures
    assert "Nichts gefunden" in sought
    assert "Noch keine Anlaufstellen" in points
    assert "Nichts gefunden" in found


@pytest.mark.parametrize("language", ["de", "ar"])
async def test_papers_are_tagged_and_speak_their_language(
    client: httpx.AsyncClient, language: str
) -> None:
    now = clock()
    await fill_in_measures(await fill_in_bodies(now=now), now=now)

    for path in (f"/measures/{CONCEPT_KEY}/sheet.pdf", "/contact-points/list.pdf"):
        answer = await client.get(f"/{language}{path}")

        assert answer.headers["content-type"] == "application/pdf"
        reader = pypdf.PdfReader(io.BytesIO(answer.content))
        root = reader.trailer["/Root"]
        assert root["/Lang"] == language
        assert root["/MarkInfo"]["/Marked"]
        text = "".join(one.extract_text() for one in reader.pages)
        assert "Hamburger Allee 25" in text


async def test_the_projects_of_the_seeds_say_all_that_was_announced(
    client: httpx.AsyncClient,
) -> None:
    now = clock()
    await fill_in_measures(await fill_in_bodies(now=now), now=now)
    said = {
        "wege-ins-bleiberecht": (
            *("Modellprojekt", "Vorhaben anderer Träger", "rund 1.350 Menschen"),
            *("Frauen, Männer und Jugendliche", "gesichertes Arbeitseinkommen"),
            *("Region Hannover (Träger)", "Flüchtlingsrat Niedersachsen (Kooperations"),
            *("Christian Hinrichs", "sozialpolitischer Sprecher", "Spurwechsel"),
            *("bis November 2025", "Göttingen", "Oldenburg", "2022: Antrag"),
            "Ziel: 1.350 Personen bis 2024",
        ),
        "migrationskonferenzen": (
            *("bis zu 200 Teilnehmenden", "2016 bis 2019", "Gefördert durch"),
            *("sobald die Infektionslage es erlaubt", "Gesellschaftsfonds"),
        ),
        "zukunftskongress": ("im ersten Halbjahr 2019", "4 Personen", "Förderung:"),
        "einburgerungslotsen": (
            *("50.000 Euro", "Ziele für 2015:", "zehn", "VHS Hannover"),
            *("zunächst auf zwei Jahre angelegt", "Ziel: 3 Personen bis 2016"),
            *("Mengendamm 12 (4. OG), 30177 Hannover", "0511 - 54 57 19 52"),
        ),
    }

    for key, words in said.items():
        html = (await client.get(f"/measures/{key}")).text
        shown = " ".join(unescape(re.sub(r"<[^>]+>", "", html)).split())
        missing = [one for one in words if one not in shown]
        assert missing == [], key
