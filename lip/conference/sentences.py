"""The refusals of conferences, in sentences."""

from collections.abc import Mapping
from typing import Final

from lip.words import N_

SENTENCES: Final[Mapping[str, str]] = {
    "unknown_conference": N_("Eine Konferenz „%(key)s“ gibt es nicht."),
    "unknown_participant": N_("Diese Person steht nicht auf der Gästeliste."),
    "unknown_ticket": N_(
        "Zu diesem Code gibt es kein Ticket. Bitte prüfen Sie die zwölf Zeichen."
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
    "not_a_conference_day": N_("Heute ist kein Tag dieser Konferenz."),
    "walk_in_too_long": N_(
        "Eine Angabe ist zu lang. Bitte kürzen Sie sie und schicken Sie sie noch einmal."
    ),
    "request_used_otherwise": N_(
        "Dieser Anfrage-Schlüssel wurde schon für etwas anderes benutzt."
    ),
    "unreadable_request": N_(
        "Die Anfrage ist kein lesbares JSON mit einem Feld „code“."
    ),
}
