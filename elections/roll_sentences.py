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
    "no_such_association": N_(
        "Diesen Verein gibt es nicht mehr. Bitte gehen Sie zurück zur Liste."
    ),
    "association_without_name": N_("Bitte geben Sie den Namen des Vereins ein."),
    "association_twice": N_(
        "Dieser Verein steht schon auf der Liste: %(name)s. "
        "Bitte ändern Sie den Eintrag dort."
    ),
    "association_delegates": N_(
        "Bitte eine Zahl von 1 bis %(most)s für die Delegierten eingeben."
    ),
    "association_has_more_delegates": N_(
        "Es sind schon mehr Delegierte eingetragen. Bitte tragen Sie zuerst jemanden "
        "aus."
    ),
    "association_has_its_delegates": N_(
        "Mehr als %(most)s Delegierte darf dieser Verein nicht schicken. "
        "Bitte tragen Sie zuerst jemanden aus."
    ),
    "delegate_of_another": N_(
        "Diese Person ist schon für einen anderen Verein eingetragen. "
        "Bitte tragen Sie sie dort zuerst aus."
    ),
    "ruling_unasked": N_("Bitte schreiben Sie auf, worum es ging."),
    "ruling_undecided": N_("Bitte schreiben Sie auf, was entschieden wurde."),
    "list_without_headings": N_(
        "Die Überschriften sind nicht zu erkennen. Bitte nennen Sie die Spalten so, "
        "wie es hier steht."
    ),
    "listed_twice": N_(
        "„%(name)s“ steht schon in Zeile %(first)s. Bitte löschen Sie eine der Zeilen."
    ),
    "listed_number": N_("Die Nummer ist keine Zahl. Bitte berichtigen Sie sie."),
    "listed_nobody": N_(
        "Hier steht weder Nummer noch Name noch Verein. Bitte füllen Sie die Zeile aus."
    ),
    "listed_unknown_number": N_(
        "Ein Ticket mit der Nummer %(number)s gibt es nicht. "
        "Bitte berichtigen oder leeren Sie die Nummer."
    ),
    "listed_too_many": N_(
        "„%(name)s“ darf höchstens %(most)s Delegierte schicken. "
        "Bitte löschen Sie die Zeile."
    ),
    "dispute_about_nobody": N_("Bitte geben Sie an, um wen es geht."),
    "already_on_the_roll": N_(
        "Diese Person steht schon im Wählerverzeichnis. Sie müssen nichts tun."
    ),
}
