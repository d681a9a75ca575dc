"""
Proposals of a conference by meaning and letters, to be searched while typing.

Rows are added at the end and overwritten in place, so that the search needs one product
of a matrix with a vector, whatever changes meanwhile.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from proposals.rules.kmeans import Floats
from proposals.rules.similarity import LETTERS, LIKELY_THE_SAME, MEANING

NUMBERS: Final = 512
WORTH_A_LOOK: Final = 0.4
"""From this nearness of meaning on, a proposal is shown beside what somebody types."""


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
    rows: Floats = field(
        default_factory=lambda: np.zeros((64, 2 * NUMBERS), dtype=np.float32)
    )
    shown: NDArray[np.bool_] = field(default_factory=lambda: np.zeros(64, dtype=bool))

    def put(self, one: UUID, meaning: Floats, letters: Floats) -> None:
        """Let a proposal be found by these words."""
        place = self.place_of.get(one)
        if place is None:
            place = self._new_place(one)
        self.rows[place, :NUMBERS] = MEANING * meaning
        self.rows[place, NUMBERS:] = LETTERS * letters
        self.shown[place] = True

    def take_away(self, one: UUID) -> None:
        """Let a proposal be found no more."""
        if (place := self.place_of.get(one)) is not None:
            self.shown[place] = False

    def nearest(
        self, meaning: Floats, letters: Floats, *, most: int, without: frozenset[UUID]
    ) -> Sequence[Alike]:
        """Find what is nearest; at the same nearness, what was there first."""
        query = np.concatenate([meaning, letters]).astype(np.float32)
        nearness = self.rows[: self.many] @ query
        nearness[~self.shown[: self.many]] = -1.0
        size = min(most + len(without), len(nearness))
        if not size:
            return []
        best = np.argpartition(-nearness, size - 1)[:size]
        order = best[np.lexsort((best, -nearness[best]))]
        found = [
            self._alike(int(each), float(nearness[each]), meaning)
            for each in order
            if self.ids[each] not in without
        ]
        return [one for one in found if one is not None][:most]

    def _alike(self, place: int, nearness: float, meaning: Floats) -> Alike | None:
        cosine = float(self.rows[place, :NUMBERS] @ meaning) / MEANING
        if nearness < 0 or max(cosine, nearness) < WORTH_A_LOOK:
            return None
        very = max(cosine, nearness) >= LIKELY_THE_SAME
        return Alike(id=self.ids[place], nearness=nearness, very=very)

    def _new_place(self, one: UUID) -> int:
        if self.many == len(self.rows):
            self.rows = np.concatenate([self.rows, np.zeros_like(self.rows)])
            self.shown = np.concatenate([self.shown, np.zeros_like(self.shown)])
        self.ids.append(one)
        self.place_of[one] = self.many
        self.many += 1
        return self.many - 1
