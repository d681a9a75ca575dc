"""What is said when a rule about elections says no."""

from collections.abc import Mapping
from typing import Final

from lip.words import N_

SENTENCES: Final[Mapping[str, str]] = {
    "no_such_election": N_(
        "Die Wahl Nr. %(number)s gibt es hier nicht. Bitte prüfen Sie die Adresse."
    ),
    "no_such_nomination": N_(
        "Die Kandidatur Nr. %(number)s gibt es nicht. Bitte laden Sie die Seite neu."
    ),
    "election_without_title": N_(
        "Bitte schreiben Sie auf, was gewählt wird, mindestens in einer Sprache."
    ),
    "nomination_without_name": N_("Bitte geben Sie den Namen ein."),
    "too_many_stand": N_(
        "Es stehen schon %(most)s Personen zur Wahl, mehr passen nicht auf einen "
        "Stimmzettel."
    ),
    "election_seats": N_("Bitte eine Zahl von 1 bis 40 eingeben."),
    "election_votes": N_(
        "Bei begrenzter Stimmenzahl hat jede Person mindestens eine Stimme und "
        "weniger, als Plätze zu besetzen sind. Bitte ändern Sie die Zahl."
    ),
    "election_too_few_stand": N_(
        "Niemand steht zur Wahl. Bitte lassen Sie zuerst eine Kandidatur zu."
    ),
    "election_empty_roll": N_(
        "Im Moment wäre niemand wahlberechtigt. Bitte prüfen Sie, wer wählen darf und "
        "ob die Personen eingelassen sind."
    ),
    "polls_have_opened": N_(
        "Die Wahl ist schon eröffnet, daran kann nichts mehr geändert werden."
    ),
    "polls_not_open_yet": N_(
        "Die Wahl ist noch nicht eröffnet. Bitte warten Sie, bis der Wahlvorstand "
        "sie eröffnet."
    ),
    "polls_have_closed": N_(
        "Die Wahl ist beendet. Ihr Stimmzettel kann nicht mehr angenommen werden."
    ),
    "polls_still_open": N_(
        "Die Wahl läuft noch. Das Ergebnis erscheint hier, sobald sie beendet ist."
    ),
    "not_on_the_roll": N_(
        "Sie stehen nicht im Wählerverzeichnis. Bitte sprechen Sie den Wahlvorstand an."
    ),
    "credential_given_elsewhere": N_(
        "Ihre Wahlberechtigung ist schon auf einem anderen Gerät. "
        "Bitte wählen Sie dort, oder sprechen Sie den Wahlvorstand an."
    ),
    "credential_unreadable": N_(
        "Die Anfrage Ihres Geräts ist beschädigt. Bitte laden Sie die Seite neu."
    ),
    "credential_not_valid": N_(
        "Diese Wahlberechtigung gehört nicht zu dieser Wahl. "
        "Bitte öffnen Sie die Wahl noch einmal über Ihr Ticket."
    ),
    "ballot_too_long": N_(
        "Auf diesem Stimmzettel steht zu viel. Bitte laden Sie die Seite neu."
    ),
    "ballot_unreadable": N_(
        "Der Stimmzettel ist beschädigt angekommen. Bitte laden Sie die Seite neu und "
        "geben Sie ihn noch einmal ab."
    ),
}
