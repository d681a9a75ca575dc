"""The stages of a conference, in the order in which they come."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final


class Stage(StrEnum):
    """Where a conference stands; only drafts are hidden from the public."""

    DRAFT = "draft"
    ANNOUNCED = "announced"
    HELD = "held"
    CALLED_OFF = "called_off"
    ARCHIVED = "archived"


NEXT: Final[Mapping[Stage, frozenset[Stage]]] = {
    Stage.DRAFT: frozenset({Stage.ANNOUNCED}),
    Stage.ANNOUNCED: frozenset({Stage.DRAFT, Stage.HELD, Stage.CALLED_OFF}),
    Stage.HELD: frozenset({Stage.ANNOUNCED, Stage.ARCHIVED}),
    Stage.CALLED_OFF: frozenset({Stage.ANNOUNCED, Stage.ARCHIVED}),
    Stage.ARCHIVED: frozenset({Stage.HELD}),
}
"""Where each stage may lead; a slip can be taken back by one step."""


def may_become(stage: Stage, wanted: Stage) -> bool:
    """Tell whether a conference may go from one stage to another."""
    return wanted in NEXT[stage]
