"""What is said to a draft is marked where it stands, quietly and cheaply."""

import re
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest

from lip.journal.rules.entries import COMMAND
from lip.plan.actions.publish_version import VersionWish, publish_version
from lip.plan.actions.remark import RemarkWish, show_remark, write_remark
from lip.plan.actions.submit_amendment import AmendmentWish, Change, submit_amendment
from lip.plan.queries.chapters import chapter_by_id, text_in
from lip.plan.rules.plans import PlanFacts
from lip.said import Said
from tests.factories import clock
from tests.lip.plan.chapters import make_chapter, make_plan
from tests.queries import counted_queries

pytestmark = pytest.mark.anyio

TEXT = "Der erste Absatz.\n\n| Jahr | Ziel |\n|---|---|\n| 2027 | Zehn |\n\n- Am Ende."


@pytest.fixture
async def plan(client: httpx.AsyncClient) -> PlanFacts:
    return await make_plan(amendments_open=True, comments_open=True)


@pytest.fixture
async def chapter(plan: PlanFacts) -> UUID:
    return await make_chapter(plan, TEXT, code="A5", decided_on=None)


def sent() -> dict[str, Any]:
    return {"by": COMMAND, "now": clock(), "request": uuid4()}


async def amend(plan: PlanFacts, chapter: UUID, line: int, words: str) -> str:
    version = (await text_in(chapter, "de")).version
    change = Change(base_version=version, first_line=line, last_line=line, words=words)
    wish = AmendmentWish(language="de", change=change, initiator_name="Verein")
    key = (await chapter_by_id(chapter)).key
    return await submit_amendment(plan, key, wish, **sent(), by_editor=True)


async def remark(plan: PlanFacts, chapter: UUID, line: int) -> UUID:
    wish = RemarkWish(
        language="de",
        base_version=(await text_in(chapter, "de")).version,
        first_line=line,
        last_line=line,
        text="Warum?",
    )
    key = (await chapter_by_id(chapter)).key
    return await write_remark(plan, key, wish, **sent())


def marked(page: httpx.Response) -> list[str]:
    marks = re.findall(r'<div class="talk no-print">(.*?)</div>', page.text)
    return [re.sub(r"<[^>]+>", " ", one).strip() for one in marks]


async def test_a_block_says_how_much_is_said_to_it_and_leads_there(
    client: httpx.AsyncClient, plan: PlanFacts, chapter: UUID
) -> None:
    path = f"/de/plan/lip/draft/{(await chapter_by_id(chapter)).key}"
    before = await client.get(path)

    for words in ("Der neue Absatz.", "Mein erster Absatz."):
        await amend(plan, chapter, 1, words)
    await amend(plan, chapter, 4, "- Am Schluss.")
    written = await remark(plan, chapter, 3)
    page = await client.get(path, headers={"if-none-match": before.headers["etag"]})

    assert marked(before) == []
    assert marked(page) == [
        "2 Änderungsanträge",
        "Eine Anmerkung",
        "Ein Änderungsantrag: A5-004",
    ]
    assert 'href="/de/plan/lip/amendments/A5-004"' in page.text
    assert f"{path}/amendments?language=de#r-{written}" in page.text
    await show_remark(plan, written, shown=False, by=COMMAND, now=clock())
    assert len(marked(await client.get(path))) == 2


async def test_a_published_version_is_left_in_peace(
    client: httpx.AsyncClient, plan: PlanFacts, chapter: UUID
) -> None:
    key = (await chapter_by_id(chapter)).key
    wish = VersionWish(number=1, name=Said.of(de="Beschluss"))
    await publish_version(plan.id, wish, **sent())
    await remark(plan, chapter, 1)

    assert not marked(await client.get(f"/plan/lip/{key}"))
    assert marked(await client.get(f"/plan/lip/draft/{key}")) == ["Eine Anmerkung"]


async def test_many_amendments_cost_no_more_queries_than_one(
    client: httpx.AsyncClient, plan: PlanFacts, chapter: UUID
) -> None:
    path = f"/plan/lip/draft/{(await chapter_by_id(chapter)).key}"
    await amend(plan, chapter, 1, "Neu.")
    await client.get(path)
    await remark(plan, chapter, 1)
    with counted_queries() as few:
        await client.get(path)
    for number in range(12):
        await amend(plan, chapter, 4, f"- Ende {number}.")

    with counted_queries() as many:
        page = await client.get(path)
    with counted_queries() as again:
        await client.get(path, headers={"if-none-match": page.headers["etag"]})

    assert "12 Änderungsanträge" in page.text
    assert len(many) == len(few)
    assert len(again) <= 2
