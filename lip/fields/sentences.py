"""What is said when a rule about fields of action says no."""

from collections.abc import Mapping
from typing import Final

from lip.words import N_

SENTENCES: Final[Mapping[str, str]] = {
    "unknown_field_of_action": N_(
        "Dieses Handlungsfeld gibt es nicht. Bitte wählen Sie eins aus der Liste."
    ),
    "field_of_action_needs_name": N_("Bitte geben Sie dem Handlungsfeld einen Namen."),
    "field_of_action_name_taken": N_(
        "Ein Handlungsfeld „%(name)s“ gibt es schon. Bitte wählen Sie einen anderen "
        "Namen."
    ),
    "too_many_fields_of_action": N_(
        "Es gibt schon %(most)s Handlungsfelder, mehr geht nicht. "
        "Bitte ändern Sie eins davon."
    ),
}
