"""Numbers of papers are links wherever everybody can read them, and nowhere else."""

from dataclasses import replace

import httpx
import pytest

from lip.bodies.pages.paper_links import numbers_in, with_links
from lip.journal.rules.entries import COMMAND
from lip.measures.actions.release import release
from lip.measures.actions.save_measure import add_measure
from lip.news.actions.release_page import release_page
from lip.news.actions.save_page import add_page
from lip.news.rules.sheets import NewsSheet, PageKind
from lip.papers.actions.release_paper import release_paper
from lip.plan.queries.chapters import chapter_by_id
from lip.said import Said
from lip.sample.measure_texts import CONCEPT
from tests.factories import clock
from tests.lip.papers.factories import make_paper
from tests.lip.plan.chapters import make_chapter, make_plan

pytestmark = pytest.mark.anyio

LINE = '<span class="z"><a class="n" href="#z1"></a>{}</span>'


@pytest.mark.parametrize(
    "html,linked",
    [
        (
            LINE.format("Mit der Drucksache ") + LINE.format("1/2026 wurde"),
            LINE.format("Mit der Drucksache ")
            + LINE.format('<a href="/x">1/2026</a> wurde'),
        ),
        (
            LINE.format("nach DS 1-") + LINE.format("2026."),
            LINE.format('nach DS <a href="/x">1-</a>')
            + LINE.format('<a href="/x">2026</a>.'),
        ),
        (
            "<p>Drucks. <em>Nr. 1/2026</em></p>",
            '<p>Drucks. <em>Nr. <a href="/x">1/2026</a></em></p>',
        ),
    ],
)
def test_a_number_is_found_through_lines_and_marks(html: str, linked: str):
    assert with_links(html, {"1/2026": "/x"}) == linked


@pytest.mark.parametrize(
    "html",
    [
        '<a href="/y">Drucksache 1/2026</a>',
        "<pre>Drucksache 1/2026</pre>",
        "<p>Drucksache</p><p>1/2026</p>",
        '<img alt="Drucksache 1/2026">',
        "<main><p>Nichts</p></main><footer>Drucksache 1/2026</footer>",
        "<p>Drucksache 2/2026</p>",
    ],
)
def test_links_code_and_what_is_no_sentence_stay_as_they_are(html: str):
    assert with_links(html, {"1/2026": "/x"}) == html
    assert "1/2026" not in numbers_in(html)


async def test_a_kept_chapter_follows_the_papers_that_it_names(
    client: httpx.AsyncClient,
):
    paper = await make_paper("1003/2016", public=False)
    chapter = await make_chapter(await make_plan("lip"), "Siehe Drucksache 1003/2016.")
    path = f"/de/plan/lip/draft/{(await chapter_by_id(chapter)).key}"

    hidden = await client.get(path)
    await release_paper(paper, by=COMMAND, now=clock())
    shown = await client.get(path, headers={"If-None-Match": hidden.headers["ETag"]})
    again = await client.get(path, headers={"If-None-Match": shown.headers["ETag"]})

    link = 'Siehe Drucksache <a href="/de/papers/1003-2016">1003/2016</a>.'
    assert "Siehe Drucksache 1003/2016." in hidden.text
    assert (shown.status_code, again.status_code) == (200, 304)
    assert link in shown.text


async def test_a_measure_links_papers_in_all_that_it_says(client: httpx.AsyncClient):
    await make_paper("1003/2016")
    words = "Nach Drucks. Nr. 1003/2016."
    wish = replace(CONCEPT, summary=Said.of(de=words), participation=Said.of(de=words))
    measure = await add_measure(wish, key="konzept", by=COMMAND, now=clock())
    await release(measure, by=COMMAND, now=clock())

    page = (await client.get("/de/measures/konzept")).text

    assert page.count('Nr. <a href="/de/papers/1003-2016">1003/2016</a>.') == 2


async def test_news_link_papers_in_their_text_and_background(
    client: httpx.AsyncClient,
):
    await make_paper("1003/2016")
    words = Said.of(de="Nach Drs. 1003/2016.")
    sheet = NewsSheet(title=Said.of(de="Neues"), body=words, background=words)
    news = await add_page(PageKind.NEWS, sheet, by=COMMAND, now=clock())
    await release_page(PageKind.NEWS, news, by=COMMAND, now=clock())

    page = (await client.get("/de/news/neues")).text

    assert page.count('Drs. <a href="/de/papers/1003-2016">1003/2016</a>.') == 2
