"""Posters: one page, every script, a QR code that phones read, PDF/UA."""

import io
from dataclasses import replace

import pypdf
import pypdfium2
import pytest
import zxingcpp

from lip.programme.documents.poster import PaperSize, poster_pdf
from lip.programme.rules.cards import Card
from tests.lip.programme.documents.test_share_picture import CARD, TITLES

ADDRESS = "https://konferenz.example.org/c/demo"
GERMAN = replace(CARD, subtitle="Unsere Stadt", summary="Wir reden mit. " * 6)
ARABIC = Card(
    language="ar",
    title="مؤتمر الهجرة 2026",
    title_language="ar",
    when="الجمعة، 20 نوفمبر 2026",
    doors="الدخول من الساعة 9:30",
    where="Neues Rathaus",
)
ENGLISH = replace(GERMAN, language="en", title="Migration Conference")


def pages(pdf: bytes):
    document = pypdfium2.PdfDocument(pdf)
    return [page.render(scale=1.5).to_pil().convert("L") for page in document]


@pytest.mark.parametrize(
    "cards",
    [
        [GERMAN],
        [ARABIC],
        [GERMAN, ARABIC],
        [ARABIC, GERMAN, ENGLISH],
        [replace(GERMAN, title=TITLES["endless"]), ARABIC, ENGLISH, GERMAN],
        [replace(GERMAN, summary="Sehr viel Text. " * 30, title=TITLES["endless"])],
    ],
)
@pytest.mark.parametrize("size", PaperSize)
def test_a_poster_is_one_page_whose_code_phones_read(cards, size):
    pdf = poster_pdf(cards, address=ADDRESS, size=size, funders="Gefördert vom Land")

    (picture,) = pages(pdf)
    (found,) = zxingcpp.read_barcodes(picture)
    assert found.text == ADDRESS


@pytest.mark.parametrize(
    "size, millimetres", [(PaperSize.A4, (210, 297)), (PaperSize.A3, (297, 420))]
)
def test_it_has_the_size_of_its_paper(size, millimetres):
    document = pypdfium2.PdfDocument(poster_pdf([GERMAN], address=ADDRESS, size=size))

    assert [round(side / 72 * 25.4) for side in document[0].get_size()] == list(
        millimetres
    )


def test_assistive_technology_learns_language_title_and_what_the_picture_is():
    pdf = pypdf.PdfReader(io.BytesIO(poster_pdf([ARABIC, GERMAN], address=ADDRESS)))

    catalogue = pdf.trailer["/Root"]
    assert catalogue["/Lang"] == "ar"
    assert catalogue["/MarkInfo"]["/Marked"]
    assert b"pdfuaid:part>1" in catalogue["/Metadata"].get_data()
    assert pdf.metadata is not None
    assert "مؤتمر" in str(pdf.metadata.title)


def test_everything_that_is_said_stands_on_it():
    pdf = poster_pdf([GERMAN], address=ADDRESS, funders="Gefördert vom Land")

    text = pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_range()

    for part in (
        "Migrationskonferenz",
        "Freitag, 20. November 2026",
        "Einlass ab 9:30 Uhr",
        "Trammplatz 2",
        "Unsere Stadt",
        "konferenz.example.org/c/demo",
        "Landeshauptstadt Hannover",
        "Gefördert vom Land",
    ):
        assert part in text
