"""The refusals of sessions, rooms, speakers and the agenda, in sentences."""

from collections.abc import Mapping
from typing import Final

from lip.words import N_

SENTENCES: Final[Mapping[str, str]] = {
    "unknown_session": N_("Diesen Programmpunkt gibt es nicht mehr."),
    "session_needs_title": N_("Bitte geben Sie dem Programmpunkt einen Titel."),
    "session_ends_too_early": N_("Das Ende muss nach dem Beginn liegen."),
    "session_changed_meanwhile": N_(
        "Jemand anderes hat diesen Programmpunkt inzwischen geändert. Es wurde nichts "
        "überschrieben. Unten steht Ihre Eingabe; wenn Sie noch einmal speichern, "
        "gilt sie."
    ),
    "unknown_room": N_(
        "Diesen Raum gibt es nicht mehr. Bitte wählen Sie einen anderen."
    ),
    "room_needs_name": N_("Bitte geben Sie dem Raum einen Namen."),
    "room_name_taken": N_(
        "Einen Raum „%(name)s“ gibt es schon. Bitte wählen Sie einen anderen Namen."
    ),
    "unknown_speaker": N_(
        "Diese Person steht nicht mehr bei den Referierenden. Bitte wählen Sie neu."
    ),
    "speaker_needs_name": N_("Bitte geben Sie einen Namen ein."),
    "delay_out_of_range": N_("Bitte geben Sie 1 bis %(most)s Minuten ein."),
    "session_is_called_off": N_(
        "Dieser Programmpunkt fällt aus und kann sich nicht verschieben."
    ),
    "session_is_over": N_(
        "Dieser Programmpunkt ist schon zu Ende. Wählen Sie den nächsten."
    ),
}
