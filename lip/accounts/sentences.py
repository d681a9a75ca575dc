"""The sentences of accounts: refusals, roles and acts."""

from collections.abc import Mapping
from typing import Final

from lip.accounts.rules.roles import Role
from lip.words import N_

ROLE_WORDS: Final[Mapping[Role, str]] = {
    Role.ADMINISTRATOR: N_("Administration"),
    Role.ORGANISER: N_("Organisationsteam"),
    Role.DOOR_HELPER: N_("Einlass-Hilfe"),
    Role.KIOSK: N_("Tablet zum Selbst-Einchecken"),
    Role.MODERATOR: N_("Moderation"),
    Role.EDITOR: N_("Redaktion"),
    Role.ELECTION_BOARD: N_("Wahlvorstand"),
}

ROLE_MEANINGS: Final[Mapping[Role, str]] = {
    Role.ADMINISTRATOR: N_("legt Konten an und vergibt Rollen, überall"),
    Role.ORGANISER: N_("Gästeliste, Namensschilder, Einlass und Zahlen"),
    Role.DOOR_HELPER: N_("nur der Einlass"),
    Role.KIOSK: N_("nur die eigene Karte scannen"),
    Role.MODERATOR: N_("Vorschläge und Bündel"),
    Role.EDITOR: N_("Texte des Plans"),
    Role.ELECTION_BOARD: N_("Wahlen"),
}

SENTENCES: Final[Mapping[str, str]] = {
    "unknown_account": N_("Dieses Konto gibt es nicht."),
    "unknown_account_name": N_("Ein Konto „%(name)s“ gibt es nicht."),
    "account_name_unusable": N_("Der Anmeldename muss 1 bis 80 Zeichen haben."),
    "account_name_taken": N_(
        "Ein Konto „%(name)s“ gibt es schon. Bitte wählen Sie einen anderen Namen."
    ),
    "last_administrator": N_(
        "Das ist das letzte Konto der Administration. "
        "Geben Sie zuerst einer anderen Person diese Rolle."
    ),
    "role_is_for_everything": N_(
        "Diese Rolle gilt immer für alles und nicht für eine einzelne Konferenz."
    ),
    "unknown_scope": N_(
        "Diese Konferenz gibt es nicht. Bitte wählen Sie eine aus der Liste."
    ),
    "role_needs_account": N_("Für diese Rolle braucht es ein Konto."),
    "password_wrong": N_(
        "Das Passwort stimmt nicht. Bitte geben Sie Ihr jetziges ein."
    ),
    "password_too_short": N_("Das Passwort muss mindestens 12 Zeichen haben."),
    "password_too_long": N_("Das Passwort darf höchstens 128 Zeichen haben."),
    "password_too_common": N_(
        "Dieses Passwort ist zu leicht zu erraten. Nehmen Sie zum Beispiel vier Wörter."
    ),
    "password_contains_name": N_("Das Passwort darf den Anmeldenamen nicht enthalten."),
    "second_factor_wrong": N_(
        "Dieser Code stimmt nicht oder ist abgelaufen. "
        "Geben Sie den Code ein, den die App gerade zeigt."
    ),
    "second_step_expired": N_(
        "Diese Anmeldung hat zu lange gedauert. Bitte beginnen Sie noch einmal."
    ),
    "link_unknown": N_(
        "Diesen Anmelde-Link gibt es nicht. Bitte lassen Sie sich einen neuen zeigen."
    ),
    "link_used": N_(
        "Dieser Anmelde-Link wurde schon benutzt. "
        "Bitte lassen Sie sich einen neuen zeigen."
    ),
    "link_expired": N_(
        "Dieser Anmelde-Link ist abgelaufen. Bitte lassen Sie sich einen neuen zeigen."
    ),
    "link_withdrawn": N_(
        "Dieser Anmelde-Link wurde zurückgezogen. "
        "Bitte lassen Sie sich einen neuen zeigen."
    ),
    "token_shown_already": N_(
        "Dieses Token wurde schon einmal gezeigt. "
        "Ziehen Sie es zurück und machen Sie ein neues, wenn Sie es nicht mehr haben."
    ),
    "unknown_pass": N_("Diesen Zugang gibt es nicht (mehr)."),
    "pass_needs_label": N_(
        "Bitte nennen Sie den Platz, für den der Zugang ist, mit 1 bis 80 Zeichen."
    ),
    "pass_lasts_wrong": N_("Ein Zugang gilt ab jetzt und höchstens 14 Tage."),
}
