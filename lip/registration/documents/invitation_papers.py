"""Invitations on paper, for people without e-mail: one page each, with a QR code."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from lip.conference.documents.colours import ACCENT, deepened
from lip.conference.documents.compiling import compile_pdf
from lip.conference.documents.fonts import direction, settable
from lip.conference.documents.people import when_said
from lip.conference.documents.qr import qr_svg
from lip.conference.queries.conferences import ConferenceFacts
from lip.registration.documents.invitation_letters import InvitationWords
from lip.words import _, language_of, speaking

FOLDER: Final = Path(__file__).parent / "typst"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """One letter: for whom, in which language, and where its QR code leads."""

    name: str
    language: str
    address: str


def invitation_papers(
    papers: Sequence[Paper], conference: ConferenceFacts, words: InvitationWords
) -> bytes:
    """Set all letters as one PDF/UA-1, each in the language of its reader."""
    first = papers[0].language
    with speaking(first):
        title = _("Einladungen: %(conference)s", conference=conference.title)
    return compile_pdf(
        "invitations",
        {
            "lang": first,
            "rtl": language_of(first).direction == "rtl",
            "deep": deepened(ACCENT),
            "title": settable(title),
            "letters": [_letter(one, conference, words) for one in papers],
        },
        folder=FOLDER,
    )


def _letter(
    paper: Paper, conference: ConferenceFacts, words: InvitationWords
) -> dict[str, object]:
    text = words.text_in(paper.language).text
    title = words.title.pick(paper.language).text
    with speaking(paper.language):
        greeting = (
            _("Guten Tag %(name)s,", name=paper.name) if paper.name else _("Guten Tag,")
        )
        facts = [(_("Wann"), when_said(conference)), (_("Wo"), conference.place)]
        hint = _(
            "Scannen Sie diesen Code mit dem Handy. Ein Tippen genügt, und Sie sind "
            "angemeldet. Sie können dort auch absagen."
        )
        by_hand = _("Oder geben Sie diese Adresse ein:")
        nobody = _(
            "Ohne Handy: Rufen Sie uns an oder kommen Sie vorbei, wir melden Sie gern "
            "an."
        )
        alt = _("QR-Code der Einladung")
    return {
        "lang": paper.language,
        "rtl": language_of(paper.language).direction == "rtl",
        "title": _said(title),
        "subject": _said(words.subject_in(paper.language).text),
        "greeting": _said(greeting),
        "text": [_said(line) for line in text.splitlines() if line.strip()],
        "facts": [[_said(label), _said(value)] for label, value in facts if value],
        "hint": _said(hint),
        "by_hand": _said(by_hand),
        "address": settable(paper.address),
        "nobody": _said(nobody),
        "organiser": _said(conference.organiser),
        "svg": qr_svg(paper.address),
        "alt": settable(alt),
    }


def _said(text: str) -> dict[str, str]:
    clean = settable(text)
    return {"text": clean, "dir": direction(clean)}
