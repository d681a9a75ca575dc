"""A council paper as the city prints it, PDF/UA-1."""

from pathlib import Path

from babel.numbers import format_currency

from lip.conference.documents.compiling import compile_pdf
from lip.conference.documents.fonts import direction, settable
from lip.papers.documents.blocks import blocks_of
from lip.papers.rules.papers import Paper
from lip.papers.rules.printing import printed, printed_line
from lip.words import LANGUAGES, _, language_of, speaking

FOLDER = Path(__file__).parent / "typst"


def paper_pdf(paper: Paper, *, kind: str) -> bytes:
    """Set a paper in its own language; `kind` is the word that is printed large."""
    facts = paper.facts
    language = facts.language if facts.language in LANGUAGES else "de"
    with speaking(language):
        words = {
            "number": _said(_("Nr.")),
            "files": _said(_("Anzahl der Anlagen")),
            "agenda": _said(_("Zu TOP")),
            "page": _said(
                _("Seite %(page)s von %(pages)s", page="{page}", pages="{pages}")
            ),
            "year": _said(_("Jahr")),
            "amount": _said(_("Betrag")),
            "what": _said(_("Wofür")),
        }
        known = _("zur Kenntnis")
    values = {
        "lang": language,
        "rtl": language_of(language).direction == "rtl",
        "title": settable(" – ".join(filter(None, (facts.reference, facts.title)))),
        "words": words,
        "city": _lines(facts.city),
        "kind": _broken(kind),
        "recipients": [_lines(printed_line(one, known)) for one in paper.recipients],
        "reference": _said(facts.reference),
        "files": _said(paper.files_counted),
        "agenda": _said(facts.agenda_item),
        "stamp": _said(facts.stamp),
        "name": _said(facts.title),
        "subtitle": _said(facts.subtitle),
        "sections": [
            {
                "heading": _said(one.heading),
                "blocks": blocks_of(one.text),
                "costs": _costs(paper, language) if one.kind == "cost" else [],
            }
            for one in printed(paper)
        ],
        "signer": _said(facts.signer),
        "place": _said(_place(paper)),
    }
    return compile_pdf("paper", values, folder=FOLDER)


def _place(paper: Paper) -> str:
    """Say place and day as the city does: "Hannover / 26.09.2016"."""
    dated = paper.facts.dated
    day = ""
    if dated is not None:
        day = dated.first.strftime("%d.%m.%Y") if dated.is_day else str(dated.year)
    return " / ".join(filter(None, (paper.facts.place, day)))


def _costs(paper: Paper, language: str) -> list[list[dict[str, str]]]:
    locale = language.replace("-", "_")
    return [
        [
            _said(one.label),
            _said(one.year),
            _said(
                ""
                if one.cents is None
                else format_currency(one.cents / 100, "EUR", locale=locale)
            ),
        ]
        for one in paper.costs
    ]


def _said(text: str) -> dict[str, str]:
    clean = settable(text)
    return {"text": clean, "dir": direction(clean)}


def _lines(text: str) -> list[dict[str, str]]:
    return [_said(line) for line in text.splitlines() if line.strip()]


def _broken(kind: str) -> list[dict[str, str]]:
    """Break the large word as the city does: "Informations-" and "drucksache"."""
    stem, found, rest = kind.partition("drucksache")
    if not found or not stem:
        return [_said(kind)]
    return [_said(f"{stem}-"), _said(found + rest)]
