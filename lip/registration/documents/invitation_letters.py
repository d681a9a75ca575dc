"""Invitations and reminders in words, in the language of the person."""

from dataclasses import dataclass
from typing import Final

from lip.conference.documents.people import when_said
from lip.conference.queries.conferences import ConferenceFacts
from lip.mail.documents.letter import Link, Words, Written, write
from lip.registration.rules.forms import UNSAID
from lip.said import Said, Spoken
from lip.words import N_, _, speaking

USUAL_SUBJECT: Final = N_("Einladung: %(conference)s")
USUAL_TEXT: Final = N_(
    "wir laden Sie herzlich ein und würden uns freuen, wenn Sie kommen. "
    "Sie brauchen kein Konto und kein Passwort."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationWords:
    """What organisers say in an invitation; empty texts are the usual ones."""

    title: Said
    subject: Said = UNSAID
    text: Said = UNSAID

    def subject_in(self, language: str) -> Spoken:
        """Say the subject, the usual one where nobody wrote one in this language."""
        title = self.title.pick(language).text
        with speaking(language):
            usual = _(USUAL_SUBJECT, conference=title)
        return self._own(self.subject, language) or Spoken(text=usual, lang=language)

    def text_in(self, language: str) -> Spoken:
        """Say the text, the usual one where nobody wrote one in this language."""
        with speaking(language):
            usual = _(USUAL_TEXT)
        return self._own(self.text, language) or Spoken(text=usual, lang=language)

    def _own(self, said: Said, language: str) -> Spoken:
        return Spoken(text=said.get(language, ""), lang=language)


def invitation_letter(
    words: InvitationWords,
    conference: ConferenceFacts,
    *,
    name: str,
    language: str,
    address: str,
    again: bool = False,
) -> Written:
    """Write an invitation; `again` where it reminds of an earlier one."""
    title = words.title.pick(language)
    subject = words.subject_in(language).text
    text = words.text_in(language)
    with speaking(language):
        said = Words(
            head=title,
            subject=_("Erinnerung: %(subject)s", subject=subject) if again else subject,
            greeting=_greeting(name),
            paragraphs=[*([_again()] if again else []), text],
            facts=_facts(conference),
            button=Link(label=_("Einladung öffnen"), address=address),
            foot=(
                _(
                    "Der Link gilt nur für Sie. Geben Sie ihn nicht weiter. Sie können "
                    "dort auch absagen; dann schreiben wir Ihnen nicht noch einmal."
                ),
            ),
        )
        return write(said, language=language)


def day_before_letter(
    conference: ConferenceFacts,
    title: Said,
    *,
    name: str,
    language: str,
    ticket: str,
    programme: str,
) -> Written:
    """Write to somebody registered that the conference is tomorrow."""
    spoken = title.pick(language)
    with speaking(language):
        said = Words(
            head=spoken,
            subject=_("Morgen: %(conference)s", conference=spoken.text),
            greeting=_greeting(name),
            paragraphs=(
                _("morgen ist es so weit. Wir freuen uns auf Sie."),
                _("Bitte bringen Sie Ihr Ticket mit, auf dem Handy oder auf Papier."),
            ),
            facts=_facts(conference),
            button=Link(label=_("Ihr Ticket öffnen"), address=ticket),
            links=(Link(label=_("Programm"), address=programme),),
            closing=(
                _(
                    "Können Sie doch nicht kommen? Dann sagen Sie bitte auf der Seite "
                    "Ihres Tickets ab. So wird Ihr Platz für jemand anderen frei."
                ),
            ),
            foot=(_("Sie bekommen diese Nachricht, weil Sie angemeldet sind."),),
        )
        return write(said, language=language)


def _greeting(name: str) -> str:
    return _("Guten Tag %(name)s,", name=name) if name else _("Guten Tag,")


def _again() -> str:
    return _(
        "vor Kurzem haben wir Sie eingeladen und noch keine Antwort bekommen. "
        "Deshalb fragen wir noch einmal."
    )


def _facts(conference: ConferenceFacts) -> list[tuple[str, str]]:
    facts = ((_("Wann"), when_said(conference)), (_("Wo"), conference.place))
    return [(label, value) for label, value in facts if value]
