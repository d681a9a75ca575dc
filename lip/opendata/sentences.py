"""The refusals of open data, in sentences."""

from collections.abc import Mapping
from typing import Final

from lip.words import N_

SENTENCES: Final[Mapping[str, str]] = {
    "no_such_open_object": N_(
        "Das angefragte Objekt gibt es nicht. Alle Objekte stehen in den Listen, die "
        "das System-Objekt nennt."
    ),
    "oparl_file_unreadable": N_(
        "In dieser Datei stehen keine Drucksachen nach OParl. Bitte speichern Sie eine "
        "Seite der Liste „papers“ als JSON und lesen Sie diese ein."
    ),
    "oparl_file_too_long": N_(
        "In dieser Datei stehen mehr als %(most)s Objekte. Bitte teilen Sie sie."
    ),
    "chapter_file_unreadable": N_(
        "In dieser Datei steht kein Kapitel mit Titel und Text. Lesbar sind Markdown "
        "und das JSON eines Antrags aus Antragsgrün."
    ),
    "chapter_changed_meanwhile": N_(
        "Jemand anderes hat dieses Kapitel gerade geändert. Es wurde nichts "
        "überschrieben. Bitte lesen Sie die Datei noch einmal ein."
    ),
    "no_such_dataset": N_(
        "Diese Datei gibt es nicht. Auf der Seite „Offene Daten“ stehen alle Dateien."
    ),
}
