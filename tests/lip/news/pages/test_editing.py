"""What editors do with projects and news, and what everybody else may see of it."""

import re
from datetime import timedelta
from uuid import UUID

import httpx
import pytest

from lip.accounts.rules.roles import Role
from lip.database import StoreEngine
from lip.journal.rules.entries import COMMAND
from lip.measures.rules.outcomes import Faulty, Overtaken, Saved
from lip.news.actions.release_page import release_page, take_back_page
from lip.news.actions.save_page import add_page, save_page
from lip.news.queries.pages import all_pages, page_by_id
from lip.news.queries.subjects import (
    news_to_read,
    subjects_of_news,
    subjects_of_projects,
)
from lip.news.rules.sheets import (
    EventLine,
    NewsSheet,
    PageKind,
    ProjectSheet,
    mark_of_page,
)
from lip.partial_dates import PartialDate
from lip.said import Said
from lip.sample.bodies import fill_in_bodies
from lip.sample.measures import fill_in_measures
from lip.sample.news import GUIDES_KEY, WAYS_KEY, fill_in_news
from tests.client import another, send, sign_in_as
from tests.factories import clock, make_conference
from tests.queries import counted_queries

pytestmark = pytest.mark.anyio


async def test_two_editors_never_overwrite_each_other(db: StoreEngine) -> None:
    request = UUID(int=7)
    conference = (await make_conference("eins")).id
    event = EventLine(title=Said.of(de="Treffen"), conference=conference)
    sheet = ProjectSheet(title=Said.of(de="Lotsen"), events=(event,))
    page = await _added(PageKind.PROJECT, sheet, request=request)
    again = await _added(PageKind.PROJECT, sheet, request=request)
    mine = ProjectSheet(title=Said.of(de="Lotsen"), funder=Said.of(de="Ein Fonds"))
    theirs = ProjectSheet(title=Said.of(de="Lotsinnen"))

    outcomes = [
        await save_page(
            PageKind.PROJECT,
            page,
            one,
            mark=mark_of_page(sheet),
            by=COMMAND,
            now=clock(),
        )
        for one in (mine, mine, theirs)
    ]

    assert again == page
    assert outcomes == [
        Saved(version=2),
        Saved(version=2),
        Overtaken(there=mine, mark=mark_of_page(mine)),
    ]
    assert (await page_by_id(PageKind.PROJECT, page)).sheet == mine


async def test_impossible_dates_and_unknown_conferences_are_refused(
    db: StoreEngine,
) -> None:
    page = await _added(PageKind.PROJECT, ProjectSheet(title=Said.of(de="Reihe")))
    wrong = EventLine(
        title=Said.of(de="Treffen"),
        begins=PartialDate(2019),
        ends=PartialDate(2016),
        conference=UUID(int=1),
    )
    sheet = ProjectSheet(title=Said.of(de="Reihe"), events=(wrong,))

    outcome = await save_page(
        PageKind.PROJECT,
        page,
        sheet,
        mark=mark_of_page(ProjectSheet(title=Said.of(de="Reihe"))),
        by=COMMAND,
        now=clock(),
    )

    assert isinstance(outcome, Faulty)
    assert [(one.code, one.place) for one in outcome.faults] == [
        ("ends_before_it_begins", "events-0-ends"),
        ("unknown_event_conference", "events-0-conference"),
    ]


async def test_only_what_is_released_is_public(
    client: httpx.AsyncClient, db: StoreEngine
) -> None:
    now = clock()
    project = await _added(
        PageKind.PROJECT, ProjectSheet(title=Said.of(de="Geheimprojekt"))
    )
    news = await _added(
        PageKind.NEWS, NewsSheet(title=Said.of(de="Geheimes"), project=project)
    )
    shown = await _added(
        PageKind.NEWS, NewsSheet(title=Said.of(de="Offenes"), project=project)
    )
    later = now + timedelta(days=400)
    await release_page(PageKind.PROJECT, project, at=later, by=COMMAND, now=now)
    await release_page(PageKind.NEWS, shown, by=COMMAND, now=now)

    pages = {
        path: await client.get(path)
        for path in ("/projects", "/news", "/news/offenes", "/ar/news/offenes")
    }
    hidden = [
        await client.get(path) for path in ("/projects/geheimprojekt", "/news/geheimes")
    ]

    assert {one.status_code for one in pages.values()} == {200}
    assert all("Geheim" not in one.text for one in pages.values())
    assert not any("set-cookie" in one.headers for one in pages.values())
    assert [one.status_code for one in hidden] == [404, 404]
    assert "Offenes" in pages["/projects"].text
    subjects = {
        **await subjects_of_projects([project]),
        **await subjects_of_news([news]),
    }
    assert {(one.public, one.path) for one in subjects.values()} == {(False, "")}
    assert {one.path async for one in news_to_read()} == {"/news/offenes", "/news"}
    assert await take_back_page(PageKind.NEWS, shown, by=COMMAND, now=now)
    assert (await client.get("/news/offenes")).status_code == 404


async def test_lines_come_and_go_without_javascript_and_both_wordings_are_shown(
    client: httpx.AsyncClient, db: StoreEngine
) -> None:
    await sign_in_as(client, Role.EDITOR)
    typed = {"title-de": "Reihe", "events-lines": "1", "events-0-title-de": "Treffen"}
    new = "/edit/news/projects/new"

    longer = await send(client, new, {**typed, "do": "add events"})
    shorter = await send(client, new, {**typed, "do": "drop events 0"})
    faulty = await send(client, new, {**typed, "title-de": "", "begins": "neulich"})
    quoted = await send(
        client,
        new,
        {**typed, "quotations-lines": "1", "quotations-0-text-de": "Gut so."},
    )
    made = await send(client, new, typed)
    here = made.headers["location"]
    mark = _mark((await client.get(f"{here}/edit")).text)
    mine = {**typed, "mark": mark}
    await send(client, f"{here}/edit", {**mine, "title-de": "Neu"})
    both = await send(client, f"{here}/edit", {**mine, "title-de": "Alt"})

    assert longer.text.count('name="events-1-title-de"') == 1
    assert 'name="events-0-title-de"' not in shorter.text
    assert (faulty.status_code, quoted.status_code) == (422, 422)
    assert 'href="#f-begins"' in faulty.text
    assert "Ein Zitat braucht eine Quelle" in quoted.text
    assert both.status_code == 409
    assert "Jemand anderes war schneller" in both.text
    assert _mark(both.text) != mark
    async with another(client) as reader:
        assert (await reader.get(here)).status_code in {303, 401, 403}
    assert "Neu" in (await client.get("/edit/news")).text


async def test_the_sample_is_filled_in_once_and_links_measures(
    client: httpx.AsyncClient, db: StoreEngine
) -> None:
    now = clock()
    bodies = await fill_in_bodies(now=now)
    await fill_in_measures(bodies, now=now)
    await fill_in_news(bodies, now=now)

    with counted_queries() as again:
        await fill_in_news(bodies, now=now)
    project = await client.get(f"/projects/{GUIDES_KEY}")
    news = await client.get(f"/en/news/{WAYS_KEY}")

    assert len(again) < 20
    assert len(await all_pages(PageKind.PROJECT)) == 5
    assert f'href="/measures/{GUIDES_KEY}"' in project.text
    assert "Mengendamm 12 (4. OG)" in project.text
    assert f'href="/en/measures/{WAYS_KEY}"' in news.text


def _mark(html: str) -> str:
    found = re.search(r'name="mark" value="(\w+)"', html)
    assert found
    return found[1]


async def _added(
    kind: PageKind, sheet: ProjectSheet | NewsSheet, request: UUID | None = None
) -> UUID:
    return await add_page(kind, sheet, by=COMMAND, now=clock(), request=request)
