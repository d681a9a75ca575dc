"""An hour at the door in a real browser: search, undo, stepping out, walk-ins, live."""

import re
from contextlib import ExitStack
from itertools import count

import pytest
from playwright.sync_api import Browser, Page, expect

from lip.conference.documents.qr import qr_picture
from lip.conference.rules.codes import shown
from tests.browsers import DESK, make_film, open_browser, sideways, visit
from tests.journeys.filmed import NOTING, stop_the_film, told
from tests.journeys.halls import Hall, open_hall
from tests.servers import Server

pytestmark = [pytest.mark.browser, pytest.mark.slow]

HAND_SCANNER = """
(code) => {
  const field = document.activeElement;
  let at = performance.now();
  for (const key of [...code, "Enter"]) {
    const press = { key, bubbles: true, cancelable: true };
    const event = new KeyboardEvent("keydown", press);
    Object.defineProperty(event, "timeStamp", { value: (at += 10) });
    const free = field.dispatchEvent(event);
    if (free && key !== "Enter") document.execCommand("insertText", false, key);
    if (free && key === "Enter") field.form?.requestSubmit();
  }
}
"""  # at moments that it names, because a busy machine types as slowly as a person

keys = (f"halle-{number}" for number in count(1))


@pytest.fixture
def hall(server: Server) -> Hall:
    return open_hall(server, next(keys), desks=2)


@pytest.fixture
def phone(server: Server, browser: Browser, hall: Hall):
    with visit(browser, server.address) as page:
        sign_in(page, hall.links[0])
        yield page


def sign_in(page: Page, link: str, *, prefix: str = "") -> None:
    page.goto(prefix + link)
    page.locator("main form button").click()
    page.wait_for_url("**/door/**")


def answer(page: Page, outcome: str):
    return page.locator(f'#answer[data-outcome="{outcome}"]')


def type_code(page: Page, code: str) -> None:
    page.locator("#code").fill(code)
    page.locator("#scan-form button[type=submit]").click()


def present(page: Page):
    return page.locator("[data-count=present]").first


def test_typed_code_then_the_same_again(hall, phone):
    type_code(phone, shown(hall.guests[0].code).lower())
    expect(answer(phone, "welcome")).to_contain_text("Ayşe Yıldız")
    expect(answer(phone, "welcome")).to_contain_text("Programmheft")
    phone.wait_for_timeout(1600)  # the same within this time is one scan

    type_code(phone, hall.guests[0].code)

    expect(answer(phone, "inside")).to_contain_text("durch Tisch 1")
    expect(present(phone)).to_have_text("1")


def test_every_outcome_is_colour_and_sign_and_word(hall, phone):
    seen = set()
    for code, outcome, word in (
        (hall.guests[1].code, "welcome", "Willkommen"),
        ("2345-6789-ABCD", "unknown", "Unbekannt"),
        ("Unsinn", "unknown", "Unbekannt"),
    ):
        type_code(phone, code)
        shown_answer = answer(phone, outcome)
        expect(shown_answer.locator(".answer-word")).to_contain_text(word)
        expect(shown_answer.locator(".answer-word svg")).to_be_visible()
        seen.add((outcome, colour(phone)))

    assert len({each for _, each in seen}) == 2


def colour(page: Page) -> str:
    """Look which colour fills the screen behind the answer."""
    return page.evaluate(
        """() => {
          for (let e = document.querySelector('#answer'); e; e = e.parentElement) {
            const c = getComputedStyle(e).backgroundColor;
            if (c !== 'rgba(0, 0, 0, 0)') return c;
          }
        }"""
    )


def test_name_found_by_a_part_without_accents(phone):
    phone.get_by_role("link", name="Suchen").click()
    phone.get_by_label("Teil des Namens oder Nummer").fill("yildi")
    phone.get_by_role("button", name=re.compile("Einlassen ?: Ayşe Yıldız")).click()

    expect(answer(phone, "welcome")).to_contain_text("Ayşe Yıldız")


@pytest.mark.parametrize("words", ["nguyen", "grossmann", "cinar", "الحسن", "шевч"])
def test_search_ignores_accents_and_knows_scripts(phone, words):
    phone.get_by_role("link", name="Suchen").click()
    phone.get_by_label("Teil des Namens oder Nummer").fill(words)

    expect(phone.get_by_text("1 Treffer")).to_be_visible()


def test_undo_is_within_reach(hall, phone):
    type_code(phone, hall.guests[0].code)
    expect(answer(phone, "welcome")).to_be_visible()

    phone.get_by_role("button", name="Rückgängig").click()

    expect(answer(phone, "undone")).to_contain_text("Ayşe Yıldız")
    expect(present(phone)).to_have_text("0")


def test_stepping_out_and_coming_back(hall, phone):
    type_code(phone, hall.guests[0].code)
    expect(answer(phone, "welcome")).to_be_visible()
    phone.wait_for_timeout(1600)
    type_code(phone, hall.guests[0].code)

    phone.get_by_role("button", name="Geht hinaus").click()
    expect(answer(phone, "out")).to_be_visible()
    expect(present(phone)).to_have_text("0")
    phone.get_by_role("button", name="Kommt zurück").click()

    expect(answer(phone, "returned")).to_be_visible()
    expect(present(phone)).to_have_text("1")


def test_walk_in_takes_a_first_name(phone):
    phone.get_by_role("link", name="Ohne Anmeldung").click()
    phone.get_by_label("Vorname").fill("Zoë")
    phone.get_by_role("button", name="Eintragen und einlassen").click()
    expect(answer(phone, "welcome")).to_contain_text("Zoë")
    expect(answer(phone, "welcome")).to_contain_text("Namensschild Nr. 7")


def test_other_desk_sees_counts_and_arrivals_without_reload(
    server, browser, hall, phone
):
    with visit(browser, server.address, size=DESK) as second:
        sign_in(second, hall.links[1])
        expect(present(second)).to_have_text("0")
        second.evaluate("window.kept = true")

        type_code(phone, hall.guests[2].code)

        expect(present(second)).to_have_text("1")
        expect(second.locator("#recent")).to_contain_text("فاطمة الحسن")
        expect(second.locator("#recent")).to_contain_text("Tisch 1")
        assert second.evaluate("window.kept")


def test_hand_scanner_is_heard_wherever_the_focus_is(hall, phone):
    phone.get_by_role("link", name="Suchen").click()
    expect(phone.get_by_label("Teil des Namens oder Nummer")).to_be_focused()

    ticket = f"https://lip.example.org/t/{shown(hall.guests[3].code)}"
    phone.evaluate(HAND_SCANNER, ticket)

    expect(answer(phone, "welcome")).to_contain_text("Оксана Шевченко")
    assert phone.locator("#q").input_value() == ""


def test_scan_without_network_is_kept_and_counted_once(server, browser, hall):
    cut_off = [
        "ERR_INTERNET_DISCONNECTED",
        "ERR_NETWORK_IO_SUSPENDED",
        "when fetching the script",  # the worker for later was just being fetched
    ]
    with visit(browser, server.address, expected=cut_off) as phone:
        sign_in(phone, hall.links[0])
        phone.context.set_offline(True)
        type_code(phone, hall.guests[0].code)
        expect(phone.locator("#trouble")).to_be_visible()

        phone.context.set_offline(False)

        expect(answer(phone, "welcome")).to_contain_text("Ayşe Yıldız")
        expect(present(phone)).to_have_text("1")
        expect(phone.locator("#trouble")).to_be_hidden()


def test_whole_door_without_scripts(server, browser, hall):
    with visit(browser, server.address, java_script_enabled=False) as plain:
        sign_in(plain, hall.links[0])
        type_code(plain, hall.guests[0].code)
        expect(answer(plain, "welcome")).to_contain_text("Ayşe Yıldız")
        type_code(plain, hall.guests[0].code)
        expect(answer(plain, "inside")).to_be_visible()
        plain.get_by_role("button", name="Geht hinaus").first.click()
        expect(answer(plain, "out")).to_be_visible()
        plain.get_by_role("button", name="Kommt zurück").click()
        expect(answer(plain, "returned")).to_be_visible()
        plain.get_by_label("Teil des Namens oder Nummer").fill("grossm")
        plain.locator("#search-form button").click()
        plain.get_by_role("button", name=re.compile("Jürgen Großmann")).click()
        expect(answer(plain, "welcome")).to_contain_text("Jürgen Großmann")
        plain.get_by_role("button", name="Rückgängig").click()
        expect(answer(plain, "undone")).to_be_visible()
        plain.get_by_label("Vorname").fill("Zoë")
        plain.get_by_role("button", name="Eintragen und einlassen").click()
        expect(answer(plain, "welcome")).to_contain_text("Zoë")


def test_whole_door_in_arabic_from_right_to_left(server, playwright, hall, tmp_path):
    guest = hall.guests[2]
    ticket = qr_picture(f"https://lip.example.org/t/{shown(guest.code)}", module=8)
    film = make_film(tmp_path / "ticket.mjpeg", [(ticket, 2), (None, 3.5)])
    with ExitStack() as open_things:
        camera = open_things.enter_context(open_browser(playwright, film=film))
        phone = open_things.enter_context(
            visit(camera, server.address, locale="ar", script=NOTING)
        )
        sign_in(phone, hall.links[0], prefix="/ar")
        assert phone.url.startswith(f"{server.address}/ar/door/")
        assert phone.locator("html").get_attribute("dir") == "rtl"

        phone.locator("[data-camera-start]").first.click()

        assert "فاطمة الحسن" in told(phone, "welcome")
        assert "Tisch 1" in told(phone, "inside")
        stop_the_film(phone)
        phone.locator(".door-tabs a").nth(1).click()
        phone.locator("#q").fill("yildi")
        phone.locator("#search-results button").click()
        expect(answer(phone, "welcome")).to_contain_text("Ayşe Yıldız")
        phone.locator('#answer form[action$="/undo"] button').click()
        expect(answer(phone, "undone")).to_be_visible()
        phone.locator(".door-tabs a").nth(2).click()
        phone.locator("#given_name").fill("ليلى")
        phone.locator("#walk-in form button").click()
        expect(answer(phone, "welcome")).to_contain_text("ليلى")
        assert sideways(phone) <= 0
