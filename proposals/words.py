"""German words for values of proposals, to be translated where they are shown."""

from collections.abc import Mapping
from typing import Final

from lip.words import N_
from proposals.rules.standing import Reason, Standing

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
