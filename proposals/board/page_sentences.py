"""What the page of the board says when something is missing."""

from collections.abc import Mapping
from typing import Final

from lip.words import N_

SENTENCES: Final[Mapping[str, str]] = {
    "no_cluster_chosen": N_(
        "Es fehlt, in welches Bündel. Wählen Sie ein Bündel aus der Liste."
    ),
    "merge_needs_two": N_(
        "Zum Zusammenlegen braucht es zwei Karten. Wählen Sie noch eine aus."
    ),
}
