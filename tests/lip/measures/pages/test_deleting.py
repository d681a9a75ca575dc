"""Drafts made by mistake can be deleted; what was public or is in use stays."""

from uuid import UUID, uuid4

import httpx
import pytest

from lip.accounts.rules.roles import Role
from lip.bodies.actions.note_step import StepWish, note_step
from lip.bodies.rules.kinds import Outcome, Station
from lip.database import StoreEngine, fetch
from lip.errors import Conflict
from lip.journal.rules.entries import COMMAND
from lip.measures.actions.delete_measure import delete_measure
from lip.measures.actions.release import release, take_back
from lip.measures.rules.sheet import RelatedLine, Sheet
from lip.news.actions.delete_page import delete_page
from lip.news.actions.release_page import release_page, take_back_page
from lip.news.actions.save_page import add_page
from lip.news.queries.subjects import pages_about_measure
from lip.news.rules.sheets import NewsSheet, PageKind, ProjectSheet
from lip.said import Said
from lip.subjects import SubjectKind
from lip.tracing.actions.lay_trace import TraceWish, lay_trace
from lip.tracing.rules.chains import Node
from tests.client import send, sign_in_as
from tests.factories import clock
from tests.lip.measures.made import make_measure

pytestmark = pytest.mark.anyio

BESIDE = (pages_about_measure,)


async def test_an_editor_deletes_drafts_for_good(
    client: httpx.AsyncClient, db: StoreEngine
) -> None:
    measure = await make_measure()
    project = await _page(PageKind.PROJECT, ProjectSheet(title=Said.of(de="Irrtum")))
    news = await _page(PageKind.NEWS, NewsSheet(title=Said.of(de="Irrtum")))
    await sign_in_as(client, Role.EDITOR)
    paths = (
        f"/edit/measures/{measure}",
        f"/edit/news/projects/{project}",
        f"/edit/news/items/{news}",
    )

    for path in paths:
        assert "Endgültig löschen" in (await client.get(path)).text
        first = await send(client, f"{path}/delete")
        again = await send(client, f"{path}/delete")
        assert (first.status_code, again.status_code) == (303, 303)
        assert (await client.get(path)).status_code == 404

    acts = await fetch("SELECT act FROM journal_entry WHERE act LIKE '%_deleted'")
    assert sorted(one["act"] for one in acts) == [
        "measure_deleted",
        "news_deleted",
        "project_deleted",
    ]


async def test_what_was_public_stays_and_offers_no_button(
    client: httpx.AsyncClient, db: StoreEngine
) -> None:
    now = clock()
    measure = await make_measure(public=True)
    await take_back(measure, by=COMMAND, now=now)
    news = await _page(PageKind.NEWS, NewsSheet(title=Said.of(de="Neues")))
    await release_page(PageKind.NEWS, news, by=COMMAND, now=now)
    await take_back_page(PageKind.NEWS, news, by=COMMAND, now=now)
    await sign_in_as(client, Role.EDITOR)

    for path in (f"/edit/measures/{measure}", f"/edit/news/items/{news}"):
        assert "Endgültig löschen" not in (await client.get(path)).text
        refused = await send(client, f"{path}/delete")
        assert refused.status_code == 409
        assert "wurde schon einmal veröffentlicht" in refused.text


async def test_what_something_hangs_on_stays(db: StoreEngine) -> None:
    now = clock()
    traced, stepped, told, named = [await make_measure() for _ in range(4)]
    project = await _page(
        PageKind.PROJECT, ProjectSheet(title=Said.of(de="Lotsen"), measure=told)
    )
    await _page(PageKind.NEWS, NewsSheet(title=Said.of(de="Neues"), project=project))
    await make_measure(
        Sheet(title=Said.of(de="Vorbild"), related=(RelatedLine(other=named),))
    )
    await note_step(
        SubjectKind.MEASURE,
        stepped,
        StepWish(station=Station.COUNCIL, outcome=Outcome.PENDING),
        by=COMMAND,
        now=now,
    )
    news = await _page(PageKind.NEWS, NewsSheet(title=Said.of(de="Spur")))
    wish = TraceWish(
        origin=Node(SubjectKind.MEASURE, traced), result=Node(SubjectKind.NEWS, news)
    )
    await lay_trace(wish, by=COMMAND, now=now, request=uuid4())

    for measure, code in (
        (traced, "measure_has_traces"),
        (stepped, "measure_has_steps"),
        (told, "measure_has_pages"),
        (named, "measure_is_related"),
    ):
        with pytest.raises(Conflict, match=code):
            await delete_measure(measure, beside=BESIDE, by=COMMAND, now=now)
    with pytest.raises(Conflict, match="project_has_news"):
        await delete_page(PageKind.PROJECT, project, by=COMMAND, now=now)
    with pytest.raises(Conflict, match="page_has_traces"):
        await delete_page(PageKind.NEWS, news, by=COMMAND, now=now)


async def test_a_measure_leads_to_its_public_pages_and_to_its_way(
    client: httpx.AsyncClient, db: StoreEngine
) -> None:
    now = clock()
    measure = await make_measure(public=True)
    path = "/measures/sprachkurse-fur-alle"
    for title in ("Offenes Projekt", "Geheimes Projekt"):
        sheet = ProjectSheet(title=Said.of(de=title), measure=measure)
        page = await _page(PageKind.PROJECT, sheet)
        if title.startswith("Offen"):
            await release_page(PageKind.PROJECT, page, by=COMMAND, now=now)
    news = await _page(
        PageKind.NEWS, NewsSheet(title=Said.of(de="Es beginnt"), measure=measure)
    )
    await release_page(PageKind.NEWS, news, by=COMMAND, now=now)
    other = await make_measure(Sheet(title=Said.of(de="Folge")))
    wish = TraceWish(
        origin=Node(SubjectKind.MEASURE, measure),
        result=Node(SubjectKind.MEASURE, other),
    )
    await lay_trace(wish, by=COMMAND, now=now, request=uuid4())

    before = (await client.get(f"/en{path}")).text
    await release(other, by=COMMAND, now=now)
    after = (await client.get(path)).text

    assert 'href="/en/projects/offenes-projekt"' in before
    assert 'href="/en/news/es-beginnt"' in before
    assert "Geheimes" not in before
    assert f"/traces/measure/{measure}" not in before
    assert f'href="/traces/measure/{measure}"' in after


async def _page(kind: PageKind, sheet: ProjectSheet | NewsSheet) -> UUID:
    return await add_page(kind, sheet, by=COMMAND, now=clock())
