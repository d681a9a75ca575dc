"""What is said when a rule about amendments, remarks or versions says no."""

from collections.abc import Mapping
from typing import Final

from lip.words import N_

SENTENCES: Final[Mapping[str, str]] = {
    "unknown_plan": N_(
        "Diesen Plan gibt es nicht, oder er ist noch nicht öffentlich. "
        "Bitte prüfen Sie die Adresse."
    ),
    "unknown_chapter": N_(
        "Dieses Kapitel gibt es hier nicht. Bitte wählen Sie eins aus dem Plan."
    ),
    "unknown_version": N_(
        "Eine Fassung %(number)s gibt es nicht. Bitte wählen Sie eine aus der Liste."
    ),
    "version_published_meanwhile": N_(
        "Inzwischen hat jemand anderes Fassung %(number)s veröffentlicht. "
        "Es ist keine zweite entstanden. Bitte sehen Sie sich an, was sie enthält."
    ),
    "version_incomplete": N_(
        "Für eine Fassung fehlt noch etwas. Bitte ergänzen Sie, was in der Liste steht."
    ),
    "unknown_amendment": N_(
        "Diesen Änderungsantrag gibt es hier nicht. Bitte wählen Sie einen aus der "
        "Liste."
    ),
    "amendments_closed": N_(
        "Zu diesem Plan werden gerade keine Änderungsanträge angenommen. "
        "Bitte fragen Sie die Redaktion."
    ),
    "remarks_closed": N_(
        "Zu diesem Plan werden gerade keine Anmerkungen angenommen. "
        "Bitte fragen Sie die Redaktion."
    ),
    "no_such_line": N_(
        "Diese Zeilen gibt es nicht: Das Kapitel hat %(lines)s Zeilen. "
        "Bitte geben Sie Zeilen von 1 bis %(lines)s an."
    ),
    "lines_reversed": N_(
        "Die erste Zeile steht hinter der letzten. Bitte tauschen Sie die Nummern."
    ),
    "nothing_changed": N_(
        "Der Text ist derselbe wie vorher. Bitte ändern Sie etwas daran."
    ),
    "amendment_too_long": N_(
        "Der neue Text ist zu lang. Bitte schreiben Sie höchstens %(most)s Zeichen, "
        "oder stellen Sie mehrere Änderungsanträge."
    ),
    "amendment_decided": N_(
        "Über diesen Änderungsantrag ist schon entschieden. "
        "Bitte laden Sie die Seite neu."
    ),
    "amendment_lines_changed": N_(
        "Der Entwurf hat sich an dieser Stelle inzwischen geändert. "
        "Bitte vergleichen Sie beides und übernehmen Sie den Antrag mit eigenen Worten."
    ),
    "draft_changed_meanwhile": N_(
        "Der Entwurf hat sich inzwischen geändert. Ihre Worte stehen noch im Formular. "
        "Bitte prüfen Sie, ob sie noch passen, und senden Sie sie noch einmal."
    ),
    "amendment_needs_reason": N_(
        "Bitte schreiben Sie, warum der Änderungsantrag abgelehnt wird."
    ),
    "amendment_needs_name": N_(
        "Bitte schreiben Sie, wer den Antrag stellt: ein Name, oder der Code Ihres "
        "Tickets."
    ),
    "not_your_amendment": N_(
        "Mit diesem Ticket-Code wurde der Änderungsantrag nicht gestellt. "
        "Bitte prüfen Sie den Code, oder wenden Sie sich an die Redaktion."
    ),
    "unknown_remark": N_(
        "Diese Anmerkung gibt es hier nicht. Bitte laden Sie die Seite neu."
    ),
    "remark_without_words": N_("Bitte schreiben Sie etwas in die Anmerkung."),
    "remark_too_long": N_(
        "Die Anmerkung ist zu lang. Bitte schreiben Sie höchstens %(most)s Zeichen."
    ),
}
