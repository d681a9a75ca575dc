"""What is said when a rule about council papers says no."""

from collections.abc import Mapping
from typing import Final

from lip.words import N_

SENTENCES: Final[Mapping[str, str]] = {
    "unknown_paper": N_(
        "Diese Drucksache gibt es nicht, oder sie ist nicht öffentlich."
    ),
    "paper_not_public_now": N_(
        "Diese Drucksache war öffentlich und ist es zurzeit nicht. "
        "Die anderen stehen in der Liste der Drucksachen."
    ),
    "paper_number_unreadable": N_(
        "Bitte geben Sie eine Nummer mit Jahr an, zum Beispiel 2088/2016. "
        "Eine Ergänzung heißt zum Beispiel 2088/2016 E1."
    ),
    "paper_number_taken": N_(
        "Eine Drucksache mit dieser Nummer gibt es schon. Bitte prüfen Sie die Nummer."
    ),
    "paper_relates_to_itself": N_(
        "Eine Drucksache kann nicht mit sich selbst verwandt sein. "
        "Bitte geben Sie die Nummer einer anderen an."
    ),
    "paper_has_too_many_parts": N_(
        "Mehr als %(most)s Zeilen einer Art gehen nicht. "
        "Bitte fassen Sie einige zusammen."
    ),
    "paper_changed_meanwhile": N_(
        "Jemand anderes hat diese Drucksache inzwischen geändert. Es wurde nichts "
        "überschrieben. Unten steht Ihre Fassung; wenn Sie noch einmal speichern, "
        "gilt sie."
    ),
    "paper_is_removed": N_(
        "Diese Drucksache wurde entfernt. Bitte stellen Sie sie zuerst wieder her, "
        "dann können Sie sie ändern."
    ),
    "paper_needs_title": N_("Bitte geben Sie der Drucksache einen Titel."),
    "paper_needs_gender": N_(
        "Es fehlt der Abschnitt „Berücksichtigung von Gender-Aspekten“. "
        "Bitte schreiben Sie ihn, dann können Sie die Drucksache veröffentlichen."
    ),
    "paper_needs_motion": N_(
        "Es fehlt der Antrag: worüber soll entschieden werden? "
        "Bitte schreiben Sie ihn, dann können Sie die Drucksache veröffentlichen."
    ),
    "unknown_paper_file": N_("Diese Anlage gibt es nicht, oder nicht mehr."),
    "too_many_paper_files": N_(
        "Eine Drucksache kann höchstens %(most)s Anlagen haben. Löschen Sie bitte "
        "zuerst eine alte."
    ),
    "draft_needs_subjects": N_(
        "Bitte wählen Sie mindestens ein Kapitel oder ein Vorhaben."
    ),
}
