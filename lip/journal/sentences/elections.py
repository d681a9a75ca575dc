"""What is done in elections, from the roll to the minutes."""

from collections.abc import Mapping
from typing import Final

from lip.journal.rules.acts import Act
from lip.words import N_

ACTS: Final[Mapping[Act, str]] = {
    Act.ASSOCIATION_ADDED: N_("Verein auf die Liste gesetzt"),
    Act.ASSOCIATION_CHANGED: N_("Angaben zu einem Verein geändert"),
    Act.ASSOCIATION_REMOVED: N_("Verein von der Liste genommen"),
    Act.ASSOCIATIONS_TAKEN_IN: N_("Liste der Vereine eingelesen"),
    Act.DELEGATE_CHOSEN: N_("Delegierte oder Delegierten eines Vereins eingetragen"),
    Act.DELEGATE_DROPPED: N_("Delegierte oder Delegierten eines Vereins ausgetragen"),
    Act.ROLL_TAKEN_IN: N_("Liste der Wahlberechtigten eingelesen"),
    Act.ROLL_RULED: N_("Über einen Eintrag im Wählerverzeichnis entschieden"),
    Act.ELECTION_PREPARED: N_("Wahl vorbereitet"),
    Act.ELECTION_CHANGED: N_("Wahl geändert"),
    Act.STOOD: N_("Kandidatur eingereicht"),
    Act.NOMINATION_PROPOSED: N_("Person zur Wahl vorgeschlagen"),
    Act.NOMINATION_CONSENTED: N_("Der Kandidatur zugestimmt"),
    Act.NOMINATION_DECLINED: N_("Kandidatur abgelehnt von der vorgeschlagenen Person"),
    Act.NOMINATION_CHANGED: N_("Angaben zur Kandidatur geändert"),
    Act.NOMINATED: N_("Kandidatur zugelassen"),
    Act.NOMINATION_REFUSED: N_("Kandidatur nicht zugelassen"),
    Act.ACCEPTANCE_NOTED: N_("Annahme der Wahl eingetragen"),
    Act.NOMINATION_WITHDRAWN: N_("Kandidatur zurückgezogen"),
    Act.POLLS_OPENED: N_("Wahl eröffnet, Wählerverzeichnis geschlossen"),
    Act.LISTS_ARRANGED: N_("Listen einer Wahl geordnet"),
    Act.CREDENTIAL_GIVEN: N_("Wahlberechtigung ausgegeben"),
    Act.ANNULMENT_AGREED: N_(
        "Zugestimmt, eine verlorene Wahlberechtigung ungültig zu machen"
    ),
    Act.CREDENTIAL_ANNULLED: N_(
        "Verlorene Wahlberechtigung ungültig gemacht, zwei Mitglieder stimmten zu"
    ),
    Act.PAPER_HANDED_OUT: N_("Stimmzettel aus Papier ausgegeben"),
    Act.PAPER_TAKEN_BACK: N_("Unbenutzten Stimmzettel zurückgenommen"),
    Act.BATCH_LAID: N_("Stapel Stimmzettel angelegt"),
    Act.BATCH_REMOVED: N_("Stapel Stimmzettel zurückgenommen"),
    Act.BATCH_KEYED: N_("Stapel Stimmzettel eingegeben"),
    Act.BATCH_KEYED_ANEW: N_(
        "Drei Eingaben eines Stapels verschieden, er wird neu eingegeben"
    ),
    Act.BATCH_SETTLED: N_("Zwei Eingaben eines Stapels stimmen überein"),
    Act.PAPERS_DONE: N_("Papier vollständig erfasst, Wurzel-Prüfsumme fest"),
    Act.VOTER_CARD_GIVEN: N_("Wahlschein ausgegeben"),
    Act.CLOSING_AGREED: N_("Dem Ende der Wahl zugestimmt"),
    Act.POLLS_CLOSED: N_("Wahl beendet und Urne geöffnet"),
    Act.BALLOTS_COUNTED: N_("Stimmzettel ausgezählt"),
    Act.LOT_TYPED_IN: N_("Los eingetragen"),
    Act.LOT_DRAWN: N_("Gelost, von zwei Mitgliedern eingetragen"),
    Act.NEXT_ROUND_PREPARED: N_("Nächsten Wahlgang vorbereitet"),
    Act.NEXT_ROUND_TAKEN_BACK: N_("Vorbereiteten Wahlgang zurückgenommen"),
    Act.ORDER_DRAWN: N_("Reihenfolge der Kandidaturen ausgelost"),
    Act.MINUTES_WRITTEN: N_("Angaben für die Wahlniederschrift geändert"),
    Act.RULING_NOTED: N_("Entscheidung des Wahlvorstands eingetragen"),
    Act.RESULT_AGREED: N_("Feststellung des Ergebnisses zugestimmt"),
    Act.RESULT_FINAL: N_("Ergebnis festgestellt, unterschrieben und veröffentlicht"),
}
