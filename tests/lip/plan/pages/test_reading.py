"""Plans and chapters as everybody reads them."""

import html
import re
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import httpx
import pytest

from lip.database import fetch
from lip.journal.rules.entries import COMMAND
from lip.plan.actions.chapters import FirstText
from lip.plan.actions.glossary import save_term
from lip.plan.actions.publish_version import VersionWish, publish_version
from lip.plan.actions.save_text import Words, add_language, save_text, set_state
from lip.plan.queries.chapter_subjects import plans_to_read, subjects_of_chapters
from lip.plan.rules.glossary import Term
from lip.plan.rules.kinds import SavedBy, TextState
from lip.plan.rules.markdown import parted
from lip.said import Said
from lip.subjects import SubjectKind
from tests.factories import clock
from tests.lip.bodies.factories import make_step
from tests.lip.plan.chapters import make_chapter, make_plan
from tests.queries import counted_queries

pytestmark = pytest.mark.anyio

TEXT = parted(Path("lip/sample/chapters/integration.md").read_text(encoding="utf-8"))[1]
REAL = (
    Path(__file__).parents[5] / "shared/data/karlsruhe/kapitel_3_sprache_und_bildung.md"
)
_LINE = re.compile(
    r'<span class="z" id="z(\d+)">(.*?)</span>(?=<span class="z"|</)', re.DOTALL
)
_TAG = re.compile(r"<[^>]+>")


def lines_on(page: str) -> list[tuple[int, str]]:
    return [
        (int(number), html.unescape(_TAG.sub("", words)).strip())
        for number, words in _LINE.findall(page)
    ]


async def test_nothing_is_public_before_somebody_has_looked(client: httpx.AsyncClient):
    secret = await make_plan("geheim", draft_public=False)
    await make_chapter(secret, title="Verborgen")
    plan = await make_plan("offen")
    chapter = await make_chapter(plan, title="Begonnen", state=TextState.DRAFT)
    await make_chapter(plan, "Sichtbar", title="Lesbar", number="2.")
    await save_text(
        chapter,
        "de",
        Words(title="Begonnen", text="Neu", began_with=1),
        by=COMMAND,
        now=clock(),
    )

    everything = [
        (path, await client.get(f"/de{path}"))
        for path in (
            "/plan",
            "/plan/geheim",
            "/plan/geheim/draft",
            "/plan/geheim/1-verborgen",
            "/plan/geheim/draft/1-verborgen/de",
            "/plan/geheim/draft/1-verborgen/de/pdf",
            "/plan/geheim/draft/1-verborgen/de/markdown",
            "/plan/offen",
            "/plan/offen/1-begonnen",
            "/plan/offen/draft/1-begonnen/de",
            "/plan/offen/1-begonnen/de/markdown",
            "/plan/offen/2-lesbar",
        )
    ]

    assert [path for path, answer in everything if answer.status_code == 200] == [
        "/plan",
        "/plan/offen",
        "/plan/offen/2-lesbar",
    ]
    assert not any(
        word in answer.text
        for word in ("Verborgen", "Begonnen", "geheim/")
        for _path, answer in everything
        if answer.status_code == 200
    )
    assert not any(answer.cookies for _path, answer in everything)


async def test_what_an_editor_has_half_written_is_not_shown(client: httpx.AsyncClient):
    chapter = await make_chapter(await make_plan(), "Ganz.")
    words = Words(title="Sprache", text="Halb", began_with=1, saved_by=SavedBy.AUTOSAVE)

    await save_text(chapter, "de", words, by=COMMAND, now=clock())
    page = (await client.get("/de/plan/lip/1-sprache")).text

    assert lines_on(page) == [(1, "Ganz.")]


async def test_each_language_has_its_page_and_says_how_far_it_is(
    client: httpx.AsyncClient,
):
    plan = await make_plan()
    chapter = await make_chapter(plan)
    for language, title, state in (
        ("ar", "اللغة", TextState.RELEASED),
        ("de-simple", "Sprache lernen", TextState.CHECKED),
        ("tr", "Dil", TextState.DRAFT),
    ):
        first = FirstText(language=language, title=title, text=title)
        await add_language(chapter, first, by=COMMAND, now=clock())
        await set_state(chapter, language, state, by=COMMAND, now=clock())

    arabic = await client.get("/ar/plan/lip/1-sprache")
    simple = await client.get("/de/plan/lip/1-sprache/de-simple")
    turkish = await client.get("/de/plan/lip/1-sprache/tr")

    assert '<div class="chapter-text" lang="ar" dir="rtl">' in arabic.text
    assert '<div class="chapter-text" lang="de-simple" dir="ltr">' in simple.text
    assert "Einfache Sprache" in simple.text
    assert "geprüft" in simple.text
    assert turkish.status_code == 404
    assert "Dil" not in simple.text


async def test_an_unchanged_page_is_not_sent_again(client: httpx.AsyncClient):
    chapter = await make_chapter(await make_plan(), "Eins")
    first = await client.get("/de/plan/lip/1-sprache")
    known = {"If-None-Match": first.headers["ETag"]}

    with counted_queries() as queries:
        again = await client.get("/de/plan/lip/1-sprache", headers=known)
    other = await client.get("/en/plan/lip/1-sprache", headers=known)
    await save_text(
        chapter,
        "de",
        Words(title="Sprache", text="Zwei", began_with=1),
        by=COMMAND,
        now=clock(),
    )
    changed = await client.get("/de/plan/lip/1-sprache", headers=known)

    assert (again.status_code, again.content) == (304, b"")
    assert len(queries) == 1
    assert (other.status_code, changed.status_code) == (200, 200)
    assert lines_on(changed.text) == [(1, "Zwei")]


async def test_a_list_of_chapters_costs_the_same_for_one_and_for_many(
    client: httpx.AsyncClient,
):
    plan = await make_plan()
    counts = []

    for number in range(1, 13):
        await make_chapter(plan, title=f"Kapitel {number}", number=f"{number}.")
        if number in {1, 12}:
            with counted_queries() as queries:
                await client.get("/de/plan/lip")
                await client.get("/de/plan/lip/1-kapitel-1")
            counts.append(len(queries))

    assert counts[0] == counts[1]


async def test_terms_are_explained_once_in_a_section_and_not_in_links(
    client: httpx.AsyncClient,
):
    plan = await make_plan()
    term = Term(term="Teilhabe", forms=("teilhaben",), explanation="Dabei <sein>.")
    await save_term(plan.id, "de", term, by=COMMAND, now=clock())
    await make_chapter(
        plan,
        "[Teilhabe](/plan) Teilhabe, teilhaben\n\n## Teilhabe\n\n"
        "Teilhabeplan `teilhaben` Teilhabe",
    )

    page = (await client.get("/de/plan/lip/1-sprache")).text

    assert page.count('<a class="term" href="#w1">Teilhabe</a>') == 2
    assert '<a href="/plan">Teilhabe</a> <a class="term"' in page
    assert "<dfn>Teilhabe</dfn>" in page
    assert "Dabei &lt;sein&gt;." in page
    assert 'href="#z1">Zurück zu Zeile 1' in page


BAD = """
<script>alert(1)</script> [x](javascript:alert(1)) ![Bild](https://example.org/b.png)

[a](data:text/html;base64,xx) <img src=x onerror=alert(1)> [b](vbscript:x)

#### Tief

# Hoch

###### Sehr tief

| a | <b>b</b> |
| - | - |
| <i>1</i> | 2 |
"""


async def test_what_is_written_brings_no_script_no_picture_and_no_gap_in_headings(
    client: httpx.AsyncClient,
):
    await make_chapter(await make_plan(), BAD)

    page = (await client.get("/de/plan/lip/1-sprache")).text
    text = page.partition('class="chapter-text"')[2].partition('class="toolbar')[0]

    assert "<script" not in text
    assert not re.search(r"<(img|b|i)\b|onerror=[^&]*>|href=\"(java|vb|data)", text)
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text
    assert re.findall(r"<h(\d) id", text) == ["2", "2", "3"]


async def test_files_of_a_chapter_can_be_read_in_again(client: httpx.AsyncClient):
    await make_chapter(await make_plan(), "Text *mit* Stern", code="A1")

    answer = await client.get("/de/plan/lip/draft/1-sprache/de/markdown")

    fields, text = parted(answer.text)
    assert answer.headers["content-type"].startswith("text/markdown")
    assert (fields["nummer"], fields["titel"], fields["kürzel"]) == (
        "1.",
        "Sprache",
        "A1",
    )
    assert text == "Text *mit* Stern"


@pytest.mark.skipif(not REAL.is_file(), reason="../shared/data/karlsruhe is not here")
async def test_the_24_notes_of_a_real_chapter_lead_there_and_back(
    client: httpx.AsyncClient,
):
    await make_chapter(await make_plan(), REAL.read_text(encoding="utf-8"))

    page = (await client.get("/de/plan/lip/1-sprache")).text

    marks = re.findall(r'<a class="mark" id="(r\d+)" href="#(f\d+)"', page)
    notes = re.findall(r'<li id="(f\d+)">', page)
    back = re.findall(r'class="alone back"[^>]* href="#(r\d+)"', page)
    assert [note for _mark, note in marks] == notes
    assert back == [mark for mark, _note in marks]
    assert len(notes) == 24


async def test_others_name_a_chapter_only_where_everybody_may_read_it(
    client: httpx.AsyncClient,
):
    plan = await make_plan()
    seen = await make_chapter(plan, "Ein *Ziel*.", title="Ziele")
    begun = await make_chapter(plan, title="Begonnen", state=TextState.DRAFT)

    named = await subjects_of_chapters([seen, begun])
    documents = [one async for one in plans_to_read()]
    answers = [
        (await client.get(path)).status_code
        for one in documents
        for path in (one.path, *one.more_paths)
    ]

    assert (named[seen].public, named[seen].path) == (True, "/plan/lip/draft/1-ziele")
    assert (named[begun].public, named[begun].path) == (False, "")
    assert [(one.title, one.text) for one in documents] == [
        ("Plan", ""),
        ("1. Ziele", "Ein Ziel."),
    ]
    assert set(answers) == {200}


async def test_lines_are_marked_by_the_server_and_bad_ones_told(
    client: httpx.AsyncClient,
):
    await make_chapter(await make_plan(), "Eins\n\nZwei\n\nDrei")
    path = "/de/plan/lip/1-sprache"

    plain = await client.get(path)
    some = await client.get(f"{path}?z=3-2")
    known = {"If-None-Match": some.headers["ETag"]}
    again = await client.get(f"{path}?z=2-3", headers=known)
    far = (await client.get(f"{path}?z=9-12")).text
    odd = await client.get(f"{path}?z=%22%3E%3Cb%3E")

    assert re.findall(r'class="z marked" id="z(\d)"', some.text) == ["2", "3"]
    assert "Hervorgehoben: Zeile 2 bis 3" in some.text
    assert "/draft/1-sprache/de?z=2-3#z2" in some.text
    assert again.status_code == 304
    assert "Das Kapitel hat 3 Zeilen." in far
    for text in (plain.text, far, odd.text):
        assert "z marked" not in text
    assert odd.headers["ETag"] == plain.headers["ETag"]


async def test_chapters_stand_nested_in_the_contents_of_draft_and_version(
    client: httpx.AsyncClient,
):
    plan = await make_plan()
    above = await make_chapter(plan, title="Oben", number="1.")
    await make_chapter(plan, title="Zuletzt", number="2.")
    await make_chapter(plan, title="Darin", number="1.1", parent=above)
    draft = (await client.get("/de/plan/lip")).text
    wish = VersionWish(number=1, name=Said.of(de="Eins"))
    await publish_version(plan.id, wish, by=COMMAND, now=clock(), request=uuid4())

    pages = [
        draft,
        (await client.get("/de/plan/lip")).text,
        (await client.get("/de/plan/lip/versions/1")).text,
    ]
    inner = (await client.get("/de/plan/lip/1-1-darin")).text

    for page in pages:
        contents = page.partition('class="contents plain"')[2]
        assert re.findall(r"<ul|</ul|Oben|Darin|Zuletzt", contents)[:6] == [
            *("Oben", "<ul", "Darin", "</ul", "Zuletzt", "</ul")
        ]
    assert re.search(r'rel="prev".*Oben.*rel="next".*Zuletzt', inner, re.DOTALL)


async def test_a_version_explains_terms_as_they_were_explained_then(
    client: httpx.AsyncClient,
):
    plan = await make_plan()
    await make_chapter(plan, "Teilhabe und Quote.")
    term = Term(term="Teilhabe", explanation="Dabei sein.")
    await save_term(plan.id, "de", term, by=COMMAND, now=clock())
    wish = VersionWish(number=1, name=Said.of(de="Eins"))
    await publish_version(plan.id, wish, by=COMMAND, now=clock(), request=uuid4())
    for later in (
        Term(term="Teilhabe", explanation="Ganz anders."),
        Term(term="Quote", explanation="Ein Anteil."),
    ):
        await save_term(plan.id, "de", later, by=COMMAND, now=clock())

    frozen = (await client.get("/de/plan/lip/versions/1/1-sprache")).text
    draft = (await client.get("/de/plan/lip/draft/1-sprache")).text
    await fetch("UPDATE plan_version SET terms_later = ?", True)
    older = [
        (await client.get(f"/de/plan/lip/versions/1{rest}")).text
        for rest in ("", "/1-sprache?z=1")
    ]

    said = "Erklärungen der Begriffe wurden erst nach dieser Fassung festgehalten"
    assert all(said in page for page in older)
    assert said not in frozen
    assert "Dabei sein." in frozen
    assert not re.search(r"Ganz anders|Ein Anteil", frozen)
    assert "Ganz anders." in draft
    assert "Ein Anteil." in draft


async def test_a_kept_page_notices_what_becomes_public_by_its_date(
    client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
):
    chapter = await make_chapter(await make_plan())
    words = Said.of(de="Bitte Kosten ergänzen.")
    await make_step(chapter, kind=SubjectKind.CHAPTER, words=words)
    week = timedelta(days=7)
    await fetch("UPDATE step SET public_from = ?", clock() + week)
    before = await client.get("/de/plan/lip/1-sprache")
    known = {"If-None-Match": before.headers["ETag"]}
    same = await client.get("/de/plan/lip/1-sprache", headers=known)

    for module in ("kept", "reading"):
        monkeypatch.setattr(f"lip.plan.pages.{module}.clock", lambda: clock() + week)
    after = await client.get("/de/plan/lip/1-sprache", headers=known)

    assert words["de"] not in before.text
    assert same.status_code == 304
    assert after.status_code == 200
    assert words["de"] in after.text
