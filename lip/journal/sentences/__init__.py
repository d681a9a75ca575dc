"""The journal in words: acts, actors and the facts beside them."""

from collections.abc import Mapping
from typing import Final

from lip.journal.rules.acts import Act
from lip.journal.sentences import conferences, elections, house, plan, proposals
from lip.journal.sentences.facts import ACTORS, BOARD_STEPS, FACTS, REASONS

ACTS: Final[Mapping[Act, str]] = {
    **house.ACTS,
    **conferences.ACTS,
    **proposals.ACTS,
    **elections.ACTS,
    **plan.ACTS,
}

__all__ = ["ACTORS", "ACTS", "BOARD_STEPS", "FACTS", "REASONS"]
