"""What a field of action is, and how the order of all of them changes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from lip.said import Said

LONGEST_NAME: Final = 120
LONGEST_GOAL: Final = 1000
LONGEST_WORDS: Final = 1000
MOST: Final = 40
"""A plan with more parts than that has another name for most of them."""

_PARTS = re.compile(r"\s*[,،;؛\n]\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldFacts:
    """A field of action; a closed one stays where it stands, but is not offered."""

    id: UUID
    position: int
    name: Said
    goal: Said
    words: Said
    closed: bool = False

    def sayings(self) -> Sequence[str]:
        """Give what is said of it, one by one: name, goal, and each of its words."""
        whole = [text for said in (self.name, self.goal) for text in said.values()]
        words = [_PARTS.split(text) for text in self.words.values()]
        return [*whole, *(word.strip() for part in words for word in part)]
