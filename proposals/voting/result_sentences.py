"""What is said when a result cannot be had."""

from collections.abc import Mapping
from typing import Final

from lip.words import N_

SENTENCES: Final[Mapping[str, str]] = {
    "no_result_file": N_(
        "Diese Datei gibt es nicht. Dateien gibt es, sobald die Abstimmung geschlossen "
        "ist und mindestens fünf Personen abgestimmt haben."
    ),
    "no_opinion_groups": N_(
        "Meinungsgruppen gibt es hier nicht oder noch nicht. Bitte schauen Sie auf der "
        "Seite der Abstimmung nach."
    ),
}
