"""What is said when a rule about published pages says no."""

from collections.abc import Mapping
from typing import Final

from lip.words import N_

SENTENCES: Final[Mapping[str, str]] = {
    "duty_without_words": N_(
        "Ohne eigenen Text bliebe die Seite leer. Bitte schreiben Sie einen, oder "
        "lassen Sie den fertigen Text stehen."
    ),
    "copy_in_work": N_(
        "Jemand anderes schreibt gerade diese Kopie. Bitte warten Sie, bis das fertig "
        "ist, und versuchen Sie es dann noch einmal."
    ),
    "page_broke": N_(
        "Die Seite %(address)s lässt sich nicht herstellen. Die alte Kopie ist noch "
        "da. Bitte sehen Sie im Protokoll des Servers nach, und versuchen Sie es "
        "noch einmal."
    ),
    "not_a_copy": N_(
        "Der Ordner %(folder)s enthält etwas anderes als eine Kopie; es würde "
        "gelöscht. Bitte nennen Sie einen leeren oder neuen Ordner."
    ),
    "book_not_set": N_(
        "Das Dokument wurde nicht fertig. Bitte versuchen Sie es noch einmal."
    ),
    "duty_changed_meanwhile": N_(
        "Jemand anderes hat diese Seite inzwischen geändert. Ihr Text steht noch im "
        "Feld; vergleichen Sie ihn mit dem neuen Stand darunter und speichern Sie "
        "noch einmal."
    ),
}
