"""What is said when a rule about traces says no."""

from collections.abc import Mapping
from typing import Final

from lip.words import N_

SENTENCES: Final[Mapping[str, str]] = {
    "unknown_trace": N_(
        "Diese Spur gibt es nicht mehr. Bitte laden Sie die Seite neu."
    ),
    "trace_is_there": N_("Diese Spur gibt es schon. Sie steht in der Liste darunter."),
    "trace_in_a_circle": N_(
        "Diese Spur würde im Kreis führen. Bitte wählen Sie ein anderes Ziel."
    ),
    "trace_leads_back": N_(
        "Eine Spur führt vom Früheren zum Späteren: vom Vorschlag zum Kapitel, vom "
        "Kapitel zum Vorhaben. Bitte legen Sie sie von der anderen Seite aus."
    ),
    "trace_lines_unusable": N_(
        "Diese Zeilen gibt es nicht, der Entwurf hat %(many)s. Bitte nennen Sie die "
        "erste und die letzte Zeile, oder lassen Sie beide Felder leer."
    ),
    "trace_of_what_is_not_followed": N_(
        "Eine Spur führt zu etwas, das daraus wurde. Was nicht aufgegriffen wird, "
        "tragen Sie bitte weiter unten mit einem Grund ein."
    ),
    "trace_still_there": N_(
        "Von diesem Vorschlag führt noch eine Spur weiter. Bitte entfernen Sie sie "
        "zuerst."
    ),
    "unknown_subject": N_(
        "Das gibt es nicht, oder es ist nicht öffentlich. Bitte prüfen Sie die Adresse."
    ),
    "wish_needs_address": N_(
        "Das ist keine E-Mail-Adresse. Bitte prüfen Sie, ob etwas fehlt."
    ),
}
