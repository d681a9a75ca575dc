"""What is said when a rule about projects and news says no."""

from collections.abc import Mapping
from typing import Final

from lip.words import N_

SENTENCES: Final[Mapping[str, str]] = {
    "unknown_project": N_(
        "Dieses Projekt gibt es nicht, oder es ist nicht öffentlich."
    ),
    "unknown_news": N_("Diese Nachricht gibt es nicht, oder sie ist nicht öffentlich."),
    "unknown_event_conference": N_(
        "Diese Konferenz gibt es nicht mehr. Bitte wählen Sie eine andere oder keine."
    ),
    "page_was_public": N_(
        "Diese Seite wurde schon einmal veröffentlicht. Darum bleibt sie erhalten. "
        "Sie können sie aus der Öffentlichkeit nehmen."
    ),
    "page_has_traces": N_(
        "Zu dieser Seite führen Spuren, oder von ihr weiter. Wenn Sie sie wirklich "
        "löschen möchten, entfernen Sie bitte zuerst die Spuren."
    ),
    "project_has_news": N_(
        "Zu diesem Projekt gehört eine Nachricht. Bitte wählen Sie dort zuerst ein "
        "anderes Projekt oder keins."
    ),
    "page_needs_title": N_("Bitte geben Sie einen Titel auf Deutsch ein."),
    "ends_before_it_begins": N_(
        "Das Ende liegt vor dem Anfang. Bitte prüfen Sie beide Daten."
    ),
    "too_many_lines_of_page": N_(
        "Mehr als 60 Zeilen einer Art gehen nicht. Bitte fassen Sie einige zusammen."
    ),
    "quotation_needs_text": N_("Bitte geben Sie ein, was gesagt wurde."),
    "quotation_needs_source": N_(
        "Ein Zitat braucht eine Quelle. Bitte geben Sie an, wo es steht oder wer es "
        "gesagt hat."
    ),
}
