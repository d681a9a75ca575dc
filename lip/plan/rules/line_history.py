"""Where a stretch of one wording stands in the next."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from lip.plan.rules.diff import Paragraph, Passage, compare, paragraphs
from lip.plan.rules.words import PieceKind

ENOUGH = 0.5
"""Share of a stretch that must still be there to say where it stands now."""


@dataclass(frozen=True, slots=True, order=True)
class Stretch:
    """Characters of a text, from and to; empty ones are points between two."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, order=True)
class _Kept:
    """So many characters that stand in both wordings."""

    old: int
    new: int
    length: int


class History:
    """What an old wording and a new one have in common."""

    def __init__(self, old: str, new: str) -> None:
        self._old = old
        self._new = new
        self._kept = _kept(old, new)

    def exactly(self, stretch: Stretch) -> Stretch | None:
        """Say where a stretch stands now, if all of it is there in one piece."""
        if stretch.start >= stretch.end:
            return self._point(stretch.start)
        there = self._at(stretch.start)
        if there is None:
            return None
        now = Stretch(there, there + stretch.end - stretch.start)
        old = self._old[stretch.start : stretch.end]
        return now if self._new[now.start : now.end] == old else None

    def about(self, stretch: Stretch) -> Stretch | None:
        """Say where a stretch stands now, if enough of it is left."""
        if now := self.exactly(stretch):
            return now
        parts = self._parts(stretch)
        left = sum(len(self._new[one.start : one.end].strip()) for one in parts)
        whole = len(self._old[stretch.start : stretch.end].strip())
        if not parts or left < whole * ENOUGH:
            return None
        return Stretch(min(one.start for one in parts), max(one.end for one in parts))

    def _point(self, at: int) -> Stretch | None:
        """Carry a point between two paragraphs by the one before it, or after it."""
        before = len(self._old[:at].rstrip()) - 1
        after = at + len(self._old[at:]) - len(self._old[at:].lstrip())
        if before < 0 and after >= len(self._old):
            return Stretch(0, 0)
        there = self._at(before) if before >= 0 else -1
        if there is not None:
            return Stretch(there + 1, there + 1)
        there = self._at(after) if after < len(self._old) else None
        return None if there is None else Stretch(there, there)

    def _at(self, place: int) -> int | None:
        found = bisect_right(self._kept, place, key=lambda one: one.old) - 1
        if found < 0:
            return None
        one = self._kept[found]
        inside = place - one.old
        return one.new + inside if inside < one.length else None

    def _parts(self, stretch: Stretch) -> Sequence[Stretch]:
        parts = []
        for one in self._kept:
            start = max(stretch.start, one.old)
            end = min(stretch.end, one.old + one.length)
            if start < end:
                parts.append(
                    Stretch(start - one.old + one.new, end - one.old + one.new)
                )
        return parts


def _kept(old: str, new: str) -> Sequence[_Kept]:
    before, after = _starts(paragraphs(old)), _starts(paragraphs(new))
    made: list[_Kept] = []
    for one in compare(old, new):
        if one.old_place >= 0 and one.new_place >= 0:
            made += _kept_in(one, before[one.old_place], after[one.new_place])
    return sorted(made)


def _kept_in(passage: Passage, i: int, j: int) -> Sequence[_Kept]:
    made = []
    for piece in passage.pieces:
        length = len(piece.text)
        if piece.kind is PieceKind.SAME:
            made.append(_Kept(i, j, length))
        i += length if piece.kind is not PieceKind.INSERTED else 0
        j += length if piece.kind is not PieceKind.DELETED else 0
    return made


def _starts(ones: Sequence[Paragraph]) -> Sequence[int]:
    starts, at = [], 0
    for one in ones:
        starts.append(at)
        at += len(one.text) + len(one.gap)
    return starts
