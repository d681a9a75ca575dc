"""Two editors write a chapter at once; a reader names its lines on a phone."""

import pytest
from playwright.sync_api import Page, expect

from lip.accounts.rules.roles import Role
from lip.journal.rules.entries import COMMAND
from lip.plan.actions.glossary import save_term
from lip.plan.rules.glossary import Term
from tests.browsers import DESK, PHONE, held, sideways, sign_in, visit
from tests.factories import MadePerson, clock, make_person
from tests.lip.plan.chapters import make_chapter, make_plan
from tests.servers import Server, arrange

pytestmark = [pytest.mark.browser, pytest.mark.slow]

TEXTS = "/de/edit/plans/stadt/chapters/1-sprache/texts/de"
READ = "/de/plan/stadt/1-sprache"
SITS_STILL = 5_000  # milliseconds after which the page saves by itself
CLASHES = ("409",)
"""What the browser says of an autosave that came too late."""


async def a_plan() -> tuple[MadePerson, MadePerson]:
    plan = await make_plan("stadt")
    await make_chapter(plan, "Alle lernen Deutsch.", code="A1")
    term = Term(term="Teilhabe", explanation="Überall dabei sein.")
    await save_term(plan.id, "de", term, by=COMMAND, now=clock())
    return await make_person(Role.EDITOR, ""), await make_person(Role.EDITOR, "")


def open_editor(page: Page, editor: MadePerson) -> None:
    sign_in(page, editor.name, editor.password)
    page.goto(TEXTS)


def save_while_it_saves_itself(page: Page) -> None:
    """Write on and press the button before the page hears that it has saved."""
    saves = held(page, "**/autosave")
    page.fill("[name=text]", "Alle lernen Deutsch. Te")
    page.clock.run_for(SITS_STILL)
    while not saves:
        page.wait_for_timeout(50)
    page.fill("[name=text]", "Alle lernen Deutsch. Teil")
    page.get_by_role("button", name="Speichern").click()
    [(route, answer)] = saves
    route.fulfill(response=answer)
    expect(page.get_by_text("Gespeichert.")).to_be_visible()
    expect(page.locator("[name=text]")).to_have_value("Alle lernen Deutsch. Teil")
    page.unroute("**/autosave")
    page.wait_for_load_state()


def test_write_see_save_clash_and_read(server: Server, browser):
    first, second = arrange(server.url, a_plan)

    with visit(browser, server.address, size=DESK, expected=CLASHES) as page:
        page.clock.install()
        open_editor(page, first)
        save_while_it_saves_itself(page)
        page.fill("[name=text]", "Alle lernen Deutsch.\n\nTeilhabe **gilt**.")
        page.clock.run_for(SITS_STILL)
        expect(page.locator("[data-seen] strong")).to_have_text("gilt")
        expect(page.locator("[data-status]")).to_contain_text("Zwischenstand")
        assert page.input_value("[name=version]") == "4"
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
        read(page)


def read(page: Page) -> None:
    """Find the lines of an address, and a term's meaning and the way back."""
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
