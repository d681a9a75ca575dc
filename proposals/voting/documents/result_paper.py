"""A result on paper: the ranked list, how it was counted, and the seal."""

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path
from typing import Final

from lip.conference.documents.colours import ACCENT, deepened
from lip.conference.documents.compiling import WHOLE, compile_pdf
from lip.conference.documents.fonts import direction, settable
from lip.words import _, language_of, ngettext, speaking
from proposals.voting.result_table import Cell, ResultTable, result_table
from proposals.voting.result_words import (
    CHANNELS,
    METHODS,
    euros,
    number,
)
from proposals.voting.rules.result import Result

FOLDER = Path(__file__).parent / "typst"

_SHARES: Final = {
    "title": 7.0,
    "field": 3.2,
    "fate": 3.5,
    "place_in_field": 2.1,
    "passed": 2.2,
    "dots": 2.0,
    "people": 1.7,
    "lead": 1.7,
    "cost": 1.8,
}
_LEFT_OUT: Final = {"tied", "tied_in_field"}
_WORDS: Final = {"title", "field", "fate"}


def result_pdf(
    result: Result,
    *,
    conference: str,
    title: str,
    when: str,
    digest: str,
    language: str,
    accent: str = ACCENT,
) -> bytes:
    """Set a result as PDF/UA-1, in one language."""
    with speaking(language):
        table = result_table(result)
        shown = [key for key in table.keys if key not in _LEFT_OUT]
        values = {
            "lang": language,
            "rtl": language_of(language).direction == "rtl",
            "deep": deepened(accent),
            "title": settable(f"{_('Ergebnis')}: {title}"),
            "heading": _said(title),
            "conference": _said(conference),
            "words": {key: _said(words) for key, words in _sentences(digest).items()},
            "facts": [_said(fact) for fact in (when, *_facts(result)) if fact],
            "landscape": len(shown) > 8,
            "shares": [_SHARES.get(key, 1.4) for key in shown],
            "at_the_end": [key not in _WORDS for key in shown],
            "headings": [
                _said(words)
                for key, words in zip(table.keys, table.headings, strict=True)
                if key not in _LEFT_OUT
            ],
            "rows": [[_said(cell) for cell in row] for row in _rows(table)],
        }
    return compile_pdf("result", values, folder=FOLDER, root=WHOLE)


def _sentences(digest: str) -> dict[str, str]:
    return {
        "result": _("Ergebnis"),
        "page": _("Seite %(page)s von %(pages)s", page="{page}", pages="{pages}"),
        "ties": _(
            "Ein = hinter dem Platz heißt: Mehrere haben gleich viel bekommen und "
            "stehen gleichauf."
        ),
        "sealed": _("Versiegelt. Prüfsumme (SHA-256 der JSON-Datei):"),
        "digest": digest,
    }


def _facts(result: Result) -> Sequence[str]:
    people = result.participation.people
    hidden = _("verborgen")
    ways = [
        f"{_(CHANNELS[channel])}: {hidden if many is None else number(many)}"
        for channel, many in result.participation.by_channel
    ]
    spent = (
        [
            _(
                "Von %(budget)s sind %(spent)s vergeben.",
                budget=euros(result.spending.budget),
                spent=euros(result.spending.spent),
            )
        ]
        if result.spending
        else []
    )
    return [
        _(METHODS[result.asked.method]),
        ngettext(
            "%(num)s Person hat abgestimmt", "%(num)s Personen haben abgestimmt", people
        ),
        *ways,
        *spent,
    ]


def _rows(table: ResultTable) -> Sequence[Sequence[str]]:
    yes = _("ja")
    return [
        [
            _cell(key, cell, tied=row[table.keys.index(f"tied{key[5:]}")] == yes)
            if key.startswith("place")
            else _cell(key, cell)
            for key, cell in zip(table.keys, row, strict=True)
            if key not in _LEFT_OUT
        ]
        for row in table.rows
    ]


def _cell(key: str, cell: Cell, *, tied: bool = False) -> str:
    if isinstance(cell, str):
        return cell
    if isinstance(cell, Fraction):
        return number(float(cell), 1)
    if key == "number":
        return str(cell) if cell else ""
    return f"{number(cell)} =" if tied else number(cell)


def _said(text: str) -> dict[str, str]:
    clean = settable(text)
    return {"text": clean, "dir": direction(clean)}
