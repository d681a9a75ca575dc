"""A poster to be printed and hung up: title, day, place and a QR code, PDF/UA-1."""

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

from lip.conference.documents.colours import ACCENT, deepened
from lip.conference.documents.compiling import compile_pdf
from lip.conference.documents.fitting import Box
from lip.conference.documents.fonts import direction, settable
from lip.conference.documents.qr import qr_svg
from lip.programme.documents.wrapping import wrapped
from lip.programme.rules.cards import Card
from lip.words import _, language_of, speaking

_TEMPLATES: Final = Path(__file__).parent / "typst"
_TEXT_WIDTH: Final = 478.0  # points on A4
_TITLE_HEIGHTS: Final = {1: 230.0, 2: 130.0, 3: 92.0, 4: 66.0}
_TITLE_SIZES: Final = {1: 60.0, 2: 48.0, 3: 38.0, 4: 27.0}
MOST_LANGUAGES: Final = 4
"""More blocks do not fit on one page."""


class PaperSize(StrEnum):
    """On which paper a poster is printed."""

    A4 = "a4"
    A3 = "a3"


def poster_pdf(
    cards: Sequence[Card],
    *,
    address: str,
    size: PaperSize = PaperSize.A4,
    accent: str = ACCENT,
    funders: str = "",
) -> bytes:
    """Set a poster in one or several languages; the first is that of the document."""
    first = cards[0]
    with speaking(first.language):
        title = _("Plakat: %(conference)s", conference=settable(first.title))
        alt = _("QR-Code zur Seite der Konferenz: %(address)s", address=address)
    return compile_pdf(
        "poster",
        {
            "title": title,
            "lang": first.language,
            "rtl": language_of(first.language).direction == "rtl",
            "accent": accent,
            "deep": deepened(accent),
            "large": size is PaperSize.A3,
            "many": len(cards),
            "cards": [_block(card, len(cards)) for card in cards],
            "svg": qr_svg(address),
            "alt": alt,
            "address": address.partition("://")[2],
            "organiser": _said(first.organiser),
            "funders": _said(funders),
        },
        folder=_TEMPLATES,
    )


def _block(card: Card, many: int) -> dict[str, Any]:
    box = Box(
        width=_TEXT_WIDTH,
        height=_TITLE_HEIGHTS[min(many, 4)],
        largest=_TITLE_SIZES[min(many, 4)],
        lines=5 if many == 1 else 3,
        bold=True,
    )
    setting = wrapped(card.title, box)
    with speaking(card.language):
        hint = _("Programm und Anmeldung: QR-Code mit dem Handy scannen")
    return {
        "lang": card.language.partition("-")[0],
        "rtl": language_of(card.language).direction == "rtl",
        "title_lang": card.title_language.partition("-")[0],
        "lines": [_said(line) for line in setting.lines],
        "title_size": setting.size,
        "series": _said(card.notice or card.series),
        "subtitle": _said(card.subtitle),
        "summary": _said(card.summary),
        "when": _said(card.when),
        "doors": _said(card.doors),
        "where": _said(card.where),
        "hint": _said(hint),
    }


def _said(text: str) -> dict[str, str]:
    clean = settable(text)
    return {"text": clean, "dir": direction(clean)}
