"""The refusals of open data, in sentences."""

from collections.abc import Mapping
from typing import Final

from lip.words import N_

SENTENCES: Final[Mapping[str, str]] = {
    "no_such_open_object": N_(
        "Das angefragte Objekt gibt es nicht. Alle Objekte stehen in den Listen, die "
        "das System-Objekt nennt."
    ),
    "no_such_dataset": N_(
        "Diese Datei gibt es nicht. Auf der Seite „Offene Daten“ stehen alle Dateien."
    ),
}
