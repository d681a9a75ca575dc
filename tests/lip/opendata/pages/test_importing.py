"""Editors take in chapters and papers by a form, as people in the city do."""

import json
from typing import Any

import httpx
import pytest

from lip.accounts.rules.roles import Role
from lip.opendata.pages import importing
from lip.papers.actions.take_in import MOST
from lip.plan.queries.chapters import chapters_of
from lip.plan.queries.plans import plan_by_key
from tests.client import send, sign_in_as
from tests.lip.opendata.actions.test_import_chapter import MOTION
from tests.lip.plan.chapters import make_plan

pytestmark = pytest.mark.anyio

PAPER: dict[str, Any] = {
    "id": "https://oparl.example.org/papers/1",
    "type": "https://schema.oparl.org/1.1/Paper",
    "name": "Sprachkurse",
    "reference": "1/2020",
}
BODY = {"id": "https://oparl.example.org", "type": "https://schema.oparl.org/1.1/Body"}


@pytest.fixture
async def editor(client):
    await sign_in_as(client, Role.EDITOR)
    return client


async def hand_in(
    editor: httpx.AsyncClient, what: str, content: bytes, name: str, **fields: str
) -> httpx.Response:
    files = {f"{what}_file": (name, content)}
    return await send(editor, f"/edit/import/{what}", fields, files=files)


@pytest.mark.parametrize(
    "content, name, title",
    [
        (b"# 2. Wohnen\n\nAlle wohnen.", "wohnen.md", "Wohnen"),
        (json.dumps(MOTION).encode(), "a5.json", "Integration gemeinsam gestalten"),
    ],
)
async def test_a_chapter_comes_into_the_draft(editor, content, name, title):
    await make_plan("wir")

    for _ in range(2):
        sent = await hand_in(
            editor, "chapter", content, name, plan="wir", language="de"
        )

        assert sent.status_code in {302, 303}
        assert title in (await editor.get(sent.headers["location"])).text
    assert len(await chapters_of((await plan_by_key("wir")).id)) == 1


async def test_papers_are_drafts_until_somebody_wants_them_public(editor):
    page = json.dumps({"data": [PAPER, BODY]}).encode()

    first = await hand_in(editor, "papers", page, "papers.json")
    hidden = (await editor.get("/papers")).text
    again = await hand_in(editor, "papers", page, "papers.json", release="1")

    assert first.status_code == again.status_code == 200
    assert "1 neu, 0 geändert, 0 unverändert." in first.text
    assert "Objekt 2: Das ist keine Drucksache." in " ".join(first.text.split())
    assert "0 neu, 0 geändert, 1 unverändert." in again.text
    assert "Sprachkurse" not in hidden


@pytest.mark.parametrize(
    "what, content, name, said",
    [
        ("papers", b"", "a.json", "keine Drucksachen nach OParl"),
        ("papers", b"%PDF-1.7", "a.json", "keine Drucksachen nach OParl"),
        ("papers", b"[" * 200_000, "a.json", "keine Drucksachen nach OParl"),
        ("papers", b'["\\ud800"]', "a.json", "keine Drucksachen nach OParl"),
        ("papers", b'["\\u0000"]', "a.json", "keine Drucksachen nach OParl"),
        ("papers", b"[" + b"1," * MOST + b"1]", "a.json", "mehr als 5000 Objekte"),
        ("chapter", b"\xff\xfe", "a.md", "kein Kapitel mit Titel und Text"),
        ("chapter", b"[" * 200_000, "a.json", "kein Kapitel mit Titel und Text"),
        ("chapter", b"# Wohnen\n\n" + b"a" * 600_000, "a.md", "Text"),
        ("chapter", b"a" * 11_000_000, "a.md", "10 MB"),
    ],
    ids=lambda it: str(it)[:20],
)
async def test_a_wrong_file_is_refused_with_a_sentence(
    editor, what, content, name, said
):
    await make_plan("wir")
    assert importing.LARGEST < 11_000_000

    answer = await hand_in(editor, what, content, name, plan="wir", language="de")

    assert answer.status_code in {413, 422}
    assert said in answer.text
    assert await chapters_of((await plan_by_key("wir")).id) == []


async def test_what_is_not_chosen_is_asked_for(editor):
    await make_plan("wir")

    answer = await hand_in(editor, "chapter", b"", "", plan="nein", language="??")

    assert answer.status_code == 422
    for sentence in ("einen Plan.", "eine Sprache.", "eine Datei."):
        assert f"Bitte wählen Sie {sentence}" in answer.text
