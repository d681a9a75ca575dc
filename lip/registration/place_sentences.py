"""The refusals of registering and of a person's own page, in sentences."""

from collections.abc import Mapping
from typing import Final

from lip.words import N_

SENTENCES: Final[Mapping[str, str]] = {
    "unknown_registration": N_(
        "Diese Anmeldung finden wir nicht. Öffnen Sie bitte Ihr Ticket, oder fragen "
        "Sie am Einlass nach Ihrem Namen."
    ),
    "session_takes_no_sign_up": N_(
        "Für diesen Programmpunkt kann man sich nicht mehr anmelden. Gehen Sie bitte "
        "zurück und wählen Sie einen anderen."
    ),
    "changes_are_over": N_(
        "Ihre Angaben lassen sich hier nicht mehr ändern. Bitte sagen Sie es am "
        "Einlass."
    ),
}
