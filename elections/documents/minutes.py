"""The minutes of an election on paper, as PDF/UA-1, to be signed."""

from pathlib import Path
from typing import Any

from elections.minutes_parts import Minutes, Part
from lip.conference.documents.colours import ACCENT, deepened
from lip.conference.documents.compiling import WHOLE, compile_pdf
from lip.conference.documents.fonts import direction, settable
from lip.words import _, language_of, speaking

FOLDER = Path(__file__).parent / "typst"


def minutes_pdf(minutes: Minutes, *, language: str, accent: str = ACCENT) -> bytes:
    """Set the minutes, with a line for each signature."""
    with speaking(language):
        words = {
            "minutes": _said(_("Wahlniederschrift")),
            "page": _said(
                _("Seite %(page)s von %(pages)s", page="{page}", pages="{pages}")
            ),
            "place_and_day": _said(_("Ort, Datum")),
            "confirmed": _said(_("Für die Richtigkeit:")),
        }
        title = _("Wahlniederschrift: %(title)s", title=minutes.title)
    values = {
        "lang": language,
        "rtl": language_of(language).direction == "rtl",
        "deep": deepened(accent),
        "title": settable(title),
        "words": words,
        "name": _said(minutes.title),
        "conference": _said(minutes.conference),
        "parts": [_part(one) for one in minutes.parts],
        "signs": [_said(one) for one in minutes.signs],
    }
    return compile_pdf("minutes", values, folder=FOLDER, root=WHOLE)


def _part(one: Part) -> dict[str, Any]:
    return {
        "heading": _said(one.heading),
        "pairs": [[_said(word), _said(text)] for word, text in one.pairs],
        "exact": [[_said(word), _broken(text)] for word, text in one.exact if text],
        "lines": [_said(line) for line in one.lines if line],
        "numbered": [_said(line) for line in one.numbered],
        "sheets": [
            {
                "caption": _said(sheet.caption),
                "headings": [_said(word) for word in sheet.headings],
                "rows": [[_said(cell) for cell in row] for row in sheet.rows],
            }
            for sheet in one.sheets
        ],
    }


def _said(text: str) -> dict[str, str]:
    clean = settable(text)
    return {"text": clean, "dir": direction(clean)}


def _broken(text: str) -> dict[str, str]:
    """Let a digest break anywhere, in groups that can be read out."""
    if len(text) == 64:
        text = " ".join(text[at : at + 8] for at in range(0, 64, 8))
    return {"text": settable(text), "dir": "ltr"}
