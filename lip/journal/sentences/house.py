"""What is done to the house itself: accounts, letters, deletion, backups."""

from collections.abc import Mapping
from typing import Final

from lip.journal.rules.acts import Act
from lip.words import N_

ACTS: Final[Mapping[Act, str]] = {
    # accounts
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
    # mail
    Act.LETTER_SENT_AGAIN: N_("E-Mail noch einmal senden lassen"),
    Act.LETTER_CALLED_OFF: N_("E-Mail angehalten"),
    Act.LETTER_MARKED_SENT: N_("E-Mail als verschickt gemerkt"),
    # retention
    Act.PERIODS_CHANGED: N_("Fristen geändert"),
    Act.RETENTION_PROLONGED: N_("Frist verlängert"),
    Act.PROLONGING_ENDED: N_("Verlängerung beendet"),
    Act.DATA_PURGED: N_("Nach Frist gelöscht"),
    Act.PARTICIPANT_ERASED: N_("Angaben auf Wunsch gelöscht"),
    # the house
    Act.DATABASE_BACKED_UP: N_("Datenbank gesichert"),
    Act.DATABASE_RESTORED: N_("Datenbank zurückgespielt"),
    Act.SAMPLE_FILLED_IN: N_("Beispiel-Konferenz eingefüllt"),
}
