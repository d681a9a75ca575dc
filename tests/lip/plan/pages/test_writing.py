"""Chapters written at the editors' desk."""

from collections.abc import Mapping
from uuid import uuid4

import httpx
import pytest

from lip.accounts.rules.roles import Role
from lip.plan.queries.chapters import (
    chapters_of,
    text_in,
    texts_of,
)
from lip.plan.queries.glossary import terms_in
from lip.plan.queries.plans import plan_by_key
from lip.plan.rules.kinds import MotionStatus, SavedBy
from lip.plan.tables import Wording
from tests.client import form_token, send, sign_in_as
from tests.lip.plan.chapters import make_chapter, make_plan

pytestmark = pytest.mark.anyio

TEXTS = "/de/edit/plans/lip/chapters/1-sprache/texts/de"


@pytest.fixture
async def editor(client: httpx.AsyncClient) -> httpx.AsyncClient:
    await sign_in_as(client, Role.EDITOR)
    return client


def typed(text: str, version: int = 1, **more: str) -> dict[str, str]:
    return {"title": "Sprache", "text": text, "version": str(version), **more}


async def test_a_plan_is_made_and_a_chapter_from_the_desk_to_the_public_page(
    editor: httpx.AsyncClient,
):
    plan = {
        "title-de": "Integrationsplan",
        "title-ar": "خطة",
        "key": "lip",
        "language": "de",
        "line_length": "80",
        "draft_public": "1",
        "request": str(uuid4()),
    }
    head = {
        "title": "Wohnen",
        "number": "3.",
        "code": "A3",
        "kind-de": "Kapitel",
        "initiator_name": "Arbeitsgruppe Wohnen",
        "decided_on": "Januar 2026",
        "status": "submitted",
        "request": str(uuid4()),
    }

    for _ in range(2):
        assert (await send(editor, "/edit/plans/new", plan)).status_code == 303
    for _ in range(2):
        answer = await send(editor, "/edit/plans/lip/chapters/new", head)
    place = answer.headers["location"]
    await send(
        editor, place, {"title": "Wohnen", "text": "Alle wohnen.", "version": "1"}
    )
    await send(editor, f"{place}/state", {"state": "released"})
    page = (await editor.get("/de/plan/lip/3-wohnen")).text

    assert "Alle wohnen." in page
    assert "Arbeitsgruppe Wohnen</span> (dort beschlossen am: Januar 2026)" in page
    made = await plan_by_key("lip")
    (chapter,) = await chapters_of(made.id)
    assert (chapter.status, chapter.code) == (MotionStatus.SUBMITTED, "A3")


@pytest.mark.parametrize(
    "field, value",
    [
        ("decided_on", "31.02.2026"),
        ("decided_on", "bald"),
        ("decided_on", "1. Halbjahr 1066"),
        ("field", "x"),
        ("initiator", "'; drop table"),
        ("status", "wichtig"),
        ("submitted_at", "gestern"),
    ],
)
async def test_what_cannot_be_is_said_at_its_field_and_stays(
    editor: httpx.AsyncClient, field: str, value: str
):
    await make_chapter(await make_plan(), title="Sprache")

    answer = await send(
        editor, "/de/edit/plans/lip/chapters/1-sprache", {"number": "9.", field: value}
    )

    assert answer.status_code == 422
    assert f'href="#f-{field}"' in answer.text
    assert 'value="9."' in answer.text


async def test_two_editors_see_both_texts_and_one_chooses(editor: httpx.AsyncClient):
    chapter = await make_chapter(await make_plan(), "Alle lernen Deutsch.")

    await send(editor, TEXTS, typed("Alle lernen gern Deutsch."))
    clash = await send(editor, TEXTS, typed("Alle lernen Deutsch und Türkisch."))
    stays = (await text_in(chapter, "de")).text
    chosen = await send(
        editor, TEXTS, typed("Alle lernen gern Deutsch und Türkisch.", 2)
    )

    assert clash.status_code == 409
    assert "<del>" in clash.text
    assert "<ins>" in clash.text
    assert "Alle lernen Deutsch und Türkisch.</textarea>" in clash.text
    assert 'name="version" value="2"' in clash.text
    assert stays == "Alle lernen gern Deutsch."
    assert chosen.status_code == 303
    assert (await text_in(chapter, "de")).text.endswith("gern Deutsch und Türkisch.")


async def test_an_open_page_saves_by_itself_unless_somebody_was_faster(
    editor: httpx.AsyncClient,
):
    chapter = await make_chapter(await make_plan(), "Alt")

    saved = await post(editor, f"{TEXTS}/autosave", typed("Neu"))
    again = await post(editor, f"{TEXTS}/autosave", typed("Neuer", 2))
    late = await post(editor, f"{TEXTS}/autosave", typed("Anders", 1))
    empty = await post(editor, f"{TEXTS}/autosave", typed("Neu", 3) | {"title": ""})

    assert [one.status_code for one in (saved, again, late, empty)] == [
        *(200, 200, 409, 422)
    ]
    assert (saved.json()["version"], again.json()["version"]) == (2, 3)
    assert "Zwischenstand gespeichert um" in saved.json()["said"]
    assert "Jemand anderes" in late.json()["said"]
    text = await text_in(chapter, "de")
    kept = await Wording.select(Wording.version, Wording.saved_by).order_by(
        Wording.version
    )
    assert text.text == "Neuer"
    assert [(one["version"], one["saved_by"]) for one in kept] == [
        (1, SavedBy.EDITOR),
        (3, SavedBy.AUTOSAVE),
    ]


async def test_a_preview_saves_nothing_with_and_without_a_script(
    editor: httpx.AsyncClient,
):
    chapter = await make_chapter(await make_plan(), "Alt")

    page = await send(editor, TEXTS, typed("Ein **neues** Wort", preview="1"))
    part = await post(editor, f"{TEXTS}/preview", typed("Ein **neues** Wort"))

    for answer in (page, part):
        assert answer.status_code == 200
        assert "Ein <strong>neues</strong> Wort" in answer.text
    assert "Ein **neues** Wort</textarea>" in page.text
    assert (await text_in(chapter, "de")).text == "Alt"


async def test_ten_megabytes_are_refused_with_a_sentence(editor: httpx.AsyncClient):
    chapter = await make_chapter(await make_plan(), "Alt")
    paste = typed("x" * 10_000_000)

    saved = await send(editor, TEXTS, paste)
    auto = await post(editor, f"{TEXTS}/autosave", paste)
    seen = await post(editor, f"{TEXTS}/preview", paste)

    assert (saved.status_code, auto.status_code) == (422, 422)
    for answer in (saved, auto, seen):
        assert "zu lang" in answer.text
    assert "x" * 10_000_000 in saved.text
    for short in (auto, seen):
        assert len(short.content) < 700_000
    assert (await text_in(chapter, "de")).text == "Alt"


async def test_a_chapter_comes_out_of_a_file_with_its_head(editor: httpx.AsyncClient):
    await make_plan()
    file = (
        b'---\nart: Kapitel\ntitel: "5. Wohnen"\ninitiator: Vorstand\n'
        b"beschlossen_am: 2026-01-22\nsprache: de\n---\n\n"
        b"Text mit [^1].\n\n[^1]: Note\n"
    )

    bad = [
        await upload(editor, "/de/edit/plans/lip/chapters/import", content)
        for content in (b"\xff\xfe\x00x", b"", b"Nur Text ohne Titel")
    ]
    good = await upload(editor, "/de/edit/plans/lip/chapters/import", file)

    assert [one.status_code for one in bad] == [422, 422, 422]
    assert good.headers["location"].endswith("/chapters/5-wohnen")
    plan = await plan_by_key("lip")
    (chapter,) = await chapters_of(plan.id)
    assert (chapter.number, chapter.initiator_name) == ("5.", "Vorstand")
    assert (await text_in(chapter.id, "de")).text == "Text mit [^1].\n\n[^1]: Note"
    assert "5. Wohnen" in (await editor.get("/de/edit/plans/lip")).text


async def test_a_file_is_looked_at_before_it_takes_the_place_of_a_text(
    editor: httpx.AsyncClient,
):
    chapter = await make_chapter(await make_plan(), "Alt")

    answer = await upload(editor, f"{TEXTS}/import", b"# Neu\n\nText")
    export = await editor.get(f"{TEXTS}/export")

    assert "# Neu\n\nText</textarea>" in answer.text
    assert (await text_in(chapter, "de")).text == "Alt"
    assert export.text.endswith("Alt\n")


async def test_languages_and_terms_are_kept_at_the_desk(editor: httpx.AsyncClient):
    plan = await make_plan()
    chapter = await make_chapter(plan)
    desk = "/de/edit/plans/lip"

    added = await send(
        editor,
        f"{desk}/chapters/1-sprache/languages",
        {"language": "de-simple", "title": "Sprache lernen"},
    )
    bad = await send(
        editor, f"{desk}/chapters/1-sprache/languages", {"language": "?", "title": "x"}
    )
    await send(
        editor,
        f"{desk}/glossary/de",
        {"term": "Teilhabe", "explanation": "Dabei sein.", "forms": "teilhaben\n"},
    )
    page = await editor.get(f"{desk}/glossary/de?term=Teilhabe")
    await send(editor, f"{desk}/glossary/de/remove", {"term": "Teilhabe"})

    assert added.headers["location"].endswith("/texts/de-simple")
    assert bad.status_code == 422
    assert [one.language for one in (await texts_of([chapter]))[chapter]] == [
        "de",
        "de-simple",
    ]
    assert 'value="Teilhabe"' in page.text
    assert await terms_in(plan.id, "de") == ()


async def post(
    client: httpx.AsyncClient, path: str, fields: Mapping[str, str]
) -> httpx.Response:
    token = await form_token(client, "/de/edit/plans/lip")
    return await client.post(path, data={"csrf": token, **fields})


async def upload(
    client: httpx.AsyncClient, path: str, content: bytes
) -> httpx.Response:
    token = await form_token(client, "/de/edit/plans/lip")
    return await client.post(
        path, data={"csrf": token}, files={"file": ("kapitel.md", content)}
    )
