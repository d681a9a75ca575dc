"""The refusals of attendance, in sentences."""

from collections.abc import Mapping
from typing import Final

from lip.words import N_

SENTENCES: Final[Mapping[str, str]] = {
    "unknown_certificate": N_(
        "Diese Bescheinigung gibt es nicht, oder sie wurde zurückgezogen."
    ),
    "certificates_not_yet": N_(
        "Bescheinigungen gibt es erst nach dem Ende der Konferenz. "
        "Bitte kommen Sie dann wieder."
    ),
    "presence_too_short": N_(
        "Für eine Bescheinigung reicht die Anwesenheit nicht. "
        "Wenn das nicht stimmt, wenden Sie sich bitte an die Organisation."
    ),
    "nobody_was_there": N_(
        "Für diese Auswahl war niemand da. "
        "Bitte wählen Sie einen anderen Tag oder Programmpunkt."
    ),
    "feedback_closed": N_("Die Rückmeldung ist gerade nicht geöffnet."),
    "figures_not_public": N_("Diese Zahlen sind nicht veröffentlicht."),
    "too_many_questions": N_(
        "Mehr als %(most)s Fragen beantwortet niemand gern. "
        "Bitte entfernen Sie zuerst eine."
    ),
    "unknown_question": N_("Diese Frage gibt es nicht mehr."),
}
