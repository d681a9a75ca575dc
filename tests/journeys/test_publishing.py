"""An editor publishes a version; everybody reads it, what changed, and the feed."""

import pytest
from playwright.sync_api import Page, expect

from lip.accounts.rules.roles import Role
from tests.browsers import DESK, PHONE, sideways, sign_in, visit
from tests.factories import MadePerson, make_person
from tests.lip.plan.chapters import make_chapter, make_plan
from tests.lip.tracing.ways import publish
from tests.servers import Server, arrange

pytestmark = [pytest.mark.browser, pytest.mark.slow]

BEFORE = "Die Stadt hilft bald.\n\nAlle reden mit."
EDIT = "/de/edit/plans/umland"
READ = "/de/plan/umland"


async def a_published_plan() -> MadePerson:
    plan = await make_plan("umland", draft_public=False)
    await make_chapter(plan, BEFORE, code="A1")
    await publish(plan)
    return await make_person(Role.EDITOR, "")


def rewrite(page: Page) -> None:
    page.goto(f"{EDIT}/chapters/1-sprache/texts/de")
    page.fill("[name=text]", BEFORE.replace("bald", "sofort"))
    page.get_by_role("button", name="Speichern").click()
    expect(page.get_by_text("Gespeichert.")).to_be_visible()


def freeze(page: Page) -> None:
    page.goto(f"{EDIT}/versions/new")
    page.fill("[name=name-de]", "Beschluss des Rats")
    page.get_by_role("button", name="Jetzt veröffentlichen").click()
    expect(page.get_by_role("link", name="2: Beschluss des Rats")).to_be_visible()


def test_publish_read_compare_and_be_told(server: Server, browser):
    editor = arrange(server.url, a_published_plan)

    with visit(browser, server.address, size=DESK) as page:
        sign_in(page, editor.name, editor.password)
        rewrite(page)
        with visit(browser, server.address, size=PHONE) as reader:
            reader.goto(f"{READ}/1-sprache")
            expect(reader.locator("#z1")).to_contain_text("hilft bald")
        freeze(page)
    with visit(browser, server.address, size=PHONE) as page:
        page.goto(f"{READ}/1-sprache#z1-2")
        expect(page.locator("#z1")).to_contain_text("hilft sofort")
        page.goto(f"{READ}/changes")
        expect(page.locator("del")).to_contain_text("bald")
        expect(page.locator("ins")).to_contain_text("sofort")
        assert sideways(page) <= 0
        feed = page.locator("link[type='application/atom+xml']").first
        told = page.request.get(feed.get_attribute("href") or "")
        assert "Beschluss des Rats" in told.text()
        page.goto(f"{READ}/versions/1/1-sprache")
        expect(page.locator("#z1")).to_contain_text("hilft bald")
