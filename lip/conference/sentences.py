"""The refusals of conferences, in sentences."""

from collections.abc import Mapping
from typing import Final

from lip.conference.files import refusal_words
from lip.words import N_

SENTENCES: Final[Mapping[str, str]] = {
    **refusal_words.SENTENCES,
    "unknown_conference": N_("Eine Konferenz „%(key)s“ gibt es nicht."),
    "unknown_conflict": N_(
        "Dieser Eintrag ist nicht (mehr) da. Bitte laden Sie die Seite neu."
    ),
    "unknown_participant": N_("Diese Person steht nicht auf der Gästeliste."),
    "unknown_ticket": N_(
        "Zu diesem Code gibt es kein Ticket. Bitte prüfen Sie die zwölf Zeichen."
    ),
    "ticket_erased": N_(
        "Ihre Angaben sind gelöscht. "
        "Dieses Ticket gibt es nicht mehr. Möchten Sie doch kommen, melden Sie sich "
        "bitte neu an oder kommen Sie einfach zum Einlass."
    ),
    "conference_key_taken": N_(
        "Das Kürzel „%(key)s“ ist schon vergeben. Bitte wählen Sie ein anderes."
    ),
    "conference_key_unusable": N_(
        "Das Kürzel darf nur kleine Buchstaben a–z, Ziffern und Bindestriche haben."
    ),
    "conference_needs_title": N_("Die Konferenz braucht einen Titel."),
    "conference_needs_day": N_("Die Konferenz braucht mindestens einen Tag."),
    "conference_day_twice": N_("Ein Tag steht zweimal da."),
    "doors_close_too_early": N_(
        "Das Ende des Einlasses muss nach seinem Beginn liegen."
    ),
    "unknown_zone": N_("Diese Zeitzone gibt es nicht."),
    "conference_key_reserved": N_(
        "Das Kürzel „%(key)s“ braucht LIP selbst. Bitte wählen Sie ein anderes."
    ),
    "stage_out_of_reach": N_(
        "Dieser Schritt geht von hier aus nicht. "
        "Bitte laden Sie die Seite neu und wählen Sie einen der Schritte, die dort "
        "stehen."
    ),
    "nobody_to_print": N_(
        "Für diese Auswahl steht niemand auf der Gästeliste. "
        "Gehen Sie zurück und wählen Sie andere Personen."
    ),
    "badge_numbers_unreadable": N_(
        "Diese Nummern lassen sich nicht lesen. Schreiben Sie zum Beispiel „1-20, 33“."
    ),
    "unknown_badge_format": N_(
        "Dieses Format gibt es nicht. Bitte wählen Sie eines aus der Liste."
    ),
    "no_such_place_on_the_sheet": N_(
        "So viele Schilder hat ein Bogen nicht. Bitte zählen Sie von oben links."
    ),
    "registration_cancelled": N_(
        "Diese Anmeldung ist abgesagt. "
        "Heben Sie zuerst auf der Gästeliste die Absage auf."
    ),
    "registration_waits": N_(
        "Diese Person steht auf der Warteliste und hat noch keinen Platz. "
        "Geben Sie ihr zuerst einen Platz."
    ),
    "not_a_conference_day": N_("Heute ist kein Tag dieser Konferenz."),
    "walk_in_too_long": N_(
        "Eine Angabe ist zu lang. "
        "Bitte kürzen Sie sie und schicken Sie sie noch einmal."
    ),
    "request_used_otherwise": N_(
        "Dieser Anfrage-Schlüssel wurde schon für etwas anderes benutzt."
    ),
    "participant_changed_meanwhile": N_(
        "Jemand anderes hat diese Person inzwischen geändert. Es wurde nichts "
        "überschrieben. Bitte vergleichen Sie und speichern Sie noch einmal."
    ),
    "mapping_unusable": N_("%(problem)s"),
    "upload_gone": N_(
        "Diese hochgeladene Liste gibt es nicht mehr. Bitte laden Sie sie neu hoch."
    ),
    "period_out_of_reach": N_(
        "Diese Frist ist zu kurz oder zu lang. "
        "Bitte wählen Sie eine Zahl, die neben dem Feld steht."
    ),
    "kind_not_prolongable": N_(
        "Diese Datenart lässt sich nicht verlängern. "
        "Bitte wählen Sie eine aus der Liste."
    ),
    "prolonging_needs_reason": N_(
        "Bitte schreiben Sie in höchstens 500 Zeichen, "
        "warum die Daten länger gebraucht werden."
    ),
    "prolonging_out_of_reach": N_(
        "Der neue letzte Tag muss in der Zukunft liegen und höchstens "
        "%(months)s Monate entfernt sein. Bitte wählen Sie ein anderes Datum."
    ),
    "unknown_prolonging": N_("Diese Verlängerung gibt es nicht."),
    "list_already_imported": N_("Diese Liste ist schon eingelesen."),
}
