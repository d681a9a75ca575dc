"""Registering on a phone in Arabic, from the form to the waiting list that moves up."""

import re
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from lip.journal.rules.entries import COMMAND
from lip.registration.actions.usual_form import make_usual_form
from lip.registration.tables import RegistrationForm
from tests.browsers import PHONE, sideways, visit
from tests.factories import clock, make_conference, whole_days
from tests.lip.registration.sessions import make_session
from tests.servers import Server, arrange

pytestmark = [pytest.mark.browser, pytest.mark.slow]

FORM = "/ar/c/anmeldung/register"
UNFILLED = "Failed to load resource: the server responded with a status of 422"


async def prepare() -> None:
    """Plan a conference with three places and a session with one."""
    days = whole_days(clock() + timedelta(days=9))
    conference = await make_conference("anmeldung", days=days)
    await make_usual_form(conference, by=COMMAND, now=clock())
    here = RegistrationForm.conference == conference.id
    await RegistrationForm.update({RegistrationForm.seats: 3}).where(here)
    await make_session(conference, "Nähwerkstatt", seats=1)


def test_on_a_phone_in_arabic(server: Server, browser):
    arrange(server.url, prepare)
    phone = {"size": PHONE, "locale": "ar", "has_touch": True}
    with visit(browser, server.address, expected=[UNFILLED], **phone) as page:
        register_two(page)
        own = see_ticket(page)
        change(page)
        leave_and_join_session(page)
    with visit(browser, server.address, **phone) as third:
        last_place = register_alone(third, "Cem")
        expect(third.locator(".ticket-card .qr")).to_be_visible()
        assert last_place
    with visit(browser, server.address, **phone) as fourth:
        waiting = register_alone(fourth, "Dua")
        expect(fourth.locator(".ticket-card .badge.warn")).to_be_visible()
        fourth.goto(waiting)
        expect(fourth.locator("img.qr")).to_have_count(0)
        with visit(browser, server.address, **phone) as page:
            cancel(page, own)
        fourth.reload()
        expect(fourth.locator("img.qr")).to_be_visible()


def register_two(page: Page) -> None:
    """Register two people and one session; what is missing is said and kept."""
    page.goto(FORM)
    assert page.get_attribute("html", "dir") == "rtl"
    fits(page)
    page.fill("[name=p1_given_name]", "أمل")
    expect(page.locator("[name=p1_ages]")).to_be_hidden()
    page.fill("[name=p1_childcare]", "2")
    page.fill("[name=p1_ages]", "3 و7")
    expect(page.locator("[name=p1_consent]")).to_be_hidden()
    page.check("[name=p1_diet][value=halal]")
    expect(page.locator("[name=p1_consent]")).to_be_visible()
    page.check("[name=p1_sessions] >> nth=0")
    page.click("[name=add_person]")
    expect(page.locator(".person")).to_have_count(2)
    expect(page.locator("[name=p1_given_name]")).to_have_value("أمل")
    page.fill("[name=p2_given_name]", "نور")
    page.click("button.main.wide")
    expect(page.locator("[role=alert] li")).to_have_count(1)
    page.check("[name=p1_consent]")
    page.click("button.main.wide")
    expect(page.locator(".ticket-card")).to_have_count(2)
    fits(page)


def see_ticket(page: Page) -> str:
    """Open the ticket of the first person."""
    page.locator(".ticket-card a.main").first.click()
    expect(page.locator("img.qr")).to_be_visible()
    expect(page.locator(".ticket-name")).to_have_text("أمل")
    fits(page)
    return page.url


def change(page: Page) -> None:
    """Change an answer on the own page."""
    page.click('a[href$="/change"]')
    expect(page.locator("[name=p1_ages]")).to_have_value("3 و7")
    page.fill("[name=p1_family_name]", "حداد")
    page.click("form.register button.main")
    expect(page.locator(".ticket-name")).to_have_text("أمل حداد")


def leave_and_join_session(page: Page) -> None:
    """Leave the session and take the place again."""
    session = page.locator(".own-sessions li")
    expect(session.locator(".badge.good")).to_be_visible()
    session.locator("form button").click()
    page.wait_for_load_state()
    expect(session.locator(".badge.good")).to_have_count(0)
    session.locator("form button").click()
    expect(session.locator(".badge.good")).to_be_visible()


def register_alone(page: Page, name: str) -> str:
    """Register one person, go back and forth, and give the address of her page."""
    page.goto(FORM)
    page.fill("[name=p1_given_name]", name)
    page.click("button.main.wide")
    expect(page.locator(".ticket-card")).to_have_count(1)
    page.go_back()
    expect(page.locator("form.register")).to_be_visible()
    page.go_forward()
    expect(page.locator(".ticket-card")).to_have_count(1)
    link = page.locator(".ticket-card a.main").get_attribute("href")
    assert link
    assert re.search(r"/ar/t/[2-9A-Z-]{14}$", link)
    return link


def cancel(page: Page, address: str) -> None:
    """Cancel with the question in between."""
    page.goto(address)
    page.click('a[href$="/cancel"]')
    page.click("button.bad")
    expect(page.locator(".notice.bad")).to_be_visible()
    page.wait_for_load_state()
    expect(page.locator("img.qr")).to_have_count(0)


def fits(page: Page) -> None:
    """Nothing runs over the edge of a small phone."""
    assert sideways(page) <= 0
