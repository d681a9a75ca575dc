"""German words for values of proposals, to be translated where they are shown."""

from collections.abc import Mapping
from typing import Final

from lip.words import N_
from proposals.rules.following import Became, State
from proposals.rules.standing import Reason, Standing
from proposals.rules.translating import Trouble

STANDINGS: Final[Mapping[Standing, str]] = {
    Standing.SHOWN: N_("veröffentlicht"),
    Standing.WAITING: N_("wird noch gelesen"),
    Standing.HIDDEN: N_("verborgen"),
    Standing.WITHDRAWN: N_("zurückgezogen"),
}

REASONS: Final[Mapping[Reason, str]] = {
    Reason.INSULT: N_("Beleidigung oder Hetze"),
    Reason.PERSONAL: N_("Angaben über andere Personen"),
    Reason.OFF_TOPIC: N_("gehört nicht zum Thema"),
    Reason.ADVERTISING: N_("Werbung"),
    Reason.REPEATED: N_("steht wörtlich schon da"),
    Reason.UNREADABLE: N_("nicht zu verstehen"),
    Reason.OTHER: N_("ein anderer Grund, in eigenen Worten"),
}

STATES: Final[Mapping[State, str]] = {
    State.COLLECTED: N_("gesammelt"),
    State.MERGED: N_("zusammengelegt"),
    State.IN_CLUSTER: N_("in einem Bündel"),
    State.IN_VOTE: N_("in der Abstimmung"),
    State.VOTED: N_("abgestimmt"),
    State.TAKEN_UP: N_("aufgegriffen"),
    State.ADOPTED: N_("übernommen"),
    State.ADOPTED_CHANGED: N_("geändert übernommen"),
    State.NOT_FOLLOWED: N_("nicht aufgegriffen"),
}
"""Where a proposal stands, in one or two words."""

BECAME: Final[Mapping[Became, str]] = {
    Became.TAKEN_UP: N_("Aufgegriffen: daran wird gearbeitet"),
    Became.ADOPTED: N_("In den Plan übernommen"),
    Became.ADOPTED_CHANGED: N_("Mit Änderungen in den Plan übernommen"),
    Became.NOT_FOLLOWED: N_("Nicht aufgegriffen"),
}
"""What the city says of a proposal."""

TROUBLES: Final[Mapping[Trouble, str]] = {
    Trouble.UNREACHABLE: N_(
        "Der Übersetzungsdienst ist nicht zu erreichen. "
        "LIP versucht es von selbst wieder."
    ),
    Trouble.TOO_SLOW: N_(
        "Der Übersetzungsdienst hat nicht rechtzeitig geantwortet. "
        "LIP versucht es von selbst wieder."
    ),
    Trouble.BUSY: N_(
        "Der Übersetzungsdienst hat gerade zu viel zu tun oder begrenzt die Anfragen. "
        "LIP versucht es von selbst wieder."
    ),
    Trouble.KEY_REFUSED: N_(
        "Der Übersetzungsdienst nimmt den Schlüssel nicht an. "
        "Bitte prüfen Sie LIP_TRANSLATOR_KEY."
    ),
    Trouble.LANGUAGE_UNKNOWN: N_(
        "Der Übersetzungsdienst kennt diese Sprachen nicht. "
        "Hier können nur Menschen übersetzen."
    ),
    Trouble.REFUSED: N_("Der Übersetzungsdienst hat den Text abgelehnt."),
    Trouble.UNREADABLE: N_(
        "Die Antwort des Übersetzungsdienstes ist nicht zu verstehen. "
        "Bitte prüfen Sie LIP_TRANSLATOR_URL."
    ),
}
"""Why the machine did not translate, for the administration."""
