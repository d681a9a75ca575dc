"""Letters about places in words: the ticket, the waiting list, moving up."""

from dataclasses import dataclass

from lip.conference.documents.people import when_said
from lip.conference.queries.conferences import ConferenceFacts
from lip.mail.documents.letter import Link, Words, Written, write
from lip.registration.rules.letters_due import LetterDue
from lip.said import Spoken
from lip.words import _, speaking


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressed:
    """Who is written to, in which language, and where her own page is."""

    name: str
    language: str
    address: str


def place_letter(
    kind: LetterDue, to: Addressed, conference: ConferenceFacts, title: Spoken
) -> Written:
    """Write about a place at the conference."""
    with speaking(to.language):
        subject, paragraphs = _said(kind, title.text)
        words = Words(
            head=title,
            subject=subject,
            greeting=_greeting(to.name),
            paragraphs=paragraphs,
            facts=_facts(conference),
            button=Link(label=_("Ihre Seite öffnen"), address=to.address),
            closing=(
                _(
                    "Auf Ihrer Seite können Sie Ihre Angaben ändern und absagen. Wer "
                    "diesen Link hat, kann das auch. Geben Sie ihn nicht weiter."
                ),
            ),
            foot=(_("Sie bekommen diese Nachricht, weil Sie angemeldet sind."),),
        )
        return write(words, language=to.language)


def session_letter(
    to: Addressed, conference: ConferenceFacts, title: Spoken, session: Spoken
) -> Written:
    """Write that somebody has moved up in a session."""
    with speaking(to.language):
        words = Words(
            head=title,
            subject=_("Sie haben einen Platz: %(session)s", session=session.text),
            greeting=_greeting(to.name),
            paragraphs=(
                _("ein Platz ist frei geworden. Sie sind jetzt dabei bei:"),
                session,
            ),
            facts=_facts(conference),
            button=Link(label=_("Ihre Seite öffnen"), address=to.address),
            foot=(_("Sie bekommen diese Nachricht, weil Sie angemeldet sind."),),
        )
        return write(words, language=to.language)


def _said(kind: LetterDue, title: str) -> tuple[str, tuple[str, ...]]:
    match kind:
        case LetterDue.WAITING:
            return _("Warteliste: %(conference)s", conference=title), (
                _("danke für Ihre Anmeldung. Zurzeit sind alle Plätze vergeben."),
                _(
                    "Wird ein Platz frei, rücken Sie von selbst nach. Wir schreiben "
                    "Ihnen dann."
                ),
            )
        case LetterDue.MOVED_UP:
            return _("Sie haben einen Platz: %(conference)s", conference=title), (
                _("ein Platz ist frei geworden. Sie sind jetzt dabei."),
                _(
                    "Ihr Ticket liegt bei. Zeigen Sie es am Einlass, auf dem Handy "
                    "oder auf Papier."
                ),
            )
        case _:
            return _("Ihr Ticket: %(conference)s", conference=title), (
                _("danke für Ihre Anmeldung. Sie sind dabei."),
                _(
                    "Ihr Ticket liegt bei. Zeigen Sie es am Einlass, auf dem Handy "
                    "oder auf Papier."
                ),
            )


def _greeting(name: str) -> str:
    return _("Guten Tag %(name)s,", name=name) if name else _("Guten Tag,")


def _facts(conference: ConferenceFacts) -> tuple[tuple[str, str | Spoken], ...]:
    place = Spoken(text=conference.place, lang=conference.language)
    facts = ((_("Wann"), when_said(conference)), (_("Wo"), place))
    return tuple((label, value) for label, value in facts if value)
