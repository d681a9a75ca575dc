import dataclasses
import io
import itertools

import pypdfium2
import pytest

from lip.conference.documents.badges import badges_pdf
from lip.conference.rules.badges import USUAL, Badge, grouped

ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"

NAMES = {
    "German": "Jörg Weiß-Müller",
    "Turkish": "İbrahim Işıl Şahinoğlu",
    "Arabic": "أحمد الخطيب",
    "Persian": "زهرا رضایی‌پور",
    "Ukrainian": "Єлизавета Ґалаґан-Їжак",
    "Vietnamese": "Nguyễn Thị Ánh Nguyệt",
    "Tigrinya": "ሓጎስ ገብረሂወት",
}


def code_number(number: int) -> str:
    digits = []
    number = number * 7919 + 10**15
    for _ in range(12):
        number, digit = divmod(number, len(ALPHABET))
        digits.append(ALPHABET[digit])
    return "".join(digits)


def a_badge(number: int = 1, **changes) -> Badge:
    code = code_number(number)
    badge = Badge(
        name="Bahar Ahmadi",
        organisation="Integrationsbeirat Nord",
        role="Delegierte",
        languages=("de", "fa"),
        code=code,
        url=f"https://konferenz.example.org/t/{grouped(code)}",
        number=number,
        conference="Migrationskonferenz 2026",
        day="Sa, 14. November",
    )
    return dataclasses.replace(badge, **changes)


def drawn(pdf: bytes, *, dpi: int = 150):
    document = pypdfium2.PdfDocument(pdf)
    return [page.render(scale=dpi / 72).to_pil().convert("L") for page in document]


def texts(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(io.BytesIO(pdf))
    return [page.get_textpage().get_text_range() for page in document]


@pytest.fixture(name="a_badge")
def _a_badge():
    return a_badge


@pytest.fixture
def names():
    return NAMES


@pytest.fixture(name="drawn")
def _drawn():
    return drawn


@pytest.fixture(name="texts")
def _texts():
    return texts


@pytest.fixture(scope="session")
def two_hundred() -> list[Badge]:
    names = itertools.cycle(NAMES.values())
    return [a_badge(number, name=next(names)) for number in range(1, 201)]


@pytest.fixture(scope="session")
def sheet(two_hundred) -> bytes:
    return badges_pdf(two_hundred, format=USUAL, language="de")


@pytest.fixture(scope="session")
def sheet_pictures(sheet):
    return drawn(sheet, dpi=150)
