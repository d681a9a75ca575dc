"""
From the organiser's Excel list to the person in the hall, with nothing left out.

The list is read in through the pages, the badges are printed, one badge of the PDF is
held before the camera of a helper's phone, and the phone says welcome.
"""

import csv
import io
import re
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Page, expect

from lip.accounts.rules.roles import Role
from lip.conference.rules.badges import USUAL
from lip.conference.rules.codes import read_code
from lip.sample.people import sample_guests
from tests.browsers import DESK, make_film, open_browser, visit
from tests.factories import BERLIN, MadePerson, clock
from tests.journeys.filmed import NOTING, stop_the_film, told
from tests.journeys.halls import name_behind, open_account

pytestmark = [pytest.mark.browser, pytest.mark.slow]

REAL_LIST = (
    Path(__file__).parents[3]
    / "shared/data/imports/teilnehmende_excel_de_utf8bom_semikolon.csv"
)
HEADINGS = (
    *("Nr.", "Anrede", "Vorname", "Nachname", "Organisation", "E-Mail", "Telefon"),
    *("Sprache", "Dolmetschen", "Kinderbetreuung (Anzahl)", "Barrierefreiheit"),
    *("Verpflegung", "Workshop", "Stimmberechtigt", "Bemerkung"),
)
PER_MM = 200 / 25.4  # pixels, at 200 dpi


@dataclass(frozen=True, slots=True, kw_only=True)
class GuestList:
    """The list that an organiser has; `good` lines are beyond doubt."""

    path: Path
    good: int


@pytest.fixture(params=["own", "real"])
def guest_list(request, tmp_path) -> GuestList:
    """As Excel writes it in Germany; two lines of the real one may be doubles."""
    if request.param == "real":
        if not REAL_LIST.exists():
            pytest.skip("the real list is not beside this tree (../shared/data)")
        return GuestList(path=REAL_LIST, good=198)
    written = io.StringIO()
    table = csv.DictWriter(written, HEADINGS, delimiter=";", restval="")
    table.writeheader()
    for number, guest in enumerate(sample_guests(200), start=1):
        table.writerow({
            "Nr.": number,
            "Vorname": guest.given_name,
            "Nachname": guest.family_name,
            "Organisation": guest.organisation,
            "Sprache": guest.language,
            "Stimmberechtigt": "ja" if guest.may_vote else "",
        })
    path = tmp_path / "gaeste.csv"
    path.write_text(written.getvalue(), encoding="utf-8-sig")
    return GuestList(path=path, good=200)


def test_from_the_list_to_the_welcome(
    server, playwright, browser, guest_list, tmp_path
):
    organiser = open_account(server, Role.ORGANISER)
    with visit(browser, server.address, size=DESK) as page:
        sign_in(page, organiser)
        announce(page, title=f"Konferenz mit {guest_list.good} Gästen")
        read_in(page, guest_list)
        sheet = print_badges(page, guest_list)
        badge, code = cut_badge(sheet, number=3)
        link = make_link(page)

    film = make_film(tmp_path / "badge.mjpeg", [(badge, 2), (None, 3.5)])
    with (
        open_browser(playwright, film=film) as with_camera,
        visit(with_camera, server.address, script=NOTING) as phone,
    ):
        phone.goto(link)
        phone.get_by_role("button", name="Dieses Telefon anmelden").click()
        phone.get_by_role("button", name="Kamera einschalten").first.click()

        since_when_and_where = r"Seit \d\d:\d\d Uhr, durch Tisch 1"
        assert name_behind(server, code) in told(phone, "welcome")
        assert re.search(since_when_and_where, told(phone, "inside"))
        stop_the_film(phone)
        phone.get_by_role("button", name="Bild der Kamera groß zeigen").click()
        phone.get_by_role("button", name="Kamera ausschalten").click()
        expect(phone.locator("[data-count=present]").first).to_have_text("1")


def sign_in(page: Page, person: MadePerson) -> None:
    page.goto("/")
    page.get_by_role("link", name="Anmelden").first.click()
    page.get_by_label("Anmeldename").fill(person.name)
    page.get_by_label("Passwort").fill(person.password)
    page.get_by_role("button", name="Anmelden").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ihre Aufgaben")


def announce(page: Page, *, title: str) -> None:
    """Announce a conference of today; its key is made from the title."""
    page.get_by_role("link", name="Konferenz anlegen").click()
    page.get_by_label("Titel").fill(title)
    page.get_by_label("Tag", exact=True).fill(f"{clock().astimezone(BERLIN):%Y-%m-%d}")
    page.get_by_label("Einlass ab").fill("00:00")
    page.get_by_label("Einlass bis").fill("23:59")
    page.get_by_role("button", name="Konferenz anlegen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Übersicht")


def read_in(page: Page, guest_list: GuestList) -> None:
    page.get_by_role("link", name="Gästeliste").first.click()
    page.get_by_role("link", name="Liste einlesen").first.click()
    page.get_by_label("Ihre Gästeliste").set_input_files(guest_list.path)
    page.get_by_role("button", name="Hochladen und ansehen").click()
    page.get_by_role("button", name="Weiter zur Prüfung").click()
    page.get_by_role("button", name="Jetzt einlesen").click()
    expect(
        page.get_by_text(f"{guest_list.good} Personen sind hinzugekommen.")
    ).to_be_visible()


def print_badges(page: Page, guest_list: GuestList) -> bytes:
    page.get_by_role("link", name="Weiter: Namensschilder drucken").click()
    expect(
        page.get_by_text(f"{guest_list.good} Namensschilder sind gewählt.")
    ).to_be_visible()
    button = page.get_by_role("button", name="PDF öffnen")
    address = button.evaluate(
        "b => b.formAction + '?' + new URLSearchParams(new FormData(b.form))"
    )
    sheet = page.request.get(address)
    assert sheet.headers["content-type"] == "application/pdf"
    return sheet.body()


def cut_badge(sheet: bytes, *, number: int) -> tuple[Image.Image, str]:
    """Cut one badge out of the first sheet, and read the code on it."""
    page = pypdfium2.PdfDocument(sheet)[0]
    picture = page.render(scale=200 / 72).to_pil()
    left, top = list(USUAL.cells())[number]
    width, height = USUAL.badge
    box = (left, top, left + width, top + height)
    badge = picture.crop(tuple(round(each * PER_MM) for each in box))
    [found] = zxingcpp.read_barcodes(badge)
    code = read_code(found.text)
    assert code is not None
    return badge, code


def make_link(page: Page) -> str:
    page.locator(".nav summary", has_text="Gäste und Einlass").click()
    page.get_by_role("link", name="Zugänge").first.click()
    page.get_by_label("Platz", exact=True).fill("Tisch 1")
    page.get_by_role("button", name="QR-Code zeigen").click()
    link = page.locator("[data-copied]").inner_text()
    picture = page.locator("img.qr").screenshot()
    [shown] = zxingcpp.read_barcodes(Image.open(io.BytesIO(picture)))
    assert shown.text == link
    return link
