"""The refusals of the outbox in sentences, and why letters did not go out."""

from collections.abc import Mapping
from typing import Final

from lip.mail.rules.letters import Trouble
from lip.words import N_

SENTENCES: Final[Mapping[str, str]] = {
    "unknown_letter": N_(
        "Diese E-Mail gibt es nicht, oder sie ist schon gelöscht. "
        "Sehen Sie in der Liste nach."
    ),
    "letter_under_way": N_(
        "Diese E-Mail wird gerade verschickt. "
        "Bitte warten Sie einige Minuten und sehen Sie dann noch einmal nach."
    ),
    "letter_already_sent": N_(
        "Diese E-Mail ist schon verschickt. Sie geht nicht noch einmal hinaus."
    ),
    "letter_changed_meanwhile": N_(
        "Mit dieser E-Mail ist inzwischen etwas anderes geschehen. "
        "Bitte laden Sie die Seite neu und entscheiden Sie dann."
    ),
}

TROUBLES: Final[Mapping[Trouble, str]] = {
    Trouble.ADDRESS_UNUSABLE: N_(
        "Die Adresse ist falsch geschrieben. "
        "Bitte berichtigen Sie sie und senden Sie noch einmal."
    ),
    Trouble.ADDRESS_BEYOND_ASCII: N_(
        "Vor dem @ stehen Zeichen, die der Mailserver nicht annimmt. "
        "Bitte tragen Sie eine andere Adresse ein, "
        "oder schicken Sie die E-Mail selbst."
    ),
    Trouble.UNREACHABLE: N_(
        "Der Mailserver war nicht zu erreichen. LIP versucht es von selbst wieder."
    ),
    Trouble.NOT_ENCRYPTED: N_(
        "Der Mailserver bietet keine sichere Verbindung. LIP verschickt nichts offen. "
        "Bitte lassen Sie LIP_SMTP_URL prüfen."
    ),
    Trouble.LOGIN_REFUSED: N_(
        "Der Mailserver lehnt die Anmeldung ab. "
        "Bitte lassen Sie Name und Passwort in LIP_SMTP_URL prüfen."
    ),
    Trouble.TOLD_TO_WAIT: N_(
        "Der Mailserver bittet um Geduld. LIP versucht es von selbst wieder."
    ),
    Trouble.REFUSED: N_(
        "Der Mailserver hat die E-Mail abgelehnt. Prüfen Sie die Adresse, "
        "und senden Sie dann noch einmal."
    ),
    Trouble.TOO_LATE: N_(
        "Die E-Mail konnte nicht rechtzeitig hinaus. "
        "Später hätte sie nichts mehr genützt."
    ),
    Trouble.GAVE_UP: N_(
        "LIP hat es mehr als drei Tage lang versucht und aufgehört. "
        "Sie können noch einmal senden."
    ),
    Trouble.NO_RECEIPT: N_(
        "Die E-Mail wurde übergeben, aber der Mailserver hat den Empfang nicht "
        "bestätigt. Damit niemand sie doppelt bekommt, sendet LIP nicht von selbst "
        "noch einmal."
    ),
    Trouble.STOPPED_MIDWAY: N_(
        "LIP wurde angehalten, während die E-Mail hinausging. "
        "Vielleicht ist sie angekommen. Damit niemand sie doppelt bekommt, sendet "
        "LIP nicht von selbst noch einmal."
    ),
}
"""Why a letter has not gone out, and what to do."""
