"""Letters in words: fate with colour, sign and word, and when what happened."""

from datetime import datetime

from babel.dates import format_datetime

from lip.conference.queries.conferences import ConferenceFacts
from lip.mail.kept import FATE_WORDS
from lip.mail.queries.outbox import Line
from lip.mail.rules.letters import Fate
from lip.mail.sentences import TROUBLES
from lip.words import _, current_language, language_of

_SIGNS = {
    Fate.WAITING: ("note", "hourglass"),
    Fate.SENDING: ("note", "refresh"),
    Fate.SENT: ("good", "circle-check"),
    Fate.FAILED: ("bad", "ban"),
    Fate.UNCERTAIN: ("warn", "help-circle"),
    Fate.CALLED_OFF: ("", "x"),
}


def line_of(letter: Line, conference: ConferenceFacts) -> dict[str, object]:
    """Put a letter of the list into words."""
    kind, icon = _SIGNS[letter.fate]
    language = language_of(letter.language or "de")
    return {
        "id": letter.id,
        "about": letter.about,
        "name": letter.to_name,
        "address": letter.to_address,
        "subject": letter.subject,
        "lang": language.tag,
        "language": language.name,
        "fate": letter.fate.value,
        "kind": kind,
        "icon": icon,
        "word": _(FATE_WORDS[letter.fate]),
        "why": _(TROUBLES[letter.trouble]) if letter.trouble in TROUBLES else "",
        "queued": moment(letter.queued_at, conference),
        "sent": moment(letter.sent_at, conference),
        "next": moment(letter.next_try_at, conference) if letter.tries else "",
        "at": moment(letter.sent_at or letter.queued_at, conference),
    }


def moment(value: datetime | None, conference: ConferenceFacts) -> str:
    """Write a time where the conference is."""
    if value is None:
        return ""
    locale = current_language().replace("-", "_")
    return format_datetime(value, "short", tzinfo=conference.zone, locale=locale)
