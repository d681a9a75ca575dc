"""Two editors write a chapter at once; a reader names its lines on a phone."""

import pytest
from playwright.sync_api import Page, expect

from lip.accounts.rules.roles import Role
from lip.journal.rules.entries import COMMAND
from lip.plan.actions.glossary import save_term
from lip.plan.rules.glossary import Term
from tests.browsers import DESK, PHONE, sideways, visit
from tests.factories import MadePerson, clock, make_person
from tests.lip.plan.chapters import make_chapter, make_plan
from tests.servers import Server, arrange

pytestmark = [pytest.mark.browser, pytest.mark.slow]

TEXTS = "/de/edit/plans/stadt/chapters/1-sprache/texts/de"
READ = "/de/plan/stadt/1-sprache"
CLASHES = ("409",)
"""What the browser says of an autosave that came too late."""


async def a_plan() -> tuple[MadePerson, MadePerson]:
    plan = await make_plan("stadt")
    await make_chapter(plan, "Alle lernen Deutsch.", code="A1")
    term = Term(term="Teilhabe", explanation="Überall dabei sein.")
    await save_term(plan.id, "de", term, by=COMMAND, now=clock())
    return await make_person(Role.EDITOR, ""), await make_person(Role.EDITOR, "")


def open_editor(page: Page, editor: MadePerson) -> None:
    page.goto("/de/sign-in")
    page.fill("[name=name]", editor.name)
    page.fill("[name=password]", editor.password)
    page.locator("main button[type=submit]").click()
    page.wait_for_url(lambda url: not url.endswith("/sign-in"))
    page.goto(TEXTS)


def test_write_see_save_clash_and_read(server: Server, browser):
    first, second = arrange(server.url, a_plan)

    with visit(browser, server.address, size=DESK, expected=CLASHES) as page:
        open_editor(page, first)
        page.fill("[name=text]", "Alle lernen Deutsch.\n\nTeilhabe **gilt**.")
        expect(page.locator("[data-seen] strong")).to_have_text("gilt")
        expect(page.locator("[data-status]")).to_contain_text("Zwischenstand")
        assert page.input_value("[name=version]") == "2"
        with visit(browser, server.address, size=PHONE) as other:
            open_editor(other, second)
            other.fill("[name=text]", "Alle lernen gern Deutsch.\n\nTeilhabe **gilt**.")
            other.get_by_role("button", name="Speichern").click()
            expect(other.get_by_text("Gespeichert.")).to_be_visible()
            assert sideways(other) <= 0
        page.fill("[name=text]", "Alle lernen Deutsch.\n\nTeilhabe **gilt** allen.")
        page.get_by_role("button", name="Speichern").click()
        expect(page.locator("del", has_text="gern")).to_be_visible()
        page.fill(
            "[name=text]", "Alle lernen gern Deutsch.\n\nTeilhabe **gilt** allen."
        )
        page.get_by_role("button", name="Meinen Text speichern").click()
        expect(page.get_by_text("Gespeichert.")).to_be_visible()
    with visit(browser, server.address, size=PHONE) as page:
        page.goto(f"{READ}#z1-2")
        expect(page.locator(".z.marked")).to_have_count(2)
        expect(page.locator("#z2")).to_have_text("Teilhabe gilt allen.")
        page.get_by_role("link", name="Teilhabe", exact=True).click()
        expect(page.locator("#w1")).to_be_in_viewport()
        assert page.locator("#w1").evaluate("it => getComputedStyle(it).position") == (
            "fixed"
        )
        page.get_by_role("link", name="Zurück zu Zeile 2").click()
        expect(page.locator("#z2")).to_be_in_viewport()
        assert sideways(page) <= 0
