"""A conference's page, from the first word to a reader in Arabic."""

import json
import re

import pytest
from playwright.sync_api import Page, expect

from lip.accounts.rules.roles import Role
from tests.browsers import DESK, visit
from tests.factories import BERLIN, clock
from tests.journeys.halls import open_account

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def sign_in(page: Page, person) -> None:
    page.goto("/sign-in")
    page.get_by_label("Anmeldename").fill(person.name)
    page.get_by_label("Passwort").fill(person.password)
    page.get_by_role("button", name="Anmelden").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ihre Aufgaben")


def make_draft(page: Page, title: str) -> None:
    page.get_by_role("link", name="Konferenz anlegen").click()
    page.get_by_label("Titel").fill(title)
    page.get_by_label("Tag", exact=True).fill(f"{clock().astimezone(BERLIN):%Y-%m-%d}")
    page.get_by_label("Einlass ab").fill("00:00")
    page.get_by_label("Einlass bis").fill("23:59")
    page.get_by_role("button", name="Konferenz anlegen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Übersicht")


def write(page: Page) -> None:
    page.get_by_role("link", name="Öffentliche Seite").first.click()
    page.get_by_text("Titel in weiteren Sprachen", exact=True).click()
    page.get_by_label(re.compile("^Titel – العربية")).fill("مؤتمر الساحة")
    page.get_by_label(re.compile("^Text – Deutsch")).fill(
        "## Warum\n\nWeil *alle* reden."
    )
    page.get_by_label("Link zu einer Karte").fill("https://karte.example/x")
    page.get_by_role("button", name="Speichern").click()
    expect(page.get_by_text("Gespeichert.")).to_be_visible()


def test_from_a_draft_to_a_reader_in_arabic(server, browser):
    team = open_account(server, Role.ORGANISER, "")
    with visit(browser, server.address, size=DESK) as desk:
        sign_in(desk, team)
        make_draft(desk, "Platz der Vielen")
        write(desk)
        with visit(browser, server.address, expected=["404"]) as stranger:
            assert stranger.goto("/c/platz-der-vielen").status == 404
        desk.get_by_role("link", name="Stand", exact=True).click()
        desk.get_by_role("button", name="Konferenz ankündigen").click()
        expect(desk.get_by_text("Jetzt: Angekündigt")).to_be_visible()
        with visit(browser, server.address, locale="ar") as phone:
            read(phone)


def read(phone: Page) -> None:
    """Find the page from the front page, in Arabic, with nothing from elsewhere."""
    phone.goto("/")
    phone.get_by_role("link", name="مؤتمر الساحة").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("مؤتمر الساحة")
    assert phone.evaluate("document.documentElement.dir") == "rtl"
    german = phone.locator('.prose[lang="de"]')
    expect(german.get_by_role("heading", name="Warum")).to_be_visible()
    way = phone.get_by_role("link", name="karte.example")
    expect(way).to_have_attribute("rel", re.compile("noopener"))
    markup = phone.locator('script[type="application/ld+json"]').inner_text()
    assert json.loads(markup)["name"] == "مؤتمر الساحة"
    assert phone.context.cookies() == []


def test_on_a_phone_all_parts_are_in_a_menu_with_words(server, browser):
    team = open_account(server, Role.ORGANISER, "")
    with visit(browser, server.address, size=DESK) as desk:
        sign_in(desk, team)
        make_draft(desk, "Schmal")
    with visit(browser, server.address) as phone:
        sign_in(phone, team)
        phone.goto("/conferences/schmal")
        menu = phone.locator(".nav-menu")
        expect(menu.locator("summary")).to_contain_text("Übersicht")
        menu.locator("summary").click()
        menu.get_by_role("link", name="Öffentliche Seite").click()

        expect(phone.get_by_role("heading", level=1)).to_have_text("Öffentliche Seite")
        expect(phone.locator(".nav-menu summary")).to_contain_text("Öffentliche Seite")
