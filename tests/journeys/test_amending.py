"""Two people amend the same lines, one by ticket; an editor decides; all read it."""

import pytest
from playwright.sync_api import Page, expect

from lip.accounts.rules.roles import Role
from lip.plan.queries.chapters import chapter_by_id
from tests.browsers import DESK, PHONE, sideways, sign_in, visit
from tests.factories import MadePerson, make_conference, make_participant, make_person
from tests.lip.plan.chapters import make_chapter, make_plan
from tests.servers import Server, arrange

pytestmark = [pytest.mark.browser, pytest.mark.slow]

TEXT = "Die Stadt hört zu.\n\nSie antwortet bald.\n\nAlle reden mit."
EDIT = "/de/edit/plans/umland"


async def a_plan() -> tuple[MadePerson, str, str]:
    plan = await make_plan("umland", amendments_open=True, comments_open=True)
    chapter = await chapter_by_id(await make_chapter(plan, TEXT, code="A1"))
    guest = await make_participant(await make_conference())
    draft = f"/de/plan/umland/draft/{chapter.key}"
    return await make_person(Role.EDITOR, ""), draft, guest.code


def propose(page: Page, words: str, by: str) -> None:
    page.fill("[name=words]", words)
    page.fill("[name=initiator]", by)
    page.get_by_role("button", name="Antrag stellen").click()
    expect(page.get_by_text("Ihr Antrag ist angekommen.")).to_be_visible()
    assert sideways(page) <= 0


def propose_by_ticket(page: Page, code: str, words: str) -> None:
    page.goto(f"/de/t/{code}")
    page.get_by_role("link", name="Am Plan mitreden").click()
    page.get_by_role("link", name="Sprache").click()
    page.fill("[name=first]", "2")
    page.get_by_role("button", name="Änderung vorschlagen").click()
    page.fill("[name=words]", words)
    page.get_by_role("button", name="Antrag stellen").click()
    expect(page.get_by_text("A1-002-2").first).to_be_visible()


def decide(page: Page, draft: str) -> None:
    for code in ("A1-002", "A1-002-2"):
        page.goto(f"{EDIT}/amendments/{code}")
        with page.expect_navigation():
            page.get_by_role("button", name="Für alle zeigen").click()
    page.goto(draft)
    page.get_by_role("link", name="2 Änderungsanträge").click()
    expect(page.locator("#a-A1-002-2")).to_contain_text("eine Person mit Ticket")
    page.goto(f"{EDIT}/amendments/A1-002")
    both = page.locator(".side-by-side section")
    expect(both).to_have_count(2)
    expect(both.last.locator("ins")).to_contain_text("immer")
    page.get_by_role("button", name="Annehmen", exact=True).click()
    expect(page.locator(".badge").first).to_have_text("Angenommen")
    page.goto(f"{EDIT}/amendments/A1-002-2")
    expect(page.get_by_text("Der Entwurf hat sich hier geändert")).to_be_visible()
    page.locator("summary", has_text="Ablehnen").click()
    page.fill("[name=reason]", "Vier Wochen sind verabredet.")
    page.get_by_role("button", name="Ablehnen").click()
    expect(page.locator(".badge").first).to_have_text("Abgelehnt")


def publish(page: Page) -> None:
    page.goto(f"{EDIT}/versions/new")
    expect(page.get_by_text("Sie antwortet in vier Wochen.")).to_be_visible()
    page.fill("[name=name-de]", "Beschluss")
    page.get_by_role("button", name="Jetzt veröffentlichen").click()
    with page.expect_navigation():
        page.get_by_role("link", name="1: Beschluss").click()


def test_amend_collide_decide_and_publish(server: Server, browser):
    editor, draft, code = arrange(server.url, a_plan)

    with visit(browser, server.address, size=PHONE, has_touch=True) as page:
        page.goto(f"{draft}/amendments")
        page.locator("#z2").click()
        assert page.input_value("[name=first]") == "2"
        page.get_by_role("button", name="Änderung vorschlagen").click()
        propose(page, "Sie antwortet in vier Wochen.", "Verein Brücke")
    with visit(browser, server.address, java_script_enabled=False) as page:
        propose_by_ticket(page, code, "Sie antwortet immer.")
    with visit(browser, server.address, size=DESK) as page:
        sign_in(page, editor.name, editor.password)
        decide(page, draft)
        publish(page)
        page.locator("main ul a").first.click()
        expect(page.locator("#z2")).to_contain_text("in vier Wochen")
