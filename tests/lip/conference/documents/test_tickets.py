import io

import pypdf
import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from lip.conference.documents.tickets import ticket_pdf, ticket_png
from lip.conference.rules.tickets import Ticket

URL = "https://konferenz.example.org/t/K7QX-9MPT-W3HD"


def a_ticket(**changes) -> Ticket:
    facts = {
        "conference": "Migrationskonferenz der Region Hannover 2026",
        "when": "Samstag, 14. November 2026, 9:30 Uhr",
        "where": "Kulturzentrum Pavillon, Lister Meile 4, Hannover",
        "name": "Bahar Ahmadi",
        "code": "K7QX9MPTW3HD",
        "url": URL,
        "number": 129,
        "organiser": "Landeshauptstadt Hannover",
    }
    return Ticket(**(facts | changes))


def picture_of(ticket: Ticket) -> Image.Image:
    return Image.open(io.BytesIO(ticket_png(ticket)))


@pytest.mark.parametrize(
    "script",
    ["German", "Turkish", "Arabic", "Persian", "Ukrainian", "Vietnamese", "Tigrinya"],
)
def test_the_picture_is_read_back_by_a_scanner(names, script):
    picture = picture_of(a_ticket(name=names[script]))

    (found,) = zxingcpp.read_barcodes(picture.convert("L"))

    assert picture.size == (1080, 1350)
    assert found.text == URL


def test_the_picture_survives_what_messengers_do_to_it():
    squeezed = io.BytesIO()
    picture_of(a_ticket()).convert("RGB").resize((480, 600)).save(
        squeezed, "JPEG", quality=30
    )

    (found,) = zxingcpp.read_barcodes(Image.open(squeezed).convert("L"))

    assert found.text == URL


def test_the_picture_is_small_enough_for_any_network():
    assert len(ticket_png(a_ticket())) < 60_000


def margins(picture: Image.Image) -> tuple[int, int]:
    """Measure the white to the left and to the right of the name."""
    strip = picture.convert("L").crop((0, 418, 1080, 560))
    left, _top, right, _bottom = strip.point(lambda grey: 255 - grey).getbbox()
    return left, 1080 - right


def test_a_person_reading_from_the_right_gets_a_picture_from_the_right():
    left, right = margins(picture_of(a_ticket(language="de", name="Jo")))
    assert left < right

    left, right = margins(picture_of(a_ticket(language="ar", name="أحمد")))
    assert right < left


@pytest.mark.parametrize("name", ["W" * 80, "Maria del Carmen " * 4, "خ" * 80])
def test_a_long_name_stays_inside_the_picture(name):
    left, right = margins(picture_of(a_ticket(name=name)))

    assert min(left, right) >= 80


def test_a_long_address_is_still_read():
    url = "https://konferenz.example.org/" + "a" * 300

    (found,) = zxingcpp.read_barcodes(picture_of(a_ticket(url=url)).convert("L"))

    assert found.text == url


@settings(max_examples=12, deadline=None)
@given(text=st.text(max_size=60))
def test_no_text_breaks_a_ticket(text):
    ticket = a_ticket(name=text, where=text, conference=text, organiser=text)

    assert ticket_png(ticket)
    assert ticket_pdf(ticket, "de")


def test_the_page_is_tagged_and_says_everything(texts):
    pdf = ticket_pdf(a_ticket(), "de")

    root = pypdf.PdfReader(io.BytesIO(pdf)).trailer["/Root"]
    (page,) = texts(pdf)
    assert root["/Lang"] == "de"
    assert root["/MarkInfo"]["/Marked"]
    for said in ("Bahar Ahmadi", "K7QX-9MPT-W3HD", "Nr. 129", "Landeshauptstadt"):
        assert said in page


def test_the_code_on_the_page_is_read_back(drawn):
    (page,) = drawn(ticket_pdf(a_ticket(), "ar"), dpi=100)

    (found,) = zxingcpp.read_barcodes(page)

    assert found.text == URL
