"""The sheet on the wall: what is voted on, with room for dots."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from lip.conference.documents.compiling import WHOLE, compile_pdf
from lip.conference.documents.fonts import direction, settable
from lip.said import Said
from lip.words import LANGUAGES, _, language_of, ngettext, speaking
from proposals.voting.rules.points import Method, Terms
from proposals.voting.rules.result import Option

FOLDER = Path(__file__).parent / "typst"
LONGEST = 260
"""What can be read from a step away."""


def dot_sheet_pdf(
    title: Said,
    options: Sequence[Option],
    terms: Terms,
    *,
    beside: Mapping[int, Sequence[str]],
    conference: str,
    language: str,
) -> bytes:
    """
    Set the options with their numbers on A3 sheets, and how many dots one has.

    `beside` are translations by position.
    """
    with speaking(language):
        labels = {
            "sheet": _("Bogen Nr."),
            "page": _("Seite %(page)s von %(pages)s", page="{page}", pages="{pages}"),
        }
        heading = _("Klebepunkte: %(title)s", title=title.pick(language).text)
    values = {
        "lang": language,
        "rtl": language_of(language).direction == "rtl",
        "title": settable(heading),
        "conference": _said(conference),
        "titles": [_said(text) for text in title.values()],
        "rules": [_said(_rule(tag, terms)) for tag in LANGUAGES],
        "labels": {key: _said(text) for key, text in labels.items()},
        "options": [
            _option(option, beside.get(option.position, ())) for option in options
        ],
    }
    return compile_pdf("dot_sheet", values, folder=FOLDER, root=WHOLE)


def _rule(tag: str, terms: Terms) -> str:
    each = terms.each if terms.method is Method.POINTS else 1
    with speaking(tag):
        dots = ngettext(
            "Sie haben %(num)s Klebepunkt.",
            "Sie haben %(num)s Klebepunkte.",
            terms.most,
        )
        most = ngettext(
            "Auf jeden Vorschlag passt einer.",
            "Auf einen Vorschlag passen bis zu %(num)s.",
            each,
        )
    return f"{dots} {most}"


def _option(option: Option, beside: Sequence[str]) -> dict[str, object]:
    texts = [*option.title.values(), *map(_shortened, beside)]
    if option.text:
        texts.insert(1, _shortened(option.text))
    return {
        "number": str(option.position),
        "titles": [_said(text) for text in texts[:4]],
    }


def _shortened(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= LONGEST else plain[:LONGEST].rstrip() + " …"


def _said(text: str) -> dict[str, str]:
    clean = settable(text)
    return {"text": clean, "dir": direction(clean)}
