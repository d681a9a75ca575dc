"""
From an organiser's own question to the invited person in Arabic, and the tally.

The organiser makes the usual form, adds a question with a condition, invites one
person with e-mail and one on paper; a phone opens the link and registers in two taps,
without any script; a helper counts answers without names.
"""

import re

import pytest
from playwright.sync_api import Page, expect

from lip.accounts.rules.roles import Role
from lip.conference.queries.conferences import conference_by_key
from lip.registration.actions.invite import invitation_token
from lip.registration.queries.forms import fields_of
from lip.registration.queries.invitations import invitations_of
from lip.registration.queries.statistics import questions_of
from tests.browsers import DESK, PHONE, visit
from tests.factories import KEYS, MadePerson, make_conference
from tests.journeys.halls import open_account
from tests.servers import arrange

pytestmark = [pytest.mark.browser, pytest.mark.slow]

HERE = "/de/conferences/eins/registration"


def test_from_the_form_to_the_invited_person_and_the_tally(server, browser):
    arrange(server.url, lambda: make_conference("eins"))
    organiser = open_account(server, Role.ORGANISER)

    with visit(browser, server.address, size=DESK) as page:
        sign_in(page, organiser)
        build_the_form(page)
        invite(page)
        ask_for_the_grant(page)
    token = arrange(server.url, the_token)
    with visit(
        browser, server.address, size=PHONE, locale="ar", java_script_enabled=False
    ) as phone:
        accept_in_two_taps(phone, token)
        answer_without_a_name(phone)
    with visit(browser, server.address, size=PHONE) as page:
        sign_in(page, organiser)
        tally(page)

    assert arrange(server.url, the_counts) == (1, 1, 0)
    assert arrange(server.url, the_last_field) == ("fahren-sie-rad", "wie-weit")


def sign_in(page: Page, person: MadePerson) -> None:
    page.goto("/de/sign-in")
    page.get_by_label("Name", exact=False).first.fill(person.name)
    page.locator("input[type=password]").fill(person.password)
    page.locator("main button.main").click()
    page.wait_for_url(re.compile("/desk"))


def build_the_form(page: Page) -> None:
    page.goto(HERE)
    page.get_by_role("button", name="Übliches Formular anlegen").click()
    expect(page.get_by_text("Anmeldung ist offen")).to_be_visible()
    add_question(page, "Fahren Sie Rad?", kind="yes_no")
    page.goto(f"{HERE}/fields/new")
    page.get_by_text("Nur unter einer Bedingung fragen").click()
    page.get_by_label("„Fahren Sie Rad?“ ist: ja").check()
    fill_question(page, "Wie weit?", kind="number")
    expect(page.get_by_text("„Fahren Sie Rad?“ ist: ja")).to_be_visible()


def add_question(page: Page, text: str, *, kind: str) -> None:
    page.goto(f"{HERE}/fields/new")
    fill_question(page, text, kind=kind)


def fill_question(page: Page, text: str, *, kind: str) -> None:
    page.locator("#f-label-de").fill(text)
    page.locator("#f-purpose-de").fill("Damit genug Platz für Räder ist.")
    page.locator("#f-kind").select_option(kind)
    page.get_by_role("button", name="Speichern").click()
    page.wait_for_url(re.compile("/fields$"))
    expect(page.get_by_role("heading", name=text)).to_be_visible()


def invite(page: Page) -> None:
    page.goto(f"{HERE}/invitations")
    page.get_by_text("Eine Liste", exact=True).click()
    people = "ليلى خليل; leyla@example.org; ar\nErika Vogt"
    page.get_by_label("Namen und E-Mail-Adressen").fill(people)
    page.get_by_role("button", name="Einladungen anlegen").first.click()
    expect(page.get_by_text("2 Einladungen angelegt.")).to_be_visible()
    page.get_by_role("button", name="1 Einladung verschicken").click()
    expect(page.get_by_text("1 Nachricht liegt im Postausgang.")).to_be_visible()
    expect(page.get_by_role("link", name="1 Brief ohne E-Mail drucken")).to_be_visible()


def ask_for_the_grant(page: Page) -> None:
    page.goto("/de/conferences/eins/statistics/new")
    page.locator("#f-text-de").fill("Wo wohnen Sie?")
    page.locator("#f-option-1-de").fill("Nord")
    page.locator("#f-option-2-de").fill("Süd")
    page.get_by_role("button", name="Speichern").click()
    page.wait_for_url(re.compile("/statistics$"))
    expect(page.get_by_role("heading", name="Wo wohnen Sie?")).to_be_visible()


def accept_in_two_taps(phone: Page, token: str) -> None:
    phone.goto(f"/ar/i/{token}")
    expect(phone.locator("html")).to_have_attribute("dir", "rtl")
    expect(phone.get_by_text("ليلى خليل")).to_be_visible()
    phone.locator("button[value=yes]").click()
    expect(phone).to_have_url(re.compile("/ar/t/"))
    expect(phone.locator(".ticket-name")).to_have_text("ليلى خليل")


def answer_without_a_name(phone: Page) -> None:
    phone.goto("/ar/c/eins/statistics")
    phone.get_by_label("Nord").check()
    phone.locator("main form button").click()
    expect(phone).to_have_url(re.compile("done=1"))
    assert phone.context.cookies() == []


def tally(page: Page) -> None:
    page.goto("/de/door/eins/tally")
    for _slip in range(2):
        with page.expect_navigation():
            page.get_by_role("button", name="Süd").click()
        expect(page.get_by_text("Gezählt: Süd")).to_be_visible()
    page.get_by_role("button", name="Rückgängig").click()
    expect(page.get_by_text("Gezählt: Süd")).not_to_be_visible()


async def the_token() -> str:
    place = await conference_by_key("eins")
    invited = await invitations_of(place.id)
    [one] = [each for each in invited if each.email]
    return invitation_token(one.id, keys=KEYS)


async def the_counts() -> tuple[int, ...]:
    (question,) = await questions_of((await conference_by_key("eins")).id)
    return question.numbers


async def the_last_field() -> tuple[str, str]:
    field = (await fields_of(await conference_by_key("eins")))[-1]
    assert field.shown_if is not None
    return field.shown_if.key, field.key
