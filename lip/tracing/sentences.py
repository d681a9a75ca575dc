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
        "Diese Zeilen gibt es nicht. Bitte nennen Sie die erste und die letzte Zeile, "
        "oder lassen Sie beide Felder leer."
    ),
    "unknown_subject": N_(
        "Das gibt es nicht, oder es ist nicht öffentlich. Bitte prüfen Sie die Adresse."
    ),
    "wish_needs_address": N_(
        "Das ist keine E-Mail-Adresse. Bitte prüfen Sie, ob etwas fehlt."
    ),
}
