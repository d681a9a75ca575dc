"""What is said when a rule of the board says no."""

from collections.abc import Mapping
from typing import Final

from lip.words import N_

SENTENCES: Final[Mapping[str, str]] = {
    "no_such_cluster": N_(
        "Das Bündel Nr. %(number)s gibt es nicht. Bitte laden Sie die Pinnwand neu."
    ),
    "cluster_not_empty": N_(
        "Im Bündel Nr. %(number)s liegen noch %(many)s Karten. Bitte legen Sie sie in "
        "ein anderes Bündel, oder legen Sie die beiden Bündel zusammen."
    ),
    "cluster_name_too_long": N_(
        "Der Name ist zu lang. Bitte höchstens %(most)s Zeichen eingeben."
    ),
    "cluster_summary_too_long": N_(
        "Die Zusammenfassung ist zu lang. Bitte höchstens %(most)s Zeichen eingeben."
    ),
    "nothing_chosen": N_("Es ist nichts gewählt. Bitte wählen Sie Karten aus."),
    "merged_into_itself": N_(
        "Vorschlag Nr. %(number)s kann nicht mit sich selbst zusammengelegt werden. "
        "Bitte wählen Sie einen anderen."
    ),
    "no_such_field": N_(
        "Dieses Handlungsfeld gibt es nicht mehr. Bitte wählen Sie ein anderes."
    ),
    "clusters_not_shown": N_(
        "Die Bündel werden noch geordnet. Bitte schauen Sie später wieder vorbei."
    ),
    "topics_out_of_range": N_("Bitte eine Zahl von 1 bis %(most)s eingeben."),
}
