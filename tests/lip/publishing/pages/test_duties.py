"""Imprint, privacy and accessibility in own words."""

import httpx
import pytest

from lip.accounts.rules.roles import Role
from lip.publishing.queries.duties import duty_text
from tests.client import send, sign_in_as

pytestmark = pytest.mark.anyio


async def change(client: httpx.AsyncClient, page: str, **fields: str) -> httpx.Response:
    return await send(client, f"/edit/duties/{page}", {"version": "0", **fields})


async def test_own_words_stand_before_the_ready_text(client: httpx.AsyncClient):
    await sign_in_as(client, Role.EDITOR)
    words = {"text-de": "## Aufsicht\n\nStadt Beispiel", "text-ar": "المدينة"}

    sent = await change(client, "imprint", **words)
    german, arabic = [
        (await client.get(f"/{tag}/imprint")).text for tag in ("de", "ar")
    ]

    assert sent.status_code == 303
    assert "<h2>Aufsicht</h2>" in german
    assert "Betrieb dieser Website" in german
    assert 'lang="ar" dir="auto"><p>المدينة</p>' in arabic


async def test_own_words_may_stand_instead(client: httpx.AsyncClient):
    await sign_in_as(client, Role.EDITOR)

    await change(client, "privacy", **{"text-de": "Alles anders.", "instead": "1"})
    page = (await client.get("/de/privacy")).text

    assert "Alles anders." in page
    assert "Wenn Sie nur lesen" not in page


async def test_an_empty_page_is_refused(client: httpx.AsyncClient):
    await sign_in_as(client, Role.EDITOR)

    sent = await change(client, "accessibility", instead="1")

    assert sent.status_code == 422
    assert "Ohne eigenen Text bliebe die Seite leer." in sent.text


async def test_what_has_barriers_and_how_it_was_examined_is_said(
    client: httpx.AsyncClient,
):
    await sign_in_as(client, Role.EDITOR)
    words = {
        "exceptions-de": "- Stadtplan: nur als Bild, weil die Vorlage fehlt.",
        "examined_how-de": "Bewertung durch die Prüfstelle.",
        "examined_on": "2026-10-01",
    }

    sent = await change(client, "accessibility", **words)
    wrong = await change(client, "accessibility", version="1", examined_on="gestern")
    page = (await client.get("/de/accessibility")).text
    form = (await client.get("/edit/duties/accessibility")).text

    assert sent.status_code == 303
    assert wrong.status_code == 422
    assert 'value="gestern"' in wrong.text
    for part in (
        "<li>Stadtplan: nur als Bild, weil die Vorlage fehlt.</li>",
        "Bewertung durch die Prüfstelle.",
        "zuletzt am 1. Oktober 2026 geprüft",
    ):
        assert part in page
    assert "Selbstbewertung" not in page
    assert 'value="2026-10-01"' in form


async def test_editors_read_which_settings_are_missing(client: httpx.AsyncClient):
    await sign_in_as(client, Role.EDITOR)

    page = (await client.get("/edit/duties")).text

    for name in ("OPERATOR", "IMPRINT", "CONTACT_EMAIL", "ARBITRATION"):
        assert f"LIP_{name}" in page


async def test_nobody_overwrites_what_she_has_not_read(client: httpx.AsyncClient):
    await sign_in_as(client, Role.EDITOR)
    await change(client, "imprint", **{"text-de": "Von der Ersten."})

    late = await change(client, "imprint", **{"text-de": "Von der Zweiten."})

    assert late.status_code == 422
    assert "Von der Zweiten." in late.text
    assert "Von der Ersten." in late.text
    assert (await duty_text("imprint")).text["de"] == "Von der Ersten."
