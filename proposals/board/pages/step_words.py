"""Steps of the board and what came between, in words."""

from collections.abc import Mapping
from typing import Final

from lip.words import N_, _
from proposals.board.rules.outcomes import Meanwhile, Stale
from proposals.board.rules.steps import Step

STEPS: Final[Mapping[Step, str]] = {
    Step.SUGGESTED: N_("Bündel vorschlagen lassen"),
    Step.OPENED: N_("Neues Bündel"),
    Step.NAMED: N_("Namen geben"),
    Step.MOVED: N_("Karten verschieben"),
    Step.PLACED: N_("Angebotene Plätze annehmen"),
    Step.ADDED: N_("Weiteres Thema"),
    Step.REMOVED: N_("Karten herausnehmen"),
    Step.MERGED_CLUSTERS: N_("Bündel zusammenlegen"),
    Step.SPLIT: N_("Bündel teilen"),
    Step.MERGED_PROPOSALS: N_("Vorschläge zusammenlegen"),
    Step.PARTED_PROPOSALS: N_("Vorschläge trennen"),
    Step.ASSIGNED: N_("Handlungsfeld zuordnen"),
    Step.ORDERED: N_("Bündel ordnen"),
    Step.CLOSED: N_("Bündel schließen"),
}

MEANWHILE: Final[Mapping[Meanwhile, str]] = {
    Meanwhile.MOVED: N_(
        "Jemand anderes hat dieselbe Karte gerade verschoben. "
        "Sie liegt jetzt, wo sie hingelegt wurde. Schauen Sie, ob es so passt."
    ),
    Meanwhile.RENAMED: N_(
        "Jemand anderes hat dieses Bündel gerade geändert. "
        "Sie sehen jetzt die neue Fassung. Ändern Sie sie, wenn es nötig ist."
    ),
    Meanwhile.GONE: N_(
        "Jemand anderes hat das gerade weggenommen. Es wurde nichts geändert. "
        "Sie sehen jetzt den neuen Stand."
    ),
    Meanwhile.DONE_MORE: N_(
        "Inzwischen hat jemand weitergearbeitet. Es wurde nichts zurückgenommen. "
        "Schauen Sie, ob Sie den neuen Schritt rückgängig machen möchten."
    ),
}


def said_step(step: Step) -> str:
    """Name a step."""
    return _(STEPS[step])


def said_stale(stale: Stale) -> str:
    """Say what somebody else did to the same thing."""
    return _(MEANWHILE[stale.meanwhile])
