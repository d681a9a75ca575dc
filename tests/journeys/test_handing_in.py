"""
Handing in on a phone: in Turkish, in Arabic, without network, from two tabs, by cards.

What somebody has written survives a reload and a dead network, and is sent once.
"""

import re

import pytest
from playwright.sync_api import Page, expect

from lip.accounts.rules.roles import Role
from proposals.actions.change_collecting import link_token
from proposals.queries.proposals import ProposalFacts, shown_proposals
from tests.browsers import PATIENCE, PHONE, sideways, sign_in, visit
from tests.factories import KEYS, make_participant
from tests.journeys.halls import open_account
from tests.lip.fields.factories import make_field
from tests.proposals.collections import make_collecting
from tests.servers import Server, arrange

pytestmark = [pytest.mark.browser, pytest.mark.slow]

TURKISH = "Okullarda velilere kendi dillerinde bilgi verilsin."
ARABIC = "نحتاج إلى دورات لغة ألمانية في المساء مع رعاية للأطفال."
WRONG_CLOCK = """
  const years = 25 * 365 * 24 * 3600 * 1000;
  const now = Date.now;
  Date.now = () => now() - years;
  Date = new Proxy(Date, {
    construct: (target, given) => new target(...(given.length ? given : [Date.now()])),
  });
"""
OFFLINE = "Failed to load resource: net::ERR_INTERNET_DISCONNECTED"


def test_on_a_phone_without_network_and_by_cards(server: Server, browser):
    conference, code = arrange(server.url, prepare)
    phone = {"size": PHONE, "has_touch": True}
    with visit(browser, server.address, **phone) as page:
        in_turkish(page, f"/de/t/{code}/proposals")
    with visit(browser, server.address, locale="ar", **phone) as page:
        in_arabic_by_link(page, f"/ar/p/{link_token(conference, keys=KEYS)}")
    offline = [OFFLINE] * 40
    with visit(browser, server.address, expected=offline, **phone) as page:
        without_network(page, f"/de/t/{code}/proposals")
    moderator = open_account(server, Role.MODERATOR)
    with visit(browser, server.address) as page:
        sign_in(page, moderator.name, moderator.password)
        by_cards(page, "/de/conferences/konferenz/proposals/cards")

    kept = arrange(server.url, lambda: shown_proposals(conference.id))

    assert_all_once(kept)


async def prepare():
    conference = await make_collecting(with_link=True)
    await make_field("Bildung")
    ada = await make_participant(conference)
    return conference, "-".join(re.findall("....", ada.code))


def in_turkish(page: Page, path: str) -> None:
    """Write in Turkish on a German page; the language is found, the field offered."""
    page.goto(path)
    page.fill("[name=text]", TURKISH)
    page.click("button.main[type=submit]")
    loading = 2 * PATIENCE  # the first one waits for the model of meanings
    expect(page.locator("[data-kept]")).to_contain_text("Nr. 1", timeout=loading)
    expect(page.locator("#p1")).to_contain_text(TURKISH)
    expect(page.locator("details bdi[lang=tr]")).to_have_count(1)
    expect(page.locator("[name=text]")).to_have_value("")
    fits(page)
    page.reload()
    expect(page.locator("article.proposal")).to_have_count(1)


def in_arabic_by_link(page: Page, path: str) -> None:
    """Write in Arabic by the link without a name."""
    page.goto(path)
    assert page.get_attribute("html", "dir") == "rtl"
    page.fill("[name=text]", ARABIC)
    page.click("button.main[type=submit]")
    expect(page.locator("[data-kept]")).to_contain_text("2")
    fits(page)


def without_network(page: Page, path: str) -> None:
    """
    A draft survives a reload; what found no network goes once, from two tabs.

    The phone's clock is 25 years behind: no time of a phone decides anything.
    """
    page.context.add_init_script(WRONG_CLOCK)
    page.goto(path)
    assert page.evaluate("new Date().getFullYear()") < 2010
    page.fill("[name=text]", "Mehr Bänke im Park")
    page.reload()
    expect(page.locator("[name=text]")).to_have_value("Mehr Bänke im Park")
    second = page.context.new_page()
    second.goto(page.url)
    expect(second.locator("[name=text]")).to_have_value("Mehr Bänke im Park")
    page.context.set_offline(True)
    for one in (page, second):
        one.click("button.main[type=submit]")
        expect(one.locator("[data-later-shown]")).to_be_visible()
    page.context.set_offline(False)
    expect(page.locator("article.proposal")).to_have_count(2)
    expect(second.locator("article.proposal")).to_have_count(2)
    page.go_back()
    expect(page.locator("[name=text]")).to_have_value("")
    second.close()


def by_cards(page: Page, path: str) -> None:
    """Enter card after card with the keyboard alone; the table stays."""
    page.goto(path)
    expect(page.locator("[name=text]")).to_be_focused()
    for text in ("Kurse am Abend", "Kurse am Samstag", "Bücher auf Kurdisch"):
        page.keyboard.type(text)
        page.keyboard.press("Tab")
        if text == "Kurse am Abend":
            page.keyboard.type("Tisch 4")
        page.keyboard.press("Enter")
        expect(page.locator("[role=status]")).to_contain_text("Gespeichert als Nr.")
        expect(page.locator("[name=place]")).to_have_value("Tisch 4")
        expect(page.locator("[name=text]")).to_be_focused()
        expect(page.locator("[name=text]")).to_have_value("")


def fits(page: Page) -> None:
    assert sideways(page) <= 0


def assert_all_once(kept: list[ProposalFacts]) -> None:
    lines = sorted((one.number, one.wording.language, one.place) for one in kept)
    assert [place for _number, _language, place in lines] == [
        *("", "", "", "Tisch 4", "Tisch 4", "Tisch 4"),
    ]
    assert [language for _number, language, _place in lines[:2]] == ["tr", "ar"]
    assert len({one.wording.text for one in kept}) == len(kept) == 6
