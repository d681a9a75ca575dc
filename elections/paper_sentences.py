"""What is said when a rule about ballots on paper or at the booth says no."""

from collections.abc import Mapping
from typing import Final

from lip.words import N_

SENTENCES: Final[Mapping[str, str]] = {
    "no_such_batch": N_(
        "Den Stapel Nr. %(number)s gibt es nicht. Bitte laden Sie die Seite neu."
    ),
    "no_such_entry": N_(
        "Diesen Eintrag im Wählerverzeichnis gibt es nicht. Bitte laden Sie die Seite "
        "neu."
    ),
    "unknown_voting_code": N_(
        "Diesen Code gibt es nicht. Bitte prüfen Sie die zwölf Zeichen auf Ihrem "
        "Ticket oder Wahlschein."
    ),
    "voter_has_a_credential": N_(
        "Diese Person hat ihre Wahlberechtigung schon abgeholt und wählt damit. "
        "Papier bekommt sie erst, wenn zwei Mitglieder die Berechtigung ungültig "
        "machen."
    ),
    "papers_after_the_close": N_(
        "Papier wird erst erfasst, wenn die Wahl beendet ist. Vorher darf niemand "
        "zählen."
    ),
    "papers_are_in": N_(
        "Das Papier ist schon vollständig erfasst, daran kann nichts mehr geändert "
        "werden."
    ),
    "batch_size": N_("Bitte eine Zahl von 1 bis %(most)s eingeben."),
    "batch_is_full": N_(
        "In diesem Stapel liegen %(sheets)s Stimmzettel, und so viele haben Sie schon "
        "eingegeben. Bitte prüfen Sie den Stapel."
    ),
    "batch_not_complete": N_(
        "In diesem Stapel liegen %(sheets)s Stimmzettel. Bitte geben Sie alle ein, "
        "auch leere und ungültige."
    ),
    "batch_not_settled": N_(
        "Bei mindestens einem Stapel stimmen noch keine zwei Eingaben überein."
    ),
    "batch_is_settled": N_("Dieser Stapel ist schon fertig erfasst."),
    "batch_has_its_keyings": N_(
        "Zwei andere Mitglieder erfassen diesen Stapel schon. Bitte nehmen Sie einen "
        "anderen."
    ),
    "keying_is_done": N_(
        "Ihre Eingabe für diesen Stapel ist fertig. Jetzt gibt ihn ein anderes "
        "Mitglied ein."
    ),
    "more_papers_than_given": N_(
        "Erfasst sind mehr Stimmzettel aus Papier, als ausgegeben wurden "
        "(%(given)s). Bitte zählen Sie die Stapel nach."
    ),
}
"""By code."""
