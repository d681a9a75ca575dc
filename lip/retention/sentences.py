"""The refusals of retention, in sentences."""

from collections.abc import Mapping
from typing import Final

from lip.words import N_

SENTENCES: Final[Mapping[str, str]] = {
    "own_data_proof_missing": N_(
        "Bitte öffnen Sie zuerst die Seite „Meine Angaben“. "
        "Dort können Sie die Datei laden."
    ),
}
