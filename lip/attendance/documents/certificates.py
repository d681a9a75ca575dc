"""Certificates of attendance on paper: PDF/UA-1, each in its own language."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from lip.attendance.documents.wording import (
    said_clock,
    said_date_of,
    said_day,
    said_minutes,
)
from lip.attendance.rules.certificates import CertificateFacts
from lip.conference.documents.colours import ACCENT, deepened
from lip.conference.documents.compiling import compile_pdf
from lip.conference.documents.fonts import direction, settable
from lip.conference.documents.qr import qr_svg
from lip.conference.rules.codes import shown
from lip.said import Said
from lip.words import _, language_of, speaking

FOLDER = Path(__file__).parent / "typst"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """One certificate to be printed; `issued_at` is in the conference's own time."""

    facts: CertificateFacts
    number: int
    code: str
    url: str
    language: str
    issued_at: datetime
    home: str = "de"  # the language of the conference, where nothing else was written


def certificates_pdf(papers: Sequence[Paper], *, accent: str = ACCENT) -> bytes:
    """Set certificates, one page each unless there were very many sessions."""
    first = papers[0].language if papers else "de"
    with speaking(first):
        title = _("Teilnahmebescheinigung")
    values = {
        "lang": first,
        "rtl": language_of(first).direction == "rtl",
        "title": settable(title),
        "accent": accent,
        "deep": deepened(accent),
        "papers": [_paper(one) for one in papers],
    }
    return compile_pdf("certificates", values, folder=FOLDER)


def _paper(one: Paper) -> dict[str, Any]:
    facts = one.facts
    with speaking(one.language):
        return {
            "lang": one.language.partition("-")[0],
            "rtl": language_of(one.language).direction == "rtl",
            "words": {key: _said(text) for key, text in _words(one).items()},
            "name": _said(facts.name),
            "conference": _picked(facts.title, one),
            "place": _said(facts.place),
            "organiser": _said(facts.organiser),
            "text": _paragraphs(_picked_text(facts.text, one)),
            "signed_by": _said(facts.signed_by),
            "days": [
                {
                    "day": _said(said_day(day.day)),
                    "times": _said(f"{said_clock(day.came)} – {said_clock(day.left)}"),
                    "hours": _said(said_minutes(day.minutes)),
                }
                for day in facts.days
            ],
            "total": _said(said_minutes(facts.minutes)),
            "sessions": [
                {
                    "title": _picked(session.title, one),
                    "hours": _said(said_minutes(session.minutes)),
                }
                for session in facts.sessions
            ],
            "code": _said(shown(one.code)),
            "url": _said(one.url.partition("://")[2]),
            "svg": qr_svg(one.url),
        }


def _words(one: Paper) -> dict[str, str]:
    return {
        "heading": _("Teilnahmebescheinigung"),
        "number": _("Nr. %(number)s", number=one.number),
        "name": _("Name"),
        "took_part": _("hat teilgenommen an der Veranstaltung"),
        "presence": _("Anwesenheit"),
        "day": _("Tag"),
        "times": _("von – bis"),
        "hours": _("Dauer"),
        "total": _("Insgesamt"),
        "sessions": _("Besuchte Programmpunkte"),
        "measured": _(
            "Die Zeiten stammen vom Einlass. Zeiten außer Haus sind abgezogen."
        ),
        "issued": _("Ausgestellt am %(day)s", day=said_date_of(one.issued_at)),
        "signature": _("Unterschrift, Stempel"),
        "check": _("Echtheit prüfen"),
        "check_how": _(
            "Scannen Sie den QR-Code, oder öffnen Sie die Adresse. "
            "Dort steht, was auf diesem Blatt steht."
        ),
        "alt": _("QR-Code zum Prüfen der Bescheinigung %(code)s", code=shown(one.code)),
    }


def _said(text: str) -> dict[str, str]:
    clean = settable(text)
    return {"text": clean, "dir": direction(clean)}


def _picked(said: Said, one: Paper) -> dict[str, str]:
    return _said(said.pick(one.language, one.home).text)


def _picked_text(said: Said, one: Paper) -> str:
    return said.pick(one.language, one.home).text


def _paragraphs(text: str) -> list[dict[str, str]]:
    return [_said(line) for line in text.splitlines() if line.strip()]
