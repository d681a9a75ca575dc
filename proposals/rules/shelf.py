"""
Proposals of a conference by meaning and letters, to be searched while typing.

Rows are added at the end and overwritten in place, so that the search needs one product
of a matrix with a vector, whatever changes meanwhile. Letters count little, so they are
compared only where the meaning is near.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from proposals.rules.kmeans import Floats
from proposals.rules.similarity import (
    LETTERS,
    LIKELY_THE_SAME,
    MEANING,
    first_best,
)

NUMBERS: Final = 512
WORTH_A_LOOK: Final = 0.4
"""From this nearness of meaning on, a proposal is shown beside what somebody types."""

COMPARED_BY_LETTERS: Final = 500
"""So many of the nearest by meaning; among 10,000 already 50 gave the same five."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alike:
    """A proposal that says much the same; `very` where it is likely the same."""

    id: UUID
    nearness: float
    very: bool


@dataclass(slots=True, kw_only=True)
class Shelf:
    """What can be found, as it was at a revision."""

    revision: int = -1
    many: int = 0
    ids: list[UUID] = field(default_factory=list)
    place_of: dict[UUID, int] = field(default_factory=dict)
    meanings: Floats = field(
        default_factory=lambda: np.zeros((64, NUMBERS), dtype=np.float32)
    )
    letters: Floats = field(
        default_factory=lambda: np.zeros((64, NUMBERS), dtype=np.float32)
    )
    shown: NDArray[np.bool_] = field(default_factory=lambda: np.zeros(64, dtype=bool))

    def put(self, one: UUID, meaning: Floats, letters: Floats) -> None:
        """Let a proposal be found by these words."""
        place = self.place_of.get(one)
        if place is None:
            place = self._new_place(one)
        self.meanings[place] = meaning
        self.letters[place] = letters
        self.shown[place] = True

    def take_away(self, one: UUID) -> None:
        """Let a proposal be found no more."""
        if (place := self.place_of.get(one)) is not None:
            self.shown[place] = False

    def nearest(
        self, meaning: Floats, letters: Floats, *, most: int, without: frozenset[UUID]
    ) -> Sequence[Alike]:
        """Find what is nearest; at the same nearness, what was there first."""
        by_meaning = self.meanings[: self.many] @ meaning.astype(np.float32)
        by_meaning[~self.shown[: self.many]] = -np.inf
        looked_at = first_best(by_meaning, COMPARED_BY_LETTERS + len(without))
        by_letters = self.letters[looked_at] @ letters
        nearness = MEANING * by_meaning[looked_at] + LETTERS * by_letters
        found: list[Alike] = []
        for at in np.argsort(-nearness, kind="stable").tolist():
            place, cosine = int(looked_at[at]), float(by_meaning[looked_at[at]])
            best = max(cosine, float(nearness[at]))
            if len(found) == most or nearness[at] < 0:
                break
            if best >= WORTH_A_LOOK and self.ids[place] not in without:
                found.append(
                    Alike(
                        id=self.ids[place],
                        nearness=float(nearness[at]),
                        very=best >= LIKELY_THE_SAME,
                    )
                )
        return found

    def _new_place(self, one: UUID) -> int:
        if self.many == len(self.shown):
            self.meanings = _twice(self.meanings)
            self.letters = _twice(self.letters)
            self.shown = _twice(self.shown)
        self.ids.append(one)
        self.place_of[one] = self.many
        self.many += 1
        return self.many - 1


def _twice(rows: NDArray[Any]) -> NDArray[Any]:
    return np.concatenate([rows, np.zeros_like(rows)])
