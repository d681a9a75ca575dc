"""The smallest places that change: some characters go, some words come."""

from collections.abc import Sequence
from dataclasses import dataclass

from lip.plan.rules.source_blocks import LIST_ITEM, begins_block
from lip.plan.rules.words import Piece, PieceKind


@dataclass(frozen=True, slots=True, order=True)
class Stretch:
    """Characters of a text, from and to; empty ones are points between two."""

    start: int
    end: int

    @property
    def empty(self) -> bool:
        """Tell whether it is a point."""
        return self.start == self.end


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """
    Characters that go, and the words that come there.

    `whole` are blocks that come between two others, or go as a whole: blank lines
    around them are mended.
    """

    stretch: Stretch
    whole: bool
    words: str

    def moved(self, by: int) -> "Spot":
        """Give the same so many characters further on."""
        there = Stretch(self.stretch.start + by, self.stretch.end + by)
        return Spot(there, self.whole, self.words)


def spots_in(start: int, pieces: Sequence[Piece]) -> Sequence[Spot]:
    """Say where words go and come, in a block that begins at a place."""
    made: list[Spot] = []
    at, gone, come = start, "", ""
    for piece in (*pieces, Piece(PieceKind.SAME, "")):
        if piece.kind is PieceKind.DELETED:
            gone += piece.text
        elif piece.kind is PieceKind.INSERTED:
            come += piece.text
        else:
            if gone or come:
                made.append(Spot(Stretch(at, at + len(gone)), whole=False, words=come))
            at, gone, come = at + len(gone) + len(piece.text), "", ""
    return made


def amended(text: str, spots: Sequence[Spot]) -> str:
    """Change all spots; they must not overlap."""
    for one in sorted(spots, reverse=True):
        left, right = text[: one.stretch.start], text[one.stretch.end :]
        if not one.whole:
            apart = _falls_to_row_above(text, one)
            text = left + ("\n" if apart else "") + one.words + right
        elif one.words:
            text = _between(left.rstrip("\n"), one.words, right.lstrip("\n"))
        else:
            text = _without(left, right)
    return text


def _falls_to_row_above(text: str, one: Spot) -> bool:
    """Tell whether a row without its mark would go on with the row above."""
    start, end = one.stretch.start, one.stretch.end
    if start < 2 or text[start - 1] != "\n" or text[start - 2] == "\n":
        return False
    there = text[start:].partition("\n")[0]
    becomes = (one.words + text[end:]).partition("\n")[0]
    return begins_block(there) and not begins_block(becomes)


def _without(left: str, right: str) -> str:
    before, after = left.rstrip("\n"), right.lstrip("\n")
    gap = max(left[len(before) :], right[: len(right) - len(after)], key=len)
    return before + gap + after if before and after else before + after


def _between(before: str, new: str, after: str) -> str:
    parts = [one for one in (before, new, after) if one]
    whole = parts[0]
    for part in parts[1:]:
        tight = LIST_ITEM.match(part) and LIST_ITEM.match(
            whole[whole.rfind("\n") + 1 :]
        )
        whole += ("\n" if tight else "\n\n") + part
    return whole
