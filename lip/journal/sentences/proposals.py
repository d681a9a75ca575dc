"""What is done with proposals: handed in, arranged, voted on."""

from collections.abc import Mapping
from typing import Final

from lip.journal.rules.acts import Act
from lip.words import N_

ACTS: Final[Mapping[Act, str]] = {
    # proposals
    Act.COLLECTING_CHANGED: N_("Einstellungen für Vorschläge geändert"),
    Act.PROPOSAL_SUBMITTED: N_("Vorschlag eingereicht"),
    Act.PROPOSAL_CHANGED: N_("Vorschlag geändert"),
    Act.PROPOSAL_WITHDRAWN: N_("Vorschlag zurückgezogen"),
    Act.PROPOSAL_SHOWN: N_("Vorschlag veröffentlicht"),
    Act.PROPOSAL_HIDDEN: N_("Vorschlag verborgen"),
    Act.PROPOSAL_ANSWERED: N_("Gesagt, was aus einem Vorschlag wurde"),
    Act.ANSWER_TAKEN_BACK: N_("Antwort auf einen Vorschlag zurückgenommen"),
    Act.TRANSLATION_WRITTEN: N_("Vorschlag übersetzt"),
    Act.TRANSLATION_CHECKED: N_("Übersetzung geprüft"),
    Act.TRANSLATION_WITHDRAWN: N_("Übersetzung zurückgezogen"),
    Act.COMMENT_WRITTEN: N_("Kommentar geschrieben"),
    Act.COMMENT_WITHDRAWN: N_("Kommentar zurückgezogen"),
    Act.COMMENT_SHOWN: N_("Kommentar veröffentlicht"),
    Act.COMMENT_HIDDEN: N_("Kommentar verborgen"),
    Act.PROPOSAL_PUT_IN_FIELD: N_("Vorschlag einem Handlungsfeld zugeordnet"),
    Act.PROPOSAL_LANGUAGE_SET: N_("Sprache eines Vorschlags berichtigt"),
    Act.PHOTO_ADDED: N_("Foto zu einem Vorschlag gespeichert"),
    Act.PHOTO_REMOVED: N_("Foto eines Vorschlags gelöscht"),
    # board
    Act.BOARD_CHANGED: N_("Pinnwand geändert"),
    Act.BOARD_UNDONE: N_("Schritt auf der Pinnwand rückgängig gemacht"),
    Act.BOARD_REDONE: N_("Schritt auf der Pinnwand wiederholt"),
    Act.CLUSTERS_ASKED: N_("Bündel vorschlagen lassen"),
    Act.CLUSTERS_PUBLISHED: N_("Bündel veröffentlicht"),
    Act.CLUSTERS_HIDDEN: N_("Veröffentlichte Bündel zurückgenommen"),
    # voting
    Act.ROUND_MADE: N_("Abstimmung angelegt"),
    Act.ROUND_CHANGED: N_("Abstimmung geändert"),
    Act.ROUND_REMOVED: N_("Abstimmung gelöscht"),
    Act.ROUND_OPENED: N_("Abstimmung eröffnet"),
    Act.ROUND_EXTENDED: N_("Ende der Abstimmung verschoben"),
    Act.ROUND_ENDED: N_("Abstimmung beendet, Klebepunkte werden gezählt"),
    Act.ROUND_CLOSED: N_("Abstimmung geschlossen, Ergebnis festgehalten"),
    Act.VOTE_CODES_PRINTED: N_("Stimmcodes gedruckt"),
    Act.VOTE_CODES_RELEASED: N_("Paket mit Stimmcodes ausgegeben"),
    Act.VOTE_CODES_VOIDED: N_("Stimmcodes ungültig gemacht"),
    Act.DOTS_PRINTED: N_("Bogen für Klebepunkte gedruckt"),
    Act.SHEET_COUNTED: N_("Klebepunkte gezählt"),
    Act.SHEET_SETTLED: N_("Zählung der Klebepunkte entschieden"),
}
