"""What is said when a rule about measures says no."""

from collections.abc import Mapping
from typing import Final

from lip.words import N_

SENTENCES: Final[Mapping[str, str]] = {
    "unknown_measure": N_(
        "Dieses Vorhaben gibt es nicht, oder es ist nicht veröffentlicht. "
        "Bitte wählen Sie eins aus der Liste."
    ),
    "measure_needs_title": N_("Bitte geben Sie dem Vorhaben einen Titel."),
    "citywide_and_districts": N_(
        "„Gesamtstädtisch“ und einzelne Stadtbezirke schließen sich aus. "
        "Bitte wählen Sie eins von beiden."
    ),
    "too_many_lines_in_measure": N_(
        "Das sind zu viele Zeilen unter einer Überschrift. "
        "Bitte fassen Sie einige zusammen."
    ),
    "impossible_count": N_(
        "Diese Zahl von Menschen kann nicht stimmen. Bitte prüfen Sie sie."
    ),
    "impossible_year": N_("Bitte geben Sie Jahre von 1900 bis 2199 an."),
    "negative_cost": N_(
        "Kosten können nicht negativ sein. Bitte geben Sie einen Betrag ohne Minus an."
    ),
    "related_to_itself": N_(
        "Ein Vorhaben kann nicht mit sich selbst verwandt sein. "
        "Bitte wählen Sie ein anderes."
    ),
    "related_twice": N_(
        "Ein verwandtes Vorhaben steht zweimal da. Bitte entfernen Sie eine Zeile."
    ),
    "unknown_indicator": N_(
        "Diese Messgröße gibt es nicht mehr. Bitte laden Sie die Seite neu."
    ),
    "unknown_agreement": N_(
        "Diese Vereinbarung oder ihre Datei gibt es nicht mehr. "
        "Bitte laden Sie die Seite neu."
    ),
    "agreement_changed_meanwhile": N_(
        "Die Datei einer Vereinbarung wurde gerade geändert. "
        "Bitte veröffentlichen Sie noch einmal."
    ),
    "agreement_not_pdf": N_(
        "Eine Vereinbarung muss ein PDF sein, damit alle sie öffnen und drucken "
        "können. Bitte speichern Sie die Datei als PDF, und wählen Sie diese."
    ),
    "measure_was_public": N_(
        "Dieses Vorhaben wurde schon einmal veröffentlicht. Darum bleibt es erhalten. "
        "Sie können es aus der Öffentlichkeit nehmen."
    ),
    "measure_has_traces": N_(
        "Zu diesem Vorhaben führen Spuren, oder von ihm weiter. Wenn Sie es wirklich "
        "löschen möchten, entfernen Sie bitte zuerst die Spuren."
    ),
    "measure_has_steps": N_(
        "Zu diesem Vorhaben sind Beratungsschritte eingetragen. Wenn Sie es wirklich "
        "löschen möchten, nehmen Sie bitte zuerst die Schritte zurück."
    ),
    "measure_has_pages": N_(
        "Zu diesem Vorhaben gehört ein Projekt oder eine Nachricht. Bitte wählen Sie "
        "dort zuerst ein anderes Vorhaben oder keins."
    ),
    "measure_is_related": N_(
        "Ein anderes Vorhaben nennt dieses als verwandt. Bitte entfernen Sie dort "
        "zuerst die Zeile."
    ),
    "value_for_this_time_exists": N_(
        "Für diesen Zeitpunkt gibt es schon einen Wert. "
        "Bitte löschen Sie ihn erst, oder wählen Sie einen anderen Zeitpunkt."
    ),
    "too_many_values": N_(
        "Es gibt schon %(most)s Werte, mehr geht nicht. Bitte löschen Sie alte Werte."
    ),
    "no_office_to_remind": N_(
        "Für dieses Vorhaben ist keine E-Mail-Adresse bekannt. Bitte tragen Sie eine "
        "zuständige Stelle mit Adresse ein, oder eine Adresse beim Vorhaben."
    ),
    "reminded_lately": N_(
        "In den letzten 30 Tagen wurde schon erinnert. Bitte warten Sie noch etwas."
    ),
    "nothing_to_remind_of": N_(
        "Dieses Vorhaben ist abgeschlossen oder wird nicht weiterverfolgt. "
        "Eine Erinnerung ist nicht nötig."
    ),
}
