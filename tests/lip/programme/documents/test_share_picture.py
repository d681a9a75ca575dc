"""The picture beside a shared link."""

import io
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from lip.conference.documents.fitting import Box
from lip.conference.documents.fonts import width
from lip.programme.documents.share_picture import SIZE, share_picture
from lip.programme.documents.wrapping import wrapped
from lip.programme.rules.cards import Card

CARD = Card(
    language="de",
    title="Migrationskonferenz 2026",
    title_language="de",
    when="Freitag, 20. November 2026",
    doors="Einlass ab 9:30 Uhr",
    where="Neues Rathaus, Trammplatz 2, 30159 Hannover",
    organiser="Landeshauptstadt Hannover",
    series="Migrationskonferenz",
)
TITLES = {
    "short": "Fest",
    "endless": "Konferenz zur Fortschreibung des Lokalen Integrationsplans " * 6,
    "one word": "Donaudampfschifffahrtsgesellschaftskapitänskonferenzvorbereitung" * 2,
    "Arabic": "مؤتمر الهجرة 2026 في مدينة هانوفر",
    "Tigrinya": "ኮንፈረንስ ስደት 2026",
    "Ukrainian": "Конференція з питань міграції",
    "mixed": "Konferenz مؤتمر 2026 Ґалаґан",
}


def picture(card: Card, accent: str = "#14507a") -> Image.Image:
    return Image.open(io.BytesIO(share_picture(card, accent=accent))).convert("RGB")


def inked(image: Image.Image) -> tuple[int, int, int, int]:
    """The box of everything below the bar that is not white."""
    below = image.crop((0, 30, *image.size)).convert("L").point(lambda v: v < 250)
    box = below.getbbox()
    assert box is not None
    return box


@pytest.mark.parametrize("title", TITLES.values(), ids=TITLES)
@pytest.mark.parametrize("language", ["de", "ar"])
def test_every_title_stays_within_its_margins(title: str, language: str):
    image = picture(replace(CARD, title=title, language=language))

    left, _, right, bottom = inked(image)
    assert image.size == SIZE
    assert left >= 60
    assert right <= SIZE[0] - 60
    assert bottom + 30 <= SIZE[1] - 10


def test_it_is_small_enough_for_any_network():
    endless = replace(CARD, title=TITLES["endless"])

    assert max(len(share_picture(one)) for one in (CARD, endless)) < 60_000


def test_arabic_begins_on_the_right():
    text = {"title": "مؤتمر", "when": "الجمعة", "doors": "", "where": "", "series": ""}
    card = replace(CARD, language="ar", organiser="", **text)

    left, *_ = inked(picture(card))

    assert left > SIZE[0] / 2


def test_it_carries_the_colour_of_the_organiser():
    assert picture(CARD, "#aa3300").getpixel((600, 5)) == (0xAA, 0x33, 0x00)


def test_what_is_called_off_says_so_instead_of_its_series():
    off = replace(CARD, notice="Abgesagt", doors="")

    assert share_picture(off) != share_picture(replace(off, notice=""))


@given(
    st.text(alphabet="abcdefghij مؤتمر -", min_size=1, max_size=300),
    st.integers(min_value=1, max_value=5),
)
@settings(max_examples=60, deadline=None)
def test_lines_fit_their_box(text: str, most: int):
    box = Box(width=500, height=200, largest=60, lines=most, bold=True)

    setting = wrapped(text, box)

    assert len(setting.lines) <= most
    assert all(
        width(line, bold=True) * setting.size <= box.width * 1.02
        for line in setting.lines
    )
