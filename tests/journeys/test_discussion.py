"""Translating by ticket, discussing on a phone in Arabic, and reading what became."""

import pytest
from playwright.sync_api import Page, expect

from lip.accounts.rules.roles import Role
from lip.conference.rules.codes import shown
from tests.browsers import DESK, PHONE, sideways, sign_in, visit
from tests.factories import MadeParticipant, make_participant, make_person
from tests.proposals.collections import make_collecting, make_proposal
from tests.servers import Server, arrange

pytestmark = [pytest.mark.browser, pytest.mark.slow]

TURKISH = "Okullarda velilere kendi dillerinde bilgi verilsin."
GERMAN = "Eltern sollen in ihrer Sprache informiert werden."


def fits(page: Page) -> None:
    assert sideways(page) <= 0


async def a_conference(key: str) -> tuple[MadeParticipant, MadeParticipant]:
    conference = await make_collecting(key, comments_open=True)
    people = [await make_participant(conference) for _ in range(2)]
    await make_proposal(conference, TURKISH, language="tr", title="Okul")
    return people[0], people[1]


def test_a_bilingual_participant_translates_and_another_checks(server: Server, browser):
    ada, bo = arrange(server.url, lambda: a_conference("zweisprachig"))
    own = f"/de/t/{shown(ada.code)}/proposals/1"
    phone = {"size": PHONE, "has_touch": True}

    with visit(browser, server.address, **phone) as page:
        page.goto(f"{own}/read")
        fits(page)
        page.get_by_role("link", name="In Ihre Sprache übersetzen: Deutsch").click()
        page.wait_for_url(lambda url: not url.endswith("/read"))
        fits(page)
        assert page.input_value("[name=language]") == "de"
        expect(page.locator(".sheet [lang=tr]").last).to_have_text(TURKISH)
        page.fill("[name=text]", GERMAN)
        page.get_by_role("button", name="Übersetzung speichern").click()
        expect(page.locator("#t-de")).to_contain_text("noch ungeprüft")
        expect(page.locator("#t-de")).to_contain_text(GERMAN)
        expect(page.locator(".original")).to_have_text(TURKISH)
    with visit(browser, server.address, **phone) as page:
        page.goto(f"/de/t/{shown(bo.code)}/proposals/1/read")
        page.get_by_role("button", name="Ich kenne beide Sprachen").click()
        expect(page.locator("#t-de")).to_contain_text("übersetzt und geprüft")
    with visit(browser, server.address, java_script_enabled=False) as page:
        page.goto("/de/c/zweisprachig/proposals/1")
        expect(page.locator("#t-de .words")).to_be_visible()
        expect(page.locator(".original")).to_be_visible()


def test_a_discussion_on_a_phone_in_arabic(server: Server, browser):
    ada, bo = arrange(server.url, lambda: a_conference("diskussion"))
    phone = {"size": PHONE, "locale": "ar", "has_touch": True}

    with visit(browser, server.address, **phone) as page:
        page.goto(f"/ar/t/{shown(ada.code)}/proposals/1/read")
        assert page.get_attribute("html", "dir") == "rtl"
        fits(page)
        page.fill("[name=text]", "نعم، والأهم أن تكون الدورات قريبة من السكن.")
        page.get_by_role("button", name="إرسال التعليق").click()
        expect(page.locator("#k1 .words")).to_have_attribute("lang", "ar")
        page.reload()
        expect(page.locator(".comment")).to_have_count(1)
        fits(page)
    with visit(browser, server.address, size=PHONE, has_touch=True) as page:
        page.goto(f"/de/t/{shown(bo.code)}/proposals/1/read")
        page.fill("[name=text]", "Samstags wäre besser.")
        page.get_by_role("button", name="Kommentar senden").click()
        expect(page.locator(".comment")).to_have_count(2)
        assert page.url.endswith("#k2")
        page.get_by_role("button", name="Kommentar zurückziehen").click()
        expect(page.locator("#k2")).to_contain_text("zurückgezogen")
    with visit(browser, server.address) as page:
        page.goto("/de/c/diskussion/proposals/1")
        expect(page.locator(".comment")).to_have_count(1)


def test_a_comment_survives_a_reload_and_a_dead_network_and_goes_once(server, browser):
    _ada, bo = arrange(server.url, lambda: a_conference("funkloch"))
    offline = ["Failed to load resource: net::ERR_INTERNET_DISCONNECTED"] * 20

    with visit(browser, server.address, size=PHONE, expected=offline) as page:
        page.goto(f"/de/t/{shown(bo.code)}/proposals/1/read")
        page.fill("[name=text]", "Samstags wäre besser.")
        page.reload()
        expect(page.locator("[name=text]")).to_have_value("Samstags wäre besser.")
        page.context.set_offline(True)
        page.get_by_role("button", name="Kommentar senden").click()
        expect(page.locator("[data-later-shown]")).to_contain_text("Keine Verbindung.")
        page.context.set_offline(False)
        expect(page.locator("#k1 .words")).to_have_text("Samstags wäre besser.")
        page.reload()
        expect(page.locator(".comment")).to_have_count(1)
        expect(page.locator("[name=text]")).to_have_value("")


def test_a_reader_sees_what_became_of_a_proposal(server: Server, browser):
    arrange(server.url, lambda: a_conference("antwort"))
    editor = arrange(server.url, lambda: make_person(Role.EDITOR, "antwort"))

    with visit(browser, server.address, size=DESK) as page:
        sign_in(page, editor.name, editor.password)
        page.get_by_role("link", name="Vorschläge lesen und beantworten").click()
        page.get_by_role("link", name="Okul", exact=True).click()
        page.get_by_role("link", name="Sagen, was daraus wurde").click()
        page.check("[name=became][value=adopted_changed]")
        page.fill("[name=reason-de]", "Zuerst in acht Sprachen.")
        page.fill("[name=title-de]", "Maßnahme 4.1")
        page.get_by_role("button", name="Veröffentlichen").click()
        expect(page.locator(".way .last")).to_contain_text("Maßnahme 4.1")
    with visit(browser, server.address, size=PHONE, locale="ar") as page:
        page.goto("/ar/c/antwort/proposals")
        expect(page.locator(".badge")).to_contain_text("أُدرج مع تعديلات")
        page.get_by_role("link", name="Okul").click()
        expect(page.locator(".way li")).to_have_count(2)
        expect(page.locator(".way .last .reason")).to_have_attribute("lang", "de")
        fits(page)
