"""
What people are told about their data: at each field, on the page, on paper.

Everything is made from the fields themselves, so that it is true however the form is
changed. What Art. 13 GDPR wants beyond that is said in plain sentences.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from babel.dates import format_date

from lip.conference.queries.conferences import ConferenceFacts
from lip.registration.rules.field_kinds import Reader
from lip.registration.rules.forms import UNSAID, FieldFacts, FormFacts
from lip.said import Said, Spoken
from lip.words import N_, _, current_language

READERS: Final[Mapping[Reader, str]] = {
    Reader.ORGANISERS: N_("nur das Organisationsteam"),
    Reader.DOOR: N_("Organisationsteam und Einlass"),
    Reader.BADGE: N_("alle, auf Ihrem Namensschild"),
    Reader.INTERPRETERS: N_("Organisationsteam; die Dolmetschenden nur als Zahl"),
    Reader.CHILDCARE: N_("Organisationsteam und Kinderbetreuung"),
    Reader.KITCHEN: N_("Organisationsteam; die Küche nur als Zahl"),
}
"""Who sees an answer, in words."""

WHY: Final = (
    N_("Wozu und auf welcher Grundlage"),
    N_(
        "Wir brauchen die Angaben, um die Konferenz zu veranstalten, zu der Sie sich "
        "anmelden (Art. 6 Abs. 1 Buchst. b DSGVO). Wofür genau, steht bei jeder Frage."
    ),
)
SENSITIVE: Final = (
    N_("Besonders geschützte Angaben"),
    N_(
        "Angaben zur Gesundheit oder zum Essen speichern wir nur, wenn Sie "
        "ausdrücklich zustimmen (Art. 9 Abs. 2 Buchst. a DSGVO). Sie liegen getrennt "
        "von den anderen. Sie können Ihre Zustimmung jederzeit zurücknehmen; dann "
        "löschen wir sie."
    ),
)
FREE: Final = (
    N_("Freiwillig"),
    N_(
        "Sie müssen nur sagen, was verlangt ist. Auch ohne E-Mail und Telefon bekommen "
        "Sie ein Ticket."
    ),
)
PASSED_ON: Final = (
    N_("Weitergabe"),
    N_(
        "Ihre Angaben sehen nur die Menschen, die bei der Frage genannt sind. Dieses "
        "Programm schickt sie an niemanden sonst. Eine E-Mail an Sie geht über den "
        "Mail-Dienst des Veranstalters. Keine Maschine entscheidet über Sie."
    ),
)
RIGHTS: Final = (
    N_("Ihre Rechte"),
    N_(
        "Sie können sehen, was wir von Ihnen speichern, es ändern und löschen lassen: "
        "auf der Seite Ihres Tickets oder beim Veranstalter. Sie können der "
        "Verarbeitung widersprechen, sie einschränken lassen, Ihre Angaben als Datei "
        "bekommen und sich bei einer Aufsichtsbehörde für Datenschutz beschweren."
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeLine:
    """What is said of one field."""

    label: Spoken
    purpose: Spoken
    readers: str
    kept: str
    sensitive: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Who answers for the data, and how to reach them."""

    organiser: str
    address: str = ""
    represented_by: str = ""
    email: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """What Art. 13 GDPR wants people to know, in the current language."""

    title: str
    conference: str
    contact: Contact
    own_text: Spoken
    lines: Sequence[NoticeLine]
    paragraphs: Sequence[tuple[str, str]]


def notice_of(
    form: FormFacts | None, conference: ConferenceFacts, contact: Contact
) -> Notice:
    """Make the notice of a form in the current language; without one it is short."""
    own = form.notice if form else UNSAID
    fields = form.fields if form else ()
    return Notice(
        title=_("Was mit Ihren Daten geschieht"),
        conference=conference.title,
        contact=contact,
        own_text=own.pick(current_language(), conference.language),
        lines=[line_of(field, conference) for field in fields],
        paragraphs=_paragraphs(fields),
    )


def line_of(field: FieldFacts, conference: ConferenceFacts) -> NoticeLine:
    """Say of one field what for, who sees it, and until when it is kept."""
    return NoticeLine(
        label=picked(field.label, conference),
        purpose=picked(field.purpose, conference),
        readers=_(READERS[field.seen_by]),
        kept=kept_words(field, conference),
        sensitive=field.sensitive,
    )


def picked(said: Said, conference: ConferenceFacts) -> Spoken:
    """Pick a text in the page's language, else in the conference's, else any."""
    return said.pick(current_language(), conference.language)


def kept_until(field: FieldFacts, conference: ConferenceFacts) -> date | None:
    """Tell the last day of an answer; None: as long as the guest list."""
    last = max((doors.day for doors in conference.days), default=None)
    days = conference.needs_kept_days if field.is_need else field.kept_days
    if last is None or not (days or field.is_need):
        return None
    return last + timedelta(days=days)


def kept_words(field: FieldFacts, conference: ConferenceFacts) -> str:
    """Say until when an answer is kept."""
    until = kept_until(field, conference)
    if until is None:
        return _("so lange wie die Gästeliste")
    return _("bis %(day)s", day=day_words(until))


def day_words(day: date) -> str:
    """Write a day."""
    return format_date(day, "long", locale=current_language().replace("-", "_"))


def consent_words(
    fields: Sequence[FieldFacts], conference: ConferenceFacts, organiser: str
) -> str:
    """Say what somebody agrees to who answers these; empty when there are none."""
    if not fields:
        return ""
    ends = [end for field in fields if (end := kept_until(field, conference))]
    return _(
        "Ich bin einverstanden, dass „%(organiser)s“ meine Antworten auf diese Fragen "
        "speichert und nur für den dort genannten Zweck verwendet: %(questions)s. "
        "Sie werden spätestens nach dem %(day)s gelöscht. Ich kann das jederzeit auf "
        "der Seite meines Tickets zurücknehmen.",
        organiser=organiser or conference.title,
        questions=" · ".join(picked(field.label, conference).text for field in fields),
        day=day_words(max(ends)) if ends else _("Ende der Konferenz"),
    )


def _paragraphs(fields: Sequence[FieldFacts]) -> Sequence[tuple[str, str]]:
    sensitive = any(field.sensitive for field in fields)
    parts = [WHY, *([SENSITIVE] if sensitive else []), FREE, PASSED_ON, RIGHTS]
    return [(_(head), _(text)) for head, text in parts]
