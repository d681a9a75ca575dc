"""The refusals of backup and restore, in sentences."""

from collections.abc import Mapping
from typing import Final

from lip.words import N_

SENTENCES: Final[Mapping[str, str]] = {
    "file_exists": N_(
        "Die Datei %(name)s gibt es schon. Bitte nennen Sie eine andere."
    ),
    "no_such_file": N_("Die Datei %(name)s gibt es nicht."),
    "not_a_backup": N_(
        "%(name)s ist keine Sicherung von LIP. Es wurde nichts geändert."
    ),
    "damaged_backup": N_(
        "%(name)s ist beschädigt: die Prüfsumme stimmt nicht. Es wurde nichts geändert."
    ),
    "backup_of_newer_version": N_(
        "%(name)s stammt von einer neueren Fassung von LIP. "
        "Bitte bringen Sie zuerst LIP auf den neuesten Stand."
    ),
    "database_not_empty": N_(
        "In der Datenbank stehen schon Daten, sie bleiben unverändert. "
        "Mit --overwrite werden sie durch die Sicherung ersetzt."
    ),
}
