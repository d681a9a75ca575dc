"""What has another name or number from now on is still found where it stood."""

import httpx
import pytest

from lip.journal.rules.entries import COMMAND
from lip.measures.actions.save_measure import Change, save_part
from lip.measures.rules.outcomes import mark_of
from lip.measures.rules.sheet import Sheet
from lip.papers.actions.save_paper import save_paper
from lip.papers.queries.papers import paper_by_id
from lip.plan.actions.chapters import ChapterWish, change_chapter
from lip.plan.actions.save_text import Words, save_text
from lip.said import Said
from tests.factories import clock
from tests.lip.measures.made import make_measure
from tests.lip.papers.factories import make_paper, wish_of
from tests.lip.plan.chapters import make_chapter, make_plan

pytestmark = pytest.mark.anyio


async def test_renamed_it_keeps_its_address_and_says_so_where_it_is_cited(
    client: httpx.AsyncClient,
):
    chapter = await make_chapter(await make_plan("stadt"), title="Sprache")
    sheet = Sheet(title=Said.of(de="Kurse"))
    measure = await make_measure(sheet, public=True)
    paper = await make_paper("1/2026")

    words = Words(title="Reden", text="Alle reden.", began_with=1)
    await save_text(chapter, "de", words, by=COMMAND, now=clock())
    await change_chapter(chapter, ChapterWish(number="9."), by=COMMAND, now=clock())
    title = {"title": Said.of(de="Deutsch für alle")}
    change = Change(values=title, mark=mark_of(sheet, ["title"]))
    await save_part(measure, change, by=COMMAND, now=clock())
    wish = wish_of("7/2026", title="Ein anderer Bericht")
    version = (await paper_by_id(paper)).version
    await save_paper(paper, wish, version=version, by=COMMAND, now=clock())

    for path, name in (
        ("/plan/stadt/1-sprache", "9. Reden"),
        ("/measures/kurse", "Deutsch für alle"),
        ("/papers/7-2026", "Ein anderer Bericht"),
    ):
        answer = await client.get(f"/de{path}")
        assert answer.status_code == 200, path
        assert f"„{name}“" in answer.text
        assert f"http://127.0.0.1:8000/de{path}" in answer.text or "/plan/" in path
    moved = await client.get("/de/papers/1-2026")
    assert moved.status_code == 301
    assert moved.headers["location"].endswith("/de/papers/7-2026")
