"""The attendance list on paper, to be signed or with the times of presence."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from lip.attendance.documents.list_words import COLUMN_WORDS
from lip.attendance.rules.lists import ListColumn
from lip.conference.documents.colours import ACCENT, deepened
from lip.conference.documents.compiling import compile_pdf
from lip.conference.documents.fonts import direction, settable
from lip.words import _, language_of, ngettext, speaking

FOLDER = Path(__file__).parent / "typst"

_SHARES: Final[Mapping[ListColumn, float]] = {
    ListColumn.NUMBER: 1.1,
    ListColumn.NAME: 5,
    ListColumn.ORGANISATION: 4.5,
    ListColumn.ROLE: 2.5,
    ListColumn.LANGUAGE: 2,
    ListColumn.EMAIL: 4.5,
    ListColumn.CAME: 1.6,
    ListColumn.LEFT: 1.6,
    ListColumn.TIME: 3.2,
    ListColumn.SIGNATURE: 5,
}
_AT_THE_END = {ListColumn.NUMBER, ListColumn.TIME}


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPaper:
    """The list with its head; `rows` are cells in the order of the columns."""

    conference: str
    organiser: str
    funders: str
    of: str
    when: str
    where: str
    columns: tuple[ListColumn, ...]
    rows: Sequence[tuple[str, ...]]


def attendance_list_pdf(
    paper: ListPaper, *, language: str, accent: str = ACCENT
) -> bytes:
    """Set the people of a list, one row each, as PDF/UA-1."""
    with speaking(language):
        words = {key: _said(text) for key, text in _words(paper).items()}
        headings = [_said(_(COLUMN_WORDS[one])) for one in paper.columns]
    values = {
        "lang": language,
        "rtl": language_of(language).direction == "rtl",
        "deep": deepened(accent),
        "title": words["title"]["text"],
        "words": words,
        "facts": [
            _said(text)
            for text in (paper.when, paper.where, words["people"]["text"])
            if text
        ],
        "conference": _said(paper.conference),
        "organiser": _said(paper.organiser),
        "funders": _said(paper.funders),
        "of": _said(paper.of),
        "landscape": sum(_SHARES[one] for one in paper.columns) > 18,
        "shares": [_SHARES[one] for one in paper.columns],
        "at_the_end": [one in _AT_THE_END for one in paper.columns],
        "tall": ListColumn.SIGNATURE in paper.columns,
        "headings": headings,
        "rows": [[_said(cell) for cell in row] for row in paper.rows],
    }
    return compile_pdf("attendance_list", values, folder=FOLDER)


def _words(paper: ListPaper) -> dict[str, str]:
    return {
        "title": _("Anwesenheitsliste: %(conference)s", conference=paper.conference),
        "list": _("Anwesenheitsliste"),
        "people": ngettext("%(num)s Person", "%(num)s Personen", len(paper.rows)),
        "page": _("Seite %(page)s von %(pages)s", page="{page}", pages="{pages}"),
        "measured": _(
            "Auf dieser Liste stehen nur Menschen, die am Einlass erfasst wurden."
        ),
        "confirmed": _("Die Angaben sind richtig:"),
        "place_and_day": _("Ort, Datum"),
        "signature": _("Unterschrift der Organisation"),
    }


def _said(text: str) -> dict[str, str]:
    clean = settable(text)
    return {"text": clean, "dir": direction(clean)}
