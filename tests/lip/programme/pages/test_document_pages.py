"""Organisers upload, publish and delete documents, and print posters."""

import re

import httpx
import pypdfium2
import pytest

from lip.accounts.rules.roles import Role
from lip.conference.queries.conferences import conference_by_key
from lip.programme.queries.files import documents_of
from tests.client import another, form_token, send, sign_in_as
from tests.factories import make_conference

pytestmark = pytest.mark.anyio

FILES = "/conferences/eins/page/files"
PDF = ("Protokoll 2026.pdf", b"%PDF-1.7\nx", "application/pdf")


@pytest.fixture
async def team(client: httpx.AsyncClient) -> httpx.AsyncClient:
    await make_conference("eins")
    await sign_in_as(client, Role.ORGANISER, "eins")
    return client


async def upload(team: httpx.AsyncClient, file=PDF, **fields: str) -> httpx.Response:
    data = {"csrf": await form_token(team), "title-de": "Protokoll"} | fields
    return await team.post(
        f"/de{FILES}", data=data, files={"file": file} if file else None
    )


async def stored():
    conference = await conference_by_key("eins")
    return await documents_of(conference.id, drafts=True)


async def test_a_document_is_uploaded_then_published_then_deleted(
    team: httpx.AsyncClient,
):
    public = another(team)
    uploaded = await upload(team)
    (document,) = await stored()
    path = f"{FILES}/{document.id}"
    before = await public.get(f"/c/eins/files/{document.id}")
    await send(team, path, {"title-de": "Ergebnis", "published": "1", "language": "de"})
    page = (await public.get("/de/c/eins")).text
    after = await public.get(f"/c/eins/files/{document.id}")
    await send(team, f"{path}/remove")

    assert uploaded.status_code == 303
    assert (before.status_code, after.status_code) == (404, 200)
    assert re.search(r'lang="de" dir="auto">Ergebnis</span></a> .*PDF', page)
    assert await stored() == []


async def test_sending_the_form_twice_stores_one_document(team: httpx.AsyncClient):
    found = re.search(r'name="request" value="([^"]+)"', (await team.get(FILES)).text)
    assert found

    for _ in range(2):
        assert (await upload(team, request=found[1])).status_code == 303

    assert len(await stored()) == 1


@pytest.mark.parametrize(
    "file, sentence",
    [
        (None, "Bitte wählen Sie eine Datei."),
        (("a.exe", b"MZ", "application/pdf"), "Diese Art von Datei geht hier nicht."),
        (("a.pdf", b"<html>", "application/pdf"), "ist aber etwas anderes"),
        (("a.pdf", b"", "application/pdf"), "Diese Datei ist leer."),
    ],
)
async def test_what_cannot_be_stored_is_said_at_the_field(
    team: httpx.AsyncClient, file, sentence: str
):
    answer = await upload(team, file, **{"title-en": "Minutes"})

    assert answer.status_code == 422
    assert sentence in answer.text
    assert 'value="Minutes"' in answer.text
    assert await stored() == []


async def test_a_document_without_a_name_is_refused(team: httpx.AsyncClient):
    answer = await upload(team, **{"title-de": ""})

    assert answer.status_code == 422
    assert 'id="e-title-de"' in answer.text
    assert await stored() == []


async def test_nobody_touches_the_documents_of_others(team: httpx.AsyncClient):
    await upload(team)
    (document,) = await stored()
    await make_conference("zwei")
    stranger = another(team)
    await sign_in_as(stranger, Role.ORGANISER, "zwei")
    path = f"/conferences/zwei/page/files/{document.id}"

    answers = [
        await stranger.get(path),
        await send(stranger, path, {"title-de": "Meins"}),
        await send(stranger, f"{path}/remove"),
    ]

    assert [one.status_code for one in answers] == [404, 404, 404]
    assert await stored() == [document]


async def test_a_poster_has_the_languages_and_the_size_that_were_chosen(
    team: httpx.AsyncClient,
):
    path = "/conferences/eins/page/posters"
    shown = (await team.get(path)).text

    answer = await team.get(
        f"{path}/poster.pdf", params={"language": ["ar", "de"], "size": "a3"}
    )

    (page,) = pypdfium2.PdfDocument(answer.content)
    text = " ".join(page.get_textpage().get_text_range().split())
    assert answer.headers["content-type"] == "application/pdf"
    assert 'filename="eins-a3-de-ar.pdf"' in answer.headers["content-disposition"]
    assert round(page.get_width() / 72 * 25.4) == 297
    assert text.count("Konferenz der Vielfalt") == 2
    assert 'value="de" checked' in shown


@pytest.mark.parametrize("query", ["", "?language=xx", "?language="])
async def test_a_poster_needs_a_language(team: httpx.AsyncClient, query: str):
    answer = await team.get(f"/de/conferences/eins/page/posters/poster.pdf{query}")

    assert answer.status_code == 422
    assert "Bitte wählen Sie mindestens eine Sprache." in answer.text
