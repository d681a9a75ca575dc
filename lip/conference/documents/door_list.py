"""The printed door list: a fallback with room for signatures."""

from lip.conference.documents.colours import ACCENT, deepened
from lip.conference.documents.compiling import compile_pdf
from lip.conference.documents.fitting import Box, fit
from lip.conference.documents.fonts import direction, settable
from lip.conference.rules.door_list import DoorList, in_order
from lip.words import _, language_of, ngettext, speaking

_NAME = Box(width=155, height=25, largest=10.5, bold=True)
_ORGANISATION = Box(width=128, height=25, largest=9)
"""The cells of a row in points, as `door_list.typ` draws them."""


def door_list_pdf(door_list: DoorList, *, language: str, accent: str = ACCENT) -> bytes:
    """Set the expected people in order of the alphabet, one row each, as PDF/UA-1."""
    ordered = in_order(door_list, language)
    rows = [
        {
            "number": row.number,
            "name": _fitted(row.name, _NAME),
            "organisation": _fitted(row.organisation, _ORGANISATION),
        }
        for row in ordered.rows
    ]
    with speaking(language):
        words = {key: _said(text) for key, text in _words(ordered).items()}
    values = {
        "lang": language,
        "rtl": language_of(language).direction == "rtl",
        "deep": deepened(accent),
        "title": words["title"]["text"],
        "words": words,
        "conference": _said(ordered.conference),
        "when": _said(ordered.when),
        "where": _said(ordered.where),
        "rows": rows,
        "spare": ordered.spare,
    }
    return compile_pdf("door_list", values)


def _words(door_list: DoorList) -> dict[str, str]:
    return {
        "title": _("Einlassliste: %(conference)s", conference=door_list.conference),
        "list": _("Einlassliste"),
        "people": ngettext("%(num)s Person", "%(num)s Personen", len(door_list.rows)),
        "number": _("Nr."),
        "name": _("Name"),
        "organisation": _("Organisation"),
        "present": _("Da"),
        "signature": _("Unterschrift"),
        "page": _("Seite %(page)s von %(pages)s", page="{page}", pages="{pages}"),
        "spare": _("Nicht angemeldet"),
    }


def _said(text: str) -> dict[str, str]:
    clean = settable(text)
    return {"text": clean, "dir": direction(clean)}


def _fitted(text: str, box: Box) -> dict[str, object]:
    fitted = fit(text, box)
    lines = [{"text": line, "dir": direction(line)} for line in fitted.lines]
    return {"size": fitted.size, "lines": lines}
