"""A single ticket: as a picture for messengers and as a page for the printer."""

import io
from dataclasses import dataclass, replace

from PIL import Image, ImageDraw

from lip.conference.documents.colours import (
    ACCENT,
    INK,
    PAPER,
    QUIET_INK,
    deepened,
    ink_on,
)
from lip.conference.documents.compiling import compile_pdf
from lip.conference.documents.drawing import Column, Style, draw_text, with_few_colours
from lip.conference.documents.fonts import direction, settable
from lip.conference.documents.qr import qr_picture, qr_svg
from lip.conference.rules.badges import grouped
from lip.conference.rules.tickets import Ticket
from lip.words import _, language_of, speaking

_SIZE = (1080, 1350)
_MARGIN = 90
_QR_ROOM = 580
_QR_MIDDLE = 816


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sentences:
    """What stands around the facts of a ticket, in one language."""

    number: str
    code: str
    hint: str
    help: str
    organiser: str
    alt: str


def _sentences(ticket: Ticket) -> _Sentences:
    code = grouped(ticket.code)
    organiser = ticket.organiser and _(
        "Veranstaltet von %(organiser)s", organiser=ticket.organiser
    )
    return _Sentences(
        number=_("Nr. %(number)s", number=ticket.number),
        code=code,
        hint=_("Bitte zeigen Sie diesen QR-Code am Einlass."),
        help=_("Wenn er sich nicht lesen lässt, nennen Sie Ihren Namen oder den Code."),
        organiser=organiser,
        alt=_("QR-Code zum Ticket %(code)s", code=code),
    )


def ticket_png(ticket: Ticket, *, accent: str = ACCENT) -> bytes:
    """Draw a ticket as an upright picture, in the language of the person."""
    with speaking(ticket.language):
        said = _sentences(ticket)
    picture = Image.new("RGB", _SIZE, PAPER)
    ImageDraw.Draw(picture).rectangle((0, 0, _SIZE[0], 17), fill=accent)
    _draw_head(picture, ticket, accent=deepened(accent))
    _draw_code(picture, ticket, said)
    file = io.BytesIO()
    inks = (INK, QUIET_INK, deepened(accent), accent)
    with_few_colours(picture, inks).save(file, "PNG")
    return file.getvalue()


def _column(ticket: Ticket) -> Column:
    rtl = language_of(ticket.language).direction == "rtl"
    return Column(
        left=_MARGIN,
        width=_SIZE[0] - 2 * _MARGIN,
        across="right" if rtl else "left",
        language=ticket.language,
    )


def _draw_head(picture: Image.Image, ticket: Ticket, *, accent: str) -> None:
    column = _column(ticket)
    title = Style(size=58, height=140, fill=INK, bold=True)
    facts = Style(size=34, height=84, fill=QUIET_INK)
    name = Style(size=64, height=128, fill=accent, bold=True)
    top = draw_text(picture, ticket.conference, top=76, column=column, style=title)
    top = draw_text(picture, ticket.when, top=top + 18, column=column, style=facts)
    draw_text(picture, ticket.where, top=top + 2, column=column, style=facts)
    draw_text(picture, ticket.name, top=418, column=column, style=name)


def _draw_code(picture: Image.Image, ticket: Ticket, said: _Sentences) -> None:
    qr = qr_picture(ticket.url)
    side = qr.width * (_QR_ROOM // qr.width)
    qr = qr.resize((side, side), Image.Resampling.NEAREST)
    picture.paste(qr, ((_SIZE[0] - qr.width) // 2, _QR_MIDDLE - qr.height // 2))
    column = replace(_column(ticket), across="center")
    code = Style(size=54, height=70, fill=INK, bold=True, lines=1)
    quiet = Style(size=30, height=80, fill=QUIET_INK)
    hint = Style(size=34, height=84, fill=INK)
    top = draw_text(picture, said.code, top=1064, column=column, style=code)
    top = draw_text(picture, said.number, top=top - 2, column=column, style=quiet)
    draw_text(picture, said.hint, top=top + 30, column=column, style=hint)


def ticket_pdf(ticket: Ticket, language: str, *, accent: str = ACCENT) -> bytes:
    """Set a ticket as one A5 page, PDF/UA-1."""
    with speaking(language):
        said = _sentences(ticket)
        labels = {
            "title": _("Ticket: %(conference)s", conference=ticket.conference),
            "when": _("Wann"),
            "where": _("Wo"),
            "name": _("Name"),
        }
    return compile_pdf(
        "ticket",
        {
            "lang": language,
            "rtl": language_of(language).direction == "rtl",
            "accent": accent,
            "on_accent": ink_on(accent),
            "deep": deepened(accent),
            "svg": qr_svg(ticket.url),
            "title": settable(labels["title"]),
            "labels": {key: settable(label) for key, label in labels.items()},
            **{key: _said(text) for key, text in _texts(ticket, said).items()},
        },
    )


def _texts(ticket: Ticket, said: _Sentences) -> dict[str, str]:
    return {
        "conference": ticket.conference,
        "when": ticket.when,
        "where": ticket.where,
        "name": ticket.name,
        "code": said.code,
        "number": said.number,
        "hint": said.hint,
        "help": said.help,
        "organiser": said.organiser,
        "alt": said.alt,
    }


def _said(text: str) -> dict[str, str]:
    clean = settable(text)
    return {"text": clean, "dir": direction(clean)}
