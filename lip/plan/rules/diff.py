"""
What changed between two texts in Markdown: paragraphs first, then their words.

Paragraphs that are the same hold the comparison together. A paragraph that stands
elsewhere has moved, even where some of its words changed too; it is not deleted and
inserted again. What is left is paired by the words it has in common.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from lip.plan.rules.matching import Pair
from lip.plan.rules.pairing import paired
from lip.plan.rules.words import Piece, PieceKind, compare_words


class PassageKind(StrEnum):
    """What became of a paragraph."""

    SAME = "same"
    CHANGED = "changed"
    INSERTED = "inserted"
    DELETED = "deleted"
    MOVED_HERE = "moved_here"
    MOVED_AWAY = "moved_away"


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """
    A paragraph of both texts or of one; places count from 0, -1 is none.

    `gap` are the blank lines behind it in the new text. `move` counts paragraphs that
    moved, from 1: the same number stands where one went and where it came.
    """

    kind: PassageKind
    pieces: tuple[Piece, ...]
    old_place: int = -1
    new_place: int = -1
    gap: str = ""
    move: int = 0

    @property
    def old(self) -> str:
        """What it said before."""
        return _text_without(self.pieces, PieceKind.INSERTED)

    @property
    def new(self) -> str:
        """What it says now."""
        return _text_without(self.pieces, PieceKind.DELETED)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph and the blank lines behind it."""

    text: str
    gap: str


def compare(old: str, new: str) -> tuple[Passage, ...]:
    """Compare two texts, in the order of the new one; what went stands where it was."""
    if old == new:
        return tuple(
            _same(one, place, place, one) for place, one in enumerate(paragraphs(old))
        )
    before, after = paragraphs(old), paragraphs(new)
    pairs = paired([one.text for one in before], [one.text for one in after])
    moves = {pair: number for number, pair in enumerate(pairs.moved, start=1)}
    told = _Telling(before, after, moves)
    i = j = 0
    for x, y in (*pairs.kept, (len(before), len(after))):
        told.gone(i, x)
        told.come(j, y)
        told.kept(x, y)
        i, j = x + 1, y + 1
    return tuple(told.passages)


def applied(passages: Sequence[Passage]) -> str:
    """Give the new text that a comparison leads to."""
    here = [one for one in passages if one.new_place >= 0]
    return "".join(one.new + one.gap for one in here)


def paragraphs(text: str) -> list[Paragraph]:
    r"""
    Part a text at its blank lines, and lose nothing.

    >>> [one.text for one in paragraphs("eins\nzwei\n\ndrei")]
    ['eins\nzwei', 'drei']
    """
    made: list[Paragraph] = []
    words: list[str] = []
    gap: list[str] = []
    for line in text.splitlines(keepends=True):
        if line.strip() and gap:
            made.append(_paragraph(words, gap))
            words, gap = [], []
        (words if line.strip() else gap).append(line)
    if words or gap:
        made.append(_paragraph(words, gap))
    return made


def _paragraph(words: Sequence[str], gap: Sequence[str]) -> Paragraph:
    whole = "".join(words)
    text = whole.rstrip("\r\n")
    return Paragraph(text, whole[len(text) :] + "".join(gap))


def _text_without(pieces: Sequence[Piece], kind: PieceKind) -> str:
    return "".join(one.text for one in pieces if one.kind is not kind)


def _same(one: Paragraph, old: int, new: int, now: Paragraph) -> Passage:
    return Passage(
        kind=PassageKind.SAME,
        pieces=(Piece(PieceKind.SAME, one.text),),
        old_place=old,
        new_place=new,
        gap=now.gap,
    )


class _Telling:
    """Tells what became of paragraphs, in the order in which it is read."""

    def __init__(
        self,
        before: Sequence[Paragraph],
        after: Sequence[Paragraph],
        moves: Mapping[Pair, int],
    ) -> None:
        self._before = before
        self._after = after
        self._away = {i: number for (i, _), number in moves.items()}
        self._here = {j: (i, number) for (i, j), number in moves.items()}
        self.passages: list[Passage] = []

    def gone(self, start: int, stop: int) -> None:
        """Tell of old paragraphs that are not here any more."""
        for i in range(start, stop):
            move = self._away.get(i, 0)
            piece = Piece(PieceKind.DELETED, self._before[i].text)
            self.passages.append(
                Passage(
                    kind=PassageKind.MOVED_AWAY if move else PassageKind.DELETED,
                    pieces=(piece,),
                    old_place=i,
                    move=move,
                )
            )

    def come(self, start: int, stop: int) -> None:
        """Tell of new paragraphs that were not here before."""
        for j in range(start, stop):
            now = self._after[j]
            i, move = self._here.get(j, (-1, 0))
            old = self._before[i].text if move else ""
            self.passages.append(
                Passage(
                    kind=PassageKind.MOVED_HERE if move else PassageKind.INSERTED,
                    pieces=compare_words(old, now.text),
                    old_place=i,
                    new_place=j,
                    gap=now.gap,
                    move=move,
                )
            )

    def kept(self, i: int, j: int) -> None:
        """Tell of a paragraph that stayed, with the words that changed."""
        if i >= len(self._before) or j >= len(self._after):
            return
        old, now = self._before[i], self._after[j]
        if old.text == now.text:
            self.passages.append(_same(old, i, j, now))
            return
        self.passages.append(
            Passage(
                kind=PassageKind.CHANGED,
                pieces=compare_words(old.text, now.text),
                old_place=i,
                new_place=j,
                gap=now.gap,
            )
        )
