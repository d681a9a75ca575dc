"""Standing on a phone in Arabic, with a photo; admitted; introduced on a wall."""

import re

import pytest
from playwright.sync_api import Page, expect

from elections.rules.terms import Quota
from lip.accounts.rules.roles import Role
from lip.conference.rules.codes import shown
from tests.browsers import PHONE, sign_in, visit
from tests.elections.polls import Hall, make_hall
from tests.journeys.halls import open_account
from tests.journeys.test_accessibility import findings
from tests.proposals.pictures import from_a_camera
from tests.servers import Server, arrange

pytestmark = [pytest.mark.browser, pytest.mark.slow]

KEY = "kandidaturen"
NAME = "أمل حداد"
SAYS = "السكن للجميع، ودورات لغة في المساء."
QUOTA = (Quota(attribute="Geschlecht", value="Frau", at_least=1),)


def test_from_a_phone_in_arabic_to_the_projector(server: Server, browser):
    hall = arrange(server.url, prepare)
    phone = {"size": PHONE, "locale": "ar", "has_touch": True, "expected": ["422"]}
    with visit(browser, server.address, **phone) as page:
        stand(page, f"/ar/t/{shown(hall.people[0].code)}/elections/1/stand")
    officer = open_account(server, Role.ELECTION_BOARD)
    with visit(browser, server.address) as page:
        sign_in(page, officer.name, officer.password)
        admit(page)
    with visit(browser, server.address, locale="ar") as page:
        introduce(page)


async def prepare() -> Hall:
    return await make_hall(
        key=KEY,
        names=("Bo",),
        voters=2,
        standing_rules=("adult",),
        quotas=QUOTA,
        speaking_seconds=1,
    )


def stand(page: Page, path: str) -> None:
    """Fill in the form; what is missing is said, and what was typed stays."""
    page.goto(path)
    assert page.get_attribute("html", "dir") == "rtl"
    assert findings(page) == []
    page.fill("[name=name]", NAME)
    page.fill("[name=statement-ar]", SAYS)
    page.click("form.form button[type=submit]")
    asked = page.locator("fieldset.wrong legend").inner_text()
    expect(page.get_by_role("alert")).to_contain_text(f"{asked}: ")
    expect(page.locator("[name=statement-ar]")).to_have_value(SAYS)
    page.check("[name=declared]")
    page.get_by_label("Frau").check()
    photo = {
        "name": "DCIM.jpg",
        "mimeType": "image/jpeg",
        "buffer": from_a_camera((900, 500)),
    }
    page.set_input_files("[name=photo]", [photo])
    page.click("form.form button[type=submit]")
    expect(page.locator(".kept-photo img")).to_be_visible()
    page.wait_for_load_state()
    expect(page.locator(".kept-photo img")).not_to_have_js_property("naturalWidth", 0)
    assert findings(page) == []
    page.goto(f"/ar/c/{KEY}/elections/1")
    expect(page.get_by_text(NAME)).to_have_count(0)


def admit(page: Page) -> None:
    page.goto(f"/de/conferences/{KEY}/elections/1/nominations")
    assert findings(page) == []
    page.get_by_role("button", name="Zulassen").click()
    expect(page.get_by_text("Nichts wartet auf Ihre Entscheidung.")).to_be_visible()


def introduce(page: Page) -> None:
    """Turn over by keyboard until she stands there, and let her time run out."""
    page.goto(f"/ar/c/{KEY}/elections/1/introductions")
    if page.locator("h1").inner_text() != NAME:
        page.keyboard.press("ArrowLeft")
    expect(page.locator("h1")).to_have_text(NAME)
    expect(page.locator("[role=timer]")).to_have_text("0:01")
    assert findings(page) == []
    page.keyboard.press("Space")
    expect(page.locator("[role=timer]")).to_have_text("0:00")
    expect(page.locator("[data-said]")).not_to_be_empty()
    page.locator("[data-reset]").click()
    expect(page.locator("[role=timer]")).to_have_text("0:01")
    expect(page.locator("[data-said]")).to_be_empty()
    expect(page.locator(".portrait")).to_have_js_property("naturalWidth", 640)
    assert re.search(r"/ar/", page.url)
