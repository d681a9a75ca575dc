"""The notice on data as a page for the desk: PDF/UA, in any language of the site."""

from collections.abc import Mapping
from pathlib import Path

from lip.conference.documents.compiling import compile_pdf
from lip.conference.documents.fonts import direction, settable
from lip.registration.documents.notice import Notice, NoticeLine
from lip.words import _, current_language, language_of

TYPST = Path(__file__).parent / "typst"


def notice_pdf(notice: Notice) -> bytes:
    """Set a notice in the current language."""
    language = current_language()
    rtl = language_of(language).direction == "rtl"
    contact = notice.contact
    who = [
        contact.organiser or notice.conference,
        *contact.address.splitlines(),
        contact.represented_by
        and _("Vertreten durch %(name)s", name=contact.represented_by),
        contact.email,
        contact.phone,
    ]
    own = notice.own_text.text.replace("#", "").split("\n\n")
    values: dict[str, object] = {
        "lang": language,
        "rtl": rtl,
        "title": settable(notice.title),
        "heading": _said(notice.title),
        "conference": _said(notice.conference),
        "who": [_said(line) for line in who if line],
        "own": [_said(part.strip()) for part in own if part.strip()],
        "rows": [_row(line) for line in notice.lines],
        "columns": [
            _said(word)
            for word in (_("Frage"), _("Wofür"), _("Wer es sieht"), _("Wie lange"))
        ],
        "paragraphs": [[_said(head), _said(text)] for head, text in notice.paragraphs],
        "words": {
            "who": _said(_("Wer verantwortlich ist")),
            "what": _said(_("Was wir fragen, wofür, und wer es sieht")),
        },
    }
    return compile_pdf("notice", values, folder=TYPST)


def _row(line: NoticeLine) -> list[Mapping[str, str]]:
    return [
        _said(line.label.text),
        _said(line.purpose.text),
        _said(line.readers),
        _said(line.kept),
    ]


def _said(text: str) -> dict[str, str]:
    clean = settable(text)
    return {"text": clean, "dir": direction(clean)}
