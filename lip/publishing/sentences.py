"""What is said when a rule about published pages says no."""

from collections.abc import Mapping
from typing import Final

from lip.words import N_

SENTENCES: Final[Mapping[str, str]] = {
    "duty_without_words": N_(
        "Ohne eigenen Text bliebe die Seite leer. Bitte schreiben Sie einen, oder "
        "lassen Sie den fertigen Text stehen."
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
