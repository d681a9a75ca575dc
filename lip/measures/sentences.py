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
