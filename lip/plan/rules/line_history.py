"""
Where a stretch of one wording stands in the next.

Between two wordings that somebody wrote, it is found by comparing them. Where an
amendment was adopted it is known, because what changed is known.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from lip.plan.rules.diff import Paragraph, Passage, compare, paragraphs
from lip.plan.rules.spots import Spot, Stretch
from lip.plan.rules.words import PieceKind

ENOUGH = 0.5
"""Share of a stretch that must still be there to say where it stands now."""


@dataclass(frozen=True, slots=True, order=True)
class _Kept:
    """So many characters that stand in both wordings."""

    old: int
    new: int
    length: int


class History:
    """What an old wording and a new one have in common."""

    def __init__(self, old: str, new: str, changes: Sequence[Spot] = ()) -> None:
        self._old = old
        self._new = new
        known = _walked(old, new, changes) if changes else None
        self._kept = _compared(old, new) if known is None else known

    def spot(self, one: Spot) -> Spot | None:
        """Say where a spot is now, if nobody has changed anything there."""
        if not one.stretch.empty:
            now = self.exactly(one.stretch)
        elif one.whole:
            now = self._gap(one.stretch.start)
        else:
            now = self._point(one.stretch.start)
        return None if now is None else Spot(now, one.whole, one.words)

    def exactly(self, stretch: Stretch) -> Stretch | None:
        """Say where a stretch stands now, if all of it is there in one piece."""
        if stretch.empty:
            return self._gap(stretch.start)
        there = self._at(stretch.start)
        if there is None:
            return None
        by = there - stretch.start
        now = Stretch(there, stretch.end + by)
        whole = all(one.new - one.old == by for one in self._touching(stretch))
        old = self._old[stretch.start : stretch.end]
        return now if whole and self._new[now.start : now.end] == old else None

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

    def instead(self, stretch: Stretch) -> str:
        """Give what stands today where a stretch stood, or came in its place."""
        if now := self.about(stretch):
            return self._new[now.start : now.end]
        before = [one for one in self._kept if one.old + one.length <= stretch.start]
        after = [one for one in self._kept if one.old >= stretch.end]
        start = before[-1].new + before[-1].length if before else 0
        end = after[0].new if after else len(self._new)
        return self._new[start:end].strip()

    def _point(self, at: int) -> Stretch | None:
        """Carry a point within a block: its neighbours there must be the same."""
        left, right = not _edge(self._old, at - 1), not _edge(self._old, at)
        before = self._at(at - 1) if left else None
        after = self._at(at) if right else None
        if (left and before is None) or (right and after is None):
            return None
        there = before + 1 if before is not None else after or 0
        held = (after is None or after == there) and (
            (left or _edge(self._new, there - 1)) and (right or _edge(self._new, there))
        )
        return Stretch(there, there) if held else None

    def _gap(self, at: int) -> Stretch | None:
        """
        Carry a place between two blocks by the end of one and the start of the other.

        Where something came between them it is not carried.
        """
        places = self._end_of_block(at), self._start_of_block(at)
        there = {one for one in places if one is not None}
        if not there and (blank := self._at(at)) is not None:
            there = {self._bare(blank)}
        if len(there) != 1:
            return None
        (place,) = there
        return Stretch(place, place)

    def _end_of_block(self, at: int) -> int | None:
        end = len(self._old[:at].rstrip())
        if not end:
            return 0
        last = self._at(end - 1)
        return last + 1 if last is not None and _edge(self._new, last + 1) else None

    def _start_of_block(self, at: int) -> int | None:
        start = at + len(self._old[at:]) - len(self._old[at:].lstrip())
        if start >= len(self._old):
            return self._bare(len(self._new))
        first = self._at(start)
        if first is None or not _edge(self._new, first - 1):
            return None
        return self._bare(first)

    def _bare(self, at: int) -> int:
        return len(self._new[:at].rstrip())

    def _at(self, place: int) -> int | None:
        found = bisect_right(self._kept, place, key=lambda one: one.old) - 1
        if found < 0:
            return None
        one = self._kept[found]
        inside = place - one.old
        return one.new + inside if inside < one.length else None

    def _touching(self, stretch: Stretch) -> Sequence[_Kept]:
        first = bisect_right(self._kept, stretch.start, key=lambda one: one.old) - 1
        stop = bisect_left(self._kept, stretch.end, key=lambda one: one.old)
        return [
            one
            for one in self._kept[max(0, first) : stop]
            if one.old + one.length > stretch.start
        ]

    def _parts(self, stretch: Stretch) -> Sequence[Stretch]:
        parts = []
        for one in self._touching(stretch):
            start = max(stretch.start, one.old)
            end = min(stretch.end, one.old + one.length)
            parts.append(Stretch(start - one.old + one.new, end - one.old + one.new))
        return parts


def _edge(text: str, at: int) -> bool:
    """Tell whether no character of a row stands at a place."""
    return not 0 <= at < len(text) or text[at] == "\n"


def _walked(old: str, new: str, changes: Sequence[Spot]) -> Sequence[_Kept] | None:
    """
    Go through both wordings with what changed; None where that leads elsewhere.

    Blank lines may be more or fewer, as they were mended.
    """
    made: list[_Kept] = []
    at = there = 0
    for one in (*sorted(changes), Spot(Stretch(len(old), len(old)), False, "")):
        stayed = old[at : one.stretch.start]
        begin = _past_breaks(new, there)
        breaks = len(stayed) - len(stayed.lstrip("\n"))
        made.append(_Kept(at, there, min(breaks, begin - there)))
        words = stayed.strip("\n")
        if words:
            if not new.startswith(words, begin):
                return None
            made.append(_Kept(at + breaks, begin, len(words)))
            there = begin + len(words)
        come = one.words.strip("\n")
        if come:
            begin = _past_breaks(new, there)
            if not new.startswith(come, begin):
                return None
            there = begin + len(come)
        at = one.stretch.end
    return None if new[there:].strip("\n") else [one for one in made if one.length]


def _past_breaks(text: str, at: int) -> int:
    while at < len(text) and text[at] == "\n":
        at += 1
    return at


def _compared(old: str, new: str) -> Sequence[_Kept]:
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
