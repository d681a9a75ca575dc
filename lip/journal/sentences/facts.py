"""Who acted, and the facts that stand beside an act."""

from collections.abc import Mapping
from typing import Final

from lip.journal.rules.entries import ActorKind
from lip.words import N_

ACTORS: Final[Mapping[ActorKind, str]] = {
    ActorKind.PERSON: N_("ein gelöschtes Konto"),
    ActorKind.PASS: N_("ein gelöschter Zugang"),
    ActorKind.PARTICIPANT: N_("eine teilnehmende Person"),
    ActorKind.COMMAND: N_("Befehlszeile"),
    ActorKind.SYSTEM: N_("LIP selbst"),
}
"""How an actor is called who has no name, or none any more."""

FACTS: Final[Mapping[str, str]] = {
    "role": N_("Rolle: %(value)s"),
    "stands": N_("Kandidatur Nr. %(value)s"),
    "accepted": N_("Wahl angenommen"),
    "added": N_("neu: %(value)s"),
    "updated": N_("geändert: %(value)s"),
    "left_out": N_("ausgelassen: %(value)s"),
    "lists": N_("Listen: %(value)s"),
    "ballots": N_("Elektronische Stimmzettel: %(value)s"),
    "number": N_("Nr. %(value)s"),
    "order": N_("Kandidaturen Nr. %(value)s"),
    "people": N_("Personen: %(value)s"),
    "participants": N_("Personen: %(value)s"),
    "badges": N_("Namensschilder: %(value)s"),
    "format": N_("Format: %(value)s"),
    "columns": N_("Angaben: %(value)s"),
    "kind": N_("Datei: %(value)s"),
    "issue": N_("Ausgabe: %(value)s"),
    "rows": N_("Zeilen: %(value)s"),
    "minutes": N_("Minuten: %(value)s"),
    "sessions": N_("Programmpunkte: %(value)s"),
    "answers": N_("Antworten: %(value)s"),
    "reason": N_("Grund: %(value)s"),
    "needs": N_("mit Bedarfen"),
    "became": N_("Was daraus wurde: %(value)s"),
    "language": N_("Sprache: %(value)s"),
    "machine": N_("von einer Maschine"),
    "offline": N_("ohne Netz gescannt"),
    "conflict": N_("Grund: %(value)s"),
    "codes": N_("mit Ticket-Codes"),
    "stage": N_("Stand: %(value)s"),
    "needs_days": N_("Bedarfe: %(value)s Tage"),
    "guests_months": N_("Gästeliste: %(value)s Monate"),
    "attendance_months": N_("Wer da war: %(value)s Monate"),
    "until": N_("bis %(value)s"),
    "records": N_("Löschvermerke: %(value)s"),
    "digest": N_("Prüfsumme: %(value)s"),
    "package": N_("Paket: %(value)s"),
    "place": N_("Zettel: %(value)s"),
    "sheet": N_("Bogen: %(value)s"),
    "slips": N_("Zettel: %(value)s"),
    "step": N_("Schritt: %(value)s"),
    "clusters": N_("neue Bündel: %(value)s"),
    "data_kind": N_("Datenart: %(value)s"),
}
"""What the facts of an entry mean; facts that are true or not have no value."""

REASONS: Final[Mapping[str, str]] = {
    "on_programme": N_("wirkt am Programm mit"),
    "accompanies": N_("begleitet jemanden, der einen Platz hat"),
    "promised": N_("der Platz war schon zugesagt"),
    "mistake": N_("ein Versehen bei der Anmeldung"),
    "decided": N_("Entscheidung der Leitung"),
}
"""Why somebody was let past an order."""

BOARD_STEPS: Final[Mapping[str, str]] = {
    "suggested": N_("Bündel vorschlagen lassen"),
    "opened": N_("Neues Bündel"),
    "named": N_("Namen geben"),
    "moved": N_("Karten verschieben"),
    "placed": N_("Angebotene Plätze annehmen"),
    "added": N_("Weiteres Thema"),
    "removed": N_("Karten herausnehmen"),
    "merged_clusters": N_("Bündel zusammenlegen"),
    "split": N_("Bündel teilen"),
    "merged_proposals": N_("Vorschläge zusammenlegen"),
    "parted_proposals": N_("Vorschläge trennen"),
    "assigned": N_("Handlungsfeld zuordnen"),
    "ordered": N_("Bündel ordnen"),
    "closed": N_("Bündel schließen"),
}
"""What somebody did on the board."""
