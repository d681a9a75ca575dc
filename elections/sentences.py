"""What is said when a rule about elections says no."""

from collections.abc import Mapping
from typing import Final

from lip.words import N_

SENTENCES: Final[Mapping[str, str]] = {
    "no_such_election": N_(
        "Die Wahl Nr. %(number)s gibt es hier nicht. Bitte prüfen Sie die Adresse."
    ),
    "order_of_nobody": N_(
        "Noch steht niemand zur Wahl. Bitte lassen Sie zuerst Kandidaturen zu."
    ),
    "no_such_step": N_(
        "Diesen Schritt der Auszählung gibt es nicht. Bitte gehen Sie zurück zur "
        "Seite der Wahl."
    ),
    "no_such_nomination": N_(
        "Die Kandidatur Nr. %(number)s gibt es nicht. Bitte laden Sie die Seite neu."
    ),
    "election_without_title": N_(
        "Bitte schreiben Sie auf, was gewählt wird, mindestens in einer Sprache."
    ),
    "nominations_closed": N_(
        "Die Frist für Kandidaturen ist vorbei. "
        "Wenn Sie Fragen haben, sprechen Sie bitte den Wahlvorstand an."
    ),
    "declarations_missing": N_(
        "Ohne diese Erklärungen können Sie nicht kandidieren. "
        "Bitte bestätigen Sie sie, oder kandidieren Sie nicht."
    ),
    "nomination_withdrawn": N_(
        "Diese Kandidatur wurde zurückgezogen. Wenn das ein Irrtum ist, sprechen Sie "
        "bitte den Wahlvorstand an."
    ),
    "too_many_nominations": N_(
        "Für diese Wahl sind schon sehr viele vorgeschlagen. "
        "Bitte sprechen Sie den Wahlvorstand an."
    ),
    "too_late_to_withdraw": N_(
        "Die Wahl ist beendet, zurückziehen geht nicht mehr. Wer gewählt ist, muss "
        "die Wahl nicht annehmen."
    ),
    "nobody_named": N_(
        "Bitte geben Sie die Nummer auf dem Ticket oder den Namen der Person ein."
    ),
    "no_such_ticket_number": N_(
        "Diese Nummer gibt es nicht. Bitte prüfen Sie sie, oder geben Sie den Namen "
        "ein."
    ),
    "consent_is_missing": N_(
        "Die Person hat noch nicht zugestimmt. Bitte warten Sie, bis sie geantwortet "
        "hat."
    ),
    "admission_without_reason": N_(
        "Bitte schreiben Sie auf, warum Sie trotzdem zulassen. Das steht in der "
        "Wahlniederschrift."
    ),
    "refusal_without_reason": N_(
        "Bitte nennen Sie einen Grund. Die Person liest ihn auf ihrer Seite."
    ),
    "not_elected": N_(
        "Diese Person ist nicht gewählt. Nur Gewählte und Nachrückende nehmen die "
        "Wahl an oder lehnen sie ab."
    ),
    "acceptance_noted_already": N_(
        "Ihre Antwort steht schon da. Wenn sie falsch ist, sprechen Sie bitte den "
        "Wahlvorstand an."
    ),
    "no_valid_ticket": N_(
        "Dafür brauchen Sie ein gültiges Ticket. Ihres ist abgesagt oder wartet noch "
        "auf einen Platz."
    ),
    "unknown_consent_link": N_(
        "Dieser Link gilt nicht. Vielleicht wurde die Kandidatur zurückgezogen. "
        "Bitte fragen Sie den Wahlvorstand."
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
    "election_one_seat": N_(
        "Diese Zählweise besetzt nur einen Platz. Bitte wählen Sie eine andere, oder "
        "setzen Sie die Zahl der Plätze auf eins."
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
    "papers_are_missing": N_(
        "Es fehlen noch Stimmzettel aus Papier. Bitte erfassen Sie zuerst alle Stapel."
    ),
    "ballots_not_counted": N_(
        "Die Stimmen sind noch nicht ausgezählt. Bitte zählen Sie zuerst aus."
    ),
    "tie_not_settled": N_(
        "Um einen Platz stehen mehrere gleich. Bitte losen Sie, oder setzen Sie eine "
        "Stichwahl an."
    ),
    "roll_has_just_changed": N_(
        "Das Wählerverzeichnis hat sich gerade geändert. Bitte versuchen Sie es noch "
        "einmal."
    ),
    "voter_has_a_paper": N_(
        "Sie haben schon einen Stimmzettel aus Papier bekommen. Bitte wählen Sie damit."
    ),
    "credential_annulled": N_(
        "Diese Wahlberechtigung wurde vom Wahlvorstand für ungültig erklärt. "
        "Bitte sprechen Sie ihn an."
    ),
    "result_not_final": N_(
        "Das Ergebnis ist noch nicht festgestellt. Die Datei erscheint hier, sobald "
        "der Wahlvorstand es festgestellt hat."
    ),
    "result_is_final": N_(
        "Das Ergebnis ist schon festgestellt, daran kann nichts mehr geändert werden."
    ),
    "lots_differ": N_(
        "Ihre Eingabe ist anders als die des anderen Mitglieds. Bitte vergleichen Sie "
        "beide mit dem, was gewürfelt oder gezogen wurde."
    ),
    "next_round_decides": N_(
        "Ein weiterer Wahlgang ist schon vorbereitet. Er entscheidet, nicht das Los."
    ),
    "earlier_round_not_final": N_(
        "Das Ergebnis des vorigen Wahlgangs ist noch nicht festgestellt. "
        "Bitte stellen Sie es zuerst fest."
    ),
    "no_runoff_of_lists": N_(
        "Zwischen Listen gibt es keine Stichwahl. Bitte losen Sie."
    ),
    "no_second_round_by_this_method": N_(
        "Bei dieser Zählweise gibt es keinen zweiten Wahlgang. Bitte lassen Sie die "
        "Zahl leer, oder wählen Sie eine andere Zählweise."
    ),
    "nothing_is_tied": N_("Niemand steht gleich. Es muss nicht gelost werden."),
    "too_few_dice_digits": N_(
        "Bitte tragen Sie mindestens 20 Würfe ein, nur Ziffern von 1 bis 6."
    ),
    "lot_names_wrong": N_(
        "Bitte tragen Sie jeden Namen nur einmal ein, in der gezogenen Reihenfolge."
    ),
    "lot_names_missing": N_("Bitte ziehen Sie alle, die gleich stehen."),
    "too_few_witnesses": N_("Bitte nennen Sie mindestens zwei Zeuginnen oder Zeugen."),
    "not_on_the_roll": N_(
        "Sie stehen nicht im Wählerverzeichnis. Bitte sprechen Sie den Wahlvorstand an."
    ),
    "credential_given_elsewhere": N_(
        "Ihre Wahlberechtigung ist schon auf einem anderen Gerät. "
        "Bitte wählen Sie dort, geben Sie hier Ihren Ersatz-Code ein, oder sprechen "
        "Sie den Wahlvorstand an."
    ),
    "credential_has_voted": N_(
        "Mit dieser Wahlberechtigung wurde schon gewählt. Wer noch einmal wählen will, "
        "gibt den Ersatz-Code auf einem anderen Gerät ein."
    ),
    "recovery_code_has_a_slip": N_(
        "In diesem Ersatz-Code ist ein Tippfehler. Bitte geben Sie ihn noch einmal ein."
    ),
    "recovery_code_unknown": N_(
        "Zu diesem Ersatz-Code gibt es in dieser Wahl keine Wahlberechtigung. "
        "Bitte prüfen Sie, ob er zu dieser Wahl gehört."
    ),
    "list_without_name": N_("Bitte geben Sie jeder Liste einen Namen."),
    "list_named_twice": N_(
        "Zwei Listen heißen gleich. Bitte geben Sie jeder einen eigenen Namen."
    ),
    "election_without_lists": N_(
        "Bei dieser Regel werden Listen gewählt. Bitte legen Sie zuerst Listen an."
    ),
    "ballot_names_wrong": N_(
        "Auf diesem Stimmzettel steht etwas, das in dieser Wahl nicht vorkommt. Bitte "
        "laden Sie die Seite neu und füllen Sie ihn noch einmal aus."
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
