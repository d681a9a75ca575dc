"""Earlier wordings at the editors' desk, and what writers are told of a text."""

import httpx
import pytest

from lip.accounts.rules.roles import Role
from lip.journal.rules.entries import COMMAND
from lip.plan.actions.save_text import Words, save_text
from lip.plan.queries.chapters import chapters_of, text_in, wordings_of
from lip.plan.queries.plans import all_plans
from tests.client import form_token, send, sign_in_as
from tests.factories import clock
from tests.lip.plan.chapters import make_chapter, make_plan

pytestmark = pytest.mark.anyio

DESK = "/de/edit/plans/lip"
TEXTS = f"{DESK}/chapters/1-sprache/texts/de"


@pytest.fixture
async def editor(client: httpx.AsyncClient) -> httpx.AsyncClient:
    await sign_in_as(client, Role.EDITOR)
    return client


async def test_an_earlier_wording_is_found_compared_and_taken_back(
    editor: httpx.AsyncClient,
):
    chapter = await make_chapter(await make_plan(), "Alle lernen gern Deutsch.")
    new = {"title": "Sprachen", "text": "Alle lernen Deutsch.", "version": "1"}
    await send(editor, TEXTS, new)

    found = await editor.get(f"{TEXTS}/wordings")
    first = await editor.get(f"{TEXTS}/wordings/1")
    back = await send(editor, f"{TEXTS}/wordings/1/take-back", {"version": "2"})
    missing = await editor.get(f"{TEXTS}/wordings/9")

    assert f'href="{TEXTS}/wordings/1"' in found.text
    assert "2 (jetzt)" in found.text
    assert "nicht bekannt" in found.text
    assert "[gestrichen: </span>gern" in first.text
    assert "[eingefügt: </span>Sprachen" in first.text
    assert back.headers["location"].endswith("/texts/de?saved=1")
    assert missing.status_code == 404
    text = await text_in(chapter, "de")
    kept = await wordings_of(text.id)
    assert (text.title, text.text) == ("Sprache", "Alle lernen gern Deutsch.")
    assert [(one.version, one.text) for one in kept] == [
        (3, "Alle lernen gern Deutsch."),
        (2, "Alle lernen Deutsch."),
        (1, "Alle lernen gern Deutsch."),
    ]


async def test_nobody_overwrites_by_taking_back_what_was_saved_meanwhile(
    editor: httpx.AsyncClient,
):
    chapter = await make_chapter(await make_plan(), "Eins")
    for version, text in ((1, "Zwei"), (2, "Drei")):
        words = Words(title="Sprache", text=text, began_with=version)
        await save_text(chapter, "de", words, by=COMMAND, now=clock())

    late = await send(editor, f"{TEXTS}/wordings/1/take-back", {"version": "2"})

    assert late.status_code == 409
    assert "Eins</textarea>" in late.text
    assert "[gestrichen: </span>Drei" in late.text
    assert (await text_in(chapter, "de")).text == "Drei"


async def test_writers_are_told_what_is_shown_otherwise(editor: httpx.AsyncClient):
    bad = "# Eins\n\n### Drei\n\n<script>x</script> ![Bild](https://example.org/b.png)"
    await make_chapter(await make_plan(), bad)
    token = await form_token(editor, DESK)

    page = (await editor.get(TEXTS)).text
    seen = await editor.post(
        f"{TEXTS}/preview", data={"csrf": token, "text": "[x](javascript:a)"}
    )

    for words in (
        "Vor der Überschrift „Drei“ fehlt eine Ebene.",
        "Statt des Bildes „Bild“ steht ein Link da.",
        "„&lt;script&gt;“ steht auf der Seite so da",
    ):
        assert words in page
    assert "Ein Link wie „[x](javascript:“ geht nicht" in seen.text


async def test_a_file_that_is_too_large_is_refused_with_a_sentence(
    editor: httpx.AsyncClient,
):
    chapter = await make_chapter(await make_plan(), "Alt")
    token = await form_token(editor, DESK)

    answer = await editor.post(
        f"{TEXTS}/import",
        data={"csrf": token},
        files={"file": ("gross.md", b"x" * (2 * 1024 * 1024 + 1))},
    )

    assert answer.status_code == 422
    assert "größer als 2 MB" in answer.text
    assert (await text_in(chapter, "de")).text == "Alt"


async def test_a_chapter_is_put_into_another_by_the_form_and_deleted(
    editor: httpx.AsyncClient,
):
    plan = await make_plan(draft_public=False)
    above = await make_chapter(plan, title="Oben", number="1.")
    await make_chapter(plan, title="Unten", number="2.")
    form = f"{DESK}/chapters/2-unten"

    offered = (await editor.get(form)).text
    good = await send(editor, form, {"number": "2.", "parent": str(above)})
    below = (await editor.get(f"{DESK}/chapters/1-oben")).text
    circle = await send(
        editor,
        f"{DESK}/chapters/1-oben",
        {"number": "1.", "parent": str((await chapters_of(plan.id))[1].id)},
    )
    listed = (await editor.get(DESK)).text
    refused = await send(editor, f"{DESK}/chapters/1-oben/delete", {})
    for key in ("2-unten", "1-oben"):
        await send(editor, f"{DESK}/chapters/{key}/delete", {})
    gone = await send(editor, f"{DESK}/delete", {})

    assert f'<option value="{above}">1. Oben</option>' in offered
    assert good.status_code == 303
    assert "2. Unten</option>" not in below
    assert circle.status_code == 422
    assert "nicht in sich selbst stehen" in circle.text
    assert 'href="#f-parent"' in circle.text
    assert "Ebene 2" in listed
    assert refused.status_code == 409
    assert "In diesem Kapitel stehen andere." in refused.text
    assert gone.headers["location"].endswith("/edit/plans")
    assert not await all_plans()
