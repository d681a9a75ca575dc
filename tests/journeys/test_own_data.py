"""A person reads what is stored of her and erases it; the organiser sees the proof."""

import json
from itertools import count

import pytest
from playwright.sync_api import Browser, Page, expect

from lip.accounts.rules.roles import Role
from lip.conference.actions.register import ticket_code
from lip.conference.queries.conferences import conference_by_key
from lip.conference.rules.codes import shown
from lip.conference.rules.guest import Guest
from lip.database import fetch
from lip.registration.rules.registering import Entrant, RegisteredParty
from tests.browsers import DESK, visit
from tests.factories import KEYS, MadePerson, clock, make_conference, make_person
from tests.lip.registration.parties import make_form, registered
from tests.servers import Server, arrange

pytestmark = [pytest.mark.browser, pytest.mark.slow]

GONE = ["410 (Gone)"]
keys = (f"daten-{number}" for number in count(1))


def test_she_reads_takes_along_and_erases_and_the_next_one_moves_up(
    server: Server, browser: Browser
):
    key = next(keys)
    code, person = arrange(server.url, lambda: full_house(key))
    with visit(browser, server.address, expected=GONE) as phone:
        phone.goto(f"/t/{code}")
        phone.get_by_role("link", name="Was von mir gespeichert ist").click()
        prove(phone)
        expect(phone.get_by_role("heading", level=1)).to_have_text(
            "Was über Sie gespeichert ist"
        )
        expect(phone.locator("main")).to_contain_text("halal")
        assert fields_of_the_file(phone) >= {"Vorname", "E-Mail", "Verpflegung"}

        phone.get_by_role("link", name="Meine Angaben löschen").click()
        expect(phone.locator("main")).to_contain_text("Ein Löschvermerk bleibt.")
        phone.get_by_role("button", name="Alles löschen").click()

        expect(phone.get_by_role("heading", level=1)).to_have_text(
            "Ihre Angaben sind gelöscht"
        )
        phone.goto(f"/t/{code}")
        expect(phone.locator("main")).to_contain_text("Ihre Angaben sind gelöscht")

    with visit(browser, server.address, size=DESK) as desk:
        sign_in(desk, person)
        desk.goto(f"/conferences/{key}/retention")
        records = desk.locator("section[aria-labelledby=records]")
        expect(records).to_contain_text("auf Wunsch")
        expect(records).to_contain_text("die Person selbst")
        expect(records).to_contain_text("vollständig und unverändert")
        expect(records).not_to_contain_text("Ayşe")
    assert arrange(server.url, lambda: waiting(key)) == {"Oksana": False}


def test_going_back_and_sending_again_does_no_harm(server: Server, browser: Browser):
    code, _person = arrange(server.url, lambda: full_house(next(keys)))
    with visit(browser, server.address, expected=GONE) as phone:
        phone.goto(f"/t/{code}/erase")
        prove(phone)
        phone.get_by_role("button", name="Alles löschen").click()
        expect(phone.get_by_role("heading", level=1)).to_have_text(
            "Ihre Angaben sind gelöscht"
        )

        phone.go_back()
        again = phone.get_by_role("button", name="Alles löschen")
        if again.count():  # the browser kept the page
            again.click()

        expect(phone.get_by_role("heading", level=1)).to_contain_text(
            "Ihre Angaben sind gelöscht"
        )


def prove(page: Page) -> None:
    page.get_by_label("Ihre E-Mail-Adresse oder Telefonnummer").fill("ayse@example.org")
    page.get_by_role("button", name="Weiter").click()


def fields_of_the_file(page: Page) -> set[str]:
    with page.expect_download() as waiting_for:
        page.get_by_role("link", name="Als Datei laden").click()
    told = json.loads(waiting_for.value.path().read_text(encoding="utf-8"))
    return {
        fact["field"] for one in told["data"] for row in one["rows"] for fact in row
    }


def sign_in(page: Page, person: MadePerson) -> None:
    page.goto("/sign-in")
    page.locator("input[name=name]").fill(person.name)
    page.locator("input[name=password]").fill(person.password)
    page.locator("main form button").first.click()
    page.wait_for_url("**/desk")


async def full_house(key: str) -> tuple[str, MadePerson]:
    """One place, taken; somebody waits for it, and somebody organises."""
    place = await make_conference(key)
    await make_form(place, seats=1)
    guest = Guest(given_name="Ayşe", email="ayse@example.org", diet="halal")
    first = await registered(place, people=(Entrant(guest=guest),), now=clock())
    await registered(place, "Oksana", now=clock())
    assert isinstance(first, RegisteredParty)
    code = shown(ticket_code(first.people[0], 1, keys=KEYS))
    return code, await make_person(Role.ORGANISER, key)


async def waiting(key: str) -> dict[str, bool]:
    place = await conference_by_key(key)
    rows = await fetch(
        "SELECT given_name, waiting_since FROM participant WHERE conference = ?",
        place.id,
    )
    return {row["given_name"]: row["waiting_since"] is not None for row in rows}
