"""The city lays a missing trace; who handed in follows it from her ticket."""

import pytest
from playwright.sync_api import Page, expect

from lip.accounts.rules.roles import Role
from lip.conference.actions.register import ticket_code
from lip.conference.rules.codes import shown
from lip.database import fetch
from lip.measures.rules.sheet import Sheet
from lip.said import Said
from lip.subjects import SubjectKind
from tests.browsers import DESK, PHONE, sideways, sign_in, visit
from tests.factories import KEYS, MadePerson, make_participant, make_person
from tests.lip.measures.made import make_measure
from tests.lip.plan.chapters import make_chapter, make_plan
from tests.lip.tracing.ways import (
    PARAGRAPHS,
    lay,
    make_clusters,
    node,
    put_to_vote,
)
from tests.servers import Server, arrange

pytestmark = [pytest.mark.browser, pytest.mark.slow]


async def a_city() -> tuple[MadePerson, str]:
    """Prepare everything but the trace of proposal 1: its vote, chapter and measure."""
    place, (first, second, *_), _clusters = await make_clusters()
    await put_to_vote(place, [first, second])
    author = await make_participant(place)
    await fetch("UPDATE proposal SET participant = ? WHERE id = ?", author.id, first.id)
    plan = await make_plan(title=Said.of(de="Plan", ar="الخطة"))
    chapter = node(SubjectKind.CHAPTER, await make_chapter(plan, PARAGRAPHS, code="A1"))
    sheet = Sheet(title=Said.of(de="Abendkurse", ar="دورات مسائية"))
    measure = node(SubjectKind.MEASURE, await make_measure(sheet, public=True))
    await lay(chapter, measure)
    editor = await make_person(Role.EDITOR, "")
    return editor, shown(ticket_code(author.id, 1, keys=KEYS))


def lay_the_missing_trace(page: Page) -> None:
    page.goto("/de/edit/traces")
    page.fill("[name=q]", "Kinderbetreuung")
    with page.expect_navigation():
        page.get_by_role("button", name="Suchen").click()
    page.get_by_role("link", name="Spur legen").click()
    page.fill("[name=q]", "Sprache")
    with page.expect_navigation():
        page.get_by_role("button", name="Suchen").click()
    page.select_option("[name=other]", label="A1 1. Sprache")
    page.select_option("[name=became]", "adopted")
    page.fill("[name=first]", "3")
    page.fill("[name=last]", "4")
    page.get_by_role("button", name="Spur legen").click()
    expect(page.get_by_role("row", name="führt zu")).to_contain_text("Zeilen 3 bis 4")


def follow_from_the_ticket(page: Page, code: str) -> None:
    page.goto(f"/ar/t/{code}/answers")
    expect(page.locator(".badge")).to_have_text("أُدرج في الخطة")
    page.locator(".entries a").click()
    page.locator("a[href*='/traces/proposal/']").last.click()
    stages = page.locator(".stage")
    expect(stages).to_have_count(6)
    expect(stages.nth(0)).to_contain_text("Deutschkurse am Abend")
    expect(stages.nth(1)).to_contain_text("Sprache")
    expect(stages.nth(2)).to_contain_text("Was zuerst?")
    expect(stages.nth(4)).to_contain_text("دورات مسائية")
    assert sideways(page) <= 0
    stages.nth(3).get_by_role("link").click()
    expect(page.locator(".z.marked")).to_have_count(2)


def test_what_became_of_a_proposal_is_found_by_its_author(server: Server, browser):
    editor, code = arrange(server.url, a_city)

    with visit(browser, server.address, size=DESK) as page:
        sign_in(page, editor.name, editor.password)
        lay_the_missing_trace(page)
    with visit(browser, server.address, size=PHONE, locale="ar") as page:
        follow_from_the_ticket(page, code)
        page.go_back()
        page.locator(".stage").nth(5).get_by_role("link").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("دورات مسائية")
        page.locator("a[href*='/traces/measure/']").click()
        expect(page.locator(".stop.here")).to_contain_text("دورات مسائية")
        expect(page.locator(".stage").first).to_contain_text("Deutschkurse am Abend")
        assert sideways(page) <= 0
