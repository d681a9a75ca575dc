"""The journal in words: acts, actors and the facts beside them."""

from collections.abc import Mapping
from typing import Final

from lip.journal.rules.acts import Act
from lip.journal.rules.entries import ActorKind
from lip.words import N_

ACTS: Final[Mapping[Act, str]] = {
    Act.ACCOUNT_CREATED: N_("Konto angelegt"),
    Act.ACCOUNT_CLOSED: N_("Konto geschlossen"),
    Act.ACCOUNT_OPENED: N_("Konto wieder geöffnet"),
    Act.PASSWORD_CHANGED: N_("Eigenes Passwort geändert"),
    Act.PASSWORD_RESET: N_("Neues Passwort gegeben"),
    Act.ROLE_GRANTED: N_("Rolle gegeben"),
    Act.ROLE_WITHDRAWN: N_("Rolle entzogen"),
    Act.SIGNED_IN: N_("Angemeldet"),
    Act.SIGN_IN_REFUSED: N_("Anmeldung abgelehnt"),
    Act.SIGNED_OUT: N_("Abgemeldet"),
    Act.SECOND_FACTOR_SET: N_("Zweiten Schritt eingeschaltet"),
    Act.SECOND_FACTOR_REMOVED: N_("Zweiten Schritt abgeschaltet"),
    Act.LINK_MADE: N_("Anmelde-Link ausgestellt"),
    Act.LINK_USED: N_("Mit Anmelde-Link angemeldet"),
    Act.LINK_WITHDRAWN: N_("Anmelde-Link zurückgezogen"),
    Act.TOKEN_MADE: N_("Token für einen Scanner ausgestellt"),
    Act.TOKEN_WITHDRAWN: N_("Token eines Scanners zurückgezogen"),
    Act.CONFERENCE_ANNOUNCED: N_("Konferenz angekündigt"),
    Act.CONFERENCE_CHANGED: N_("Konferenz geändert"),
    Act.CONFERENCE_DRAFTED: N_("Konferenz als Entwurf angelegt"),
    Act.STAGE_CHANGED: N_("Stand der Konferenz geändert"),
    Act.PAGE_CHANGED: N_("Öffentliche Seite geändert"),
    Act.SERIES_MADE: N_("Reihe angelegt"),
    Act.SERIES_CHANGED: N_("Reihe geändert"),
    Act.FILE_ADDED: N_("Unterlage hochgeladen"),
    Act.FILE_CHANGED: N_("Unterlage geändert"),
    Act.FILE_REMOVED: N_("Unterlage gelöscht"),
    Act.PARTICIPANTS_IMPORTED: N_("Gästeliste eingelesen"),
    Act.PARTICIPANTS_EXPORTED: N_("Gästeliste als Datei ausgegeben"),
    Act.PARTICIPANT_REGISTERED: N_("Person angemeldet"),
    Act.PARTICIPANT_CHANGED: N_("Angaben zur Person geändert"),
    Act.PARTICIPANT_CANCELLED: N_("Anmeldung abgesagt"),
    Act.PARTICIPANT_REINSTATED: N_("Absage zurückgenommen"),
    Act.TICKET_REISSUED: N_("Neues Ticket ausgestellt, das alte gilt nicht mehr"),
    Act.BADGES_PRINTED: N_("Namensschilder gedruckt"),
    Act.DOOR_LIST_PRINTED: N_("Einlass-Liste gedruckt"),
    Act.NEEDS_DELETED: N_("Angaben zu Bedarfen gelöscht"),
    Act.FORM_MADE: N_("Anmeldeformular angelegt"),
    Act.PARTY_REGISTERED: N_("Über das Formular angemeldet"),
    Act.MOVED_UP: N_("Von der Warteliste nachgerückt"),
    Act.SIGNED_UP: N_("Zu einem Programmpunkt angemeldet"),
    Act.SIGN_UP_GIVEN_UP: N_("Platz in einem Programmpunkt abgegeben"),
    Act.CONSENT_GIVEN: N_("Eingewilligt"),
    Act.CONSENT_WITHDRAWN: N_("Einwilligung zurückgezogen"),
    Act.CHECKED_IN: N_("Eingelassen"),
    Act.CHECK_IN_UNDONE: N_("Einlass rückgängig gemacht"),
    Act.STEPPED_OUT: N_("Kurz hinausgegangen"),
    Act.CAME_BACK: N_("Wieder hereingekommen"),
    Act.WALKED_IN: N_("Ohne Anmeldung eingetragen und eingelassen"),
    Act.DATABASE_BACKED_UP: N_("Datenbank gesichert"),
    Act.DATABASE_RESTORED: N_("Datenbank zurückgespielt"),
    Act.SAMPLE_FILLED_IN: N_("Beispiel-Konferenz eingefüllt"),
}

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
    "added": N_("neu: %(value)s"),
    "updated": N_("geändert: %(value)s"),
    "left_out": N_("ausgelassen: %(value)s"),
    "people": N_("Personen: %(value)s"),
    "participants": N_("Personen: %(value)s"),
    "badges": N_("Namensschilder: %(value)s"),
    "format": N_("Format: %(value)s"),
    "columns": N_("Angaben: %(value)s"),
    "kind": N_("Datei: %(value)s"),
    "issue": N_("Ausgabe: %(value)s"),
    "rows": N_("Zeilen: %(value)s"),
    "needs": N_("mit Bedarfen"),
    "codes": N_("mit Ticket-Codes"),
    "stage": N_("Stand: %(value)s"),
}
"""What the facts of an entry mean; facts that are true or not have no value."""
