"""What is said when a rule, a list of associations or a roll cannot be like that."""

from collections.abc import Mapping
from typing import Final

from lip.words import N_

SENTENCES: Final[Mapping[str, str]] = {
    "election_deputies": N_("Bitte eine Zahl von 0 bis 40 eingeben."),
    "election_votes_for_one": N_(
        "Für eine Person kann man nicht mehr Stimmen geben, als man hat. "
        "Bitte geben Sie eine kleinere Zahl ein."
    ),
    "election_own_limit": N_(
        "Die Grenze für den eigenen Verein muss kleiner sein als die Zahl der Stimmen. "
        "Bitte ändern Sie die Zahl, oder lassen Sie das Feld leer."
    ),
    "election_own_limit_of_whom": N_(
        "Diese Grenze geht nur, wenn Delegierte der Vereine oder eine eigene Liste "
        "wählen. Bitte wählen Sie das weiter unten, oder lassen Sie das Feld leer."
    ),
    "election_highest_score": N_("Bitte eine Zahl von 1 bis 100 eingeben."),
    "election_advance": N_(
        "In den zweiten Wahlgang müssen mehr Personen kommen, als gewählt werden. "
        "Bitte geben Sie eine größere Zahl ein, oder lassen Sie das Feld leer."
    ),
    "election_without_group": N_(
        "Bitte wählen Sie, welche Gruppe wählen darf. Gruppen legen Sie bei den "
        "Anmeldungen an."
    ),
    "election_timetable": N_(
        "Dieser Tag liegt vor dem Schritt davor. Bitte ändern Sie einen der beiden."
    ),
    "quota_unnamed": N_(
        "Bitte füllen Sie Merkmal und Wert aus, oder leeren Sie die ganze Zeile."
    ),
    "quota_empty": N_("Bitte tragen Sie ein, wie viele mindestens oder höchstens."),
    "quota_contradicts": N_(
        "Höchstens ist hier weniger als mindestens. Bitte ändern Sie eine der Zahlen."
    ),
    "quota_above_seats": N_(
        "So viele Plätze gibt es nicht. Bitte geben Sie eine kleinere Zahl ein."
    ),
    "quota_twice": N_(
        "Diesen Wert gibt es schon in einer anderen Zeile. "
        "Bitte löschen Sie eine der beiden."
    ),
    "quotas_above_seats": N_(
        "Zusammen mit den Zeilen davor sind das mehr Plätze, als es gibt. "
        "Bitte geben Sie kleinere Zahlen ein."
    ),
}
