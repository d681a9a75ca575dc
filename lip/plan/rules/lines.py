"""
Numbered lines of a chapter, computed from its Markdown and never stored.

The rule is that of motion software: 80 columns in paragraphs, 74 in lists, quotations
and notes, 48 in headings of the first two levels, 60 in the others. The same lines
stand on the screen, on paper and in files. Code and rows of tables are not wrapped.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby, pairwise
from typing import Final

from lip.plan.rules.blocks import BlockKind, Container, Leaf, leaves
from lip.plan.rules.glossary import Term, mark_terms
from lip.plan.rules.markdown import tokens_of
from lip.plan.rules.visible import Look, Visible
from lip.plan.rules.wrapping import USUAL_LENGTH, Span, width_of, wrapped

_BETWEEN_CELLS: Final = " | "
_PART: Final = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Characters of a line that look alike."""

    text: str
    look: Look


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """
    A numbered line; `text` is what is printed of it, without marks of Markdown.

    `cut` says that its last hyphen stands for a word that goes on. `after` is what
    parts it from the next line of its block: a blank, a set line break, or nothing.
    `start` and `end` are its place in the source: the lines of a block follow one
    another without a gap.
    """

    number: int
    block: int
    text: str
    pieces: tuple[Piece, ...]
    start: int
    end: int
    cut: bool = False
    after: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """
    A block with its lines; `start` and `end` are whole rows of the source.

    `level` is that of a heading as it was written, `rank` the same without skipped
    ones, from 1; `anchor` is its place in addresses. `cells` are those of a row.
    """

    index: int
    kind: BlockKind
    within: tuple[Container, ...]
    start: int
    end: int
    lines: tuple[Line, ...] = ()
    cells: tuple[tuple[Piece, ...], ...] = ()
    level: int = 0
    rank: int = 0
    anchor: str = ""
    head: bool = False
    tight: bool = False

    @property
    def text(self) -> str:
        """All that is read of it."""
        return "".join(
            line.text[: -1 if line.cut else None] + line.after for line in self.lines
        )


def blocks_of(
    text: str, *, line_length: int = USUAL_LENGTH, terms: Sequence[Term] = ()
) -> tuple[Block, ...]:
    """Part a chapter's Markdown into blocks with numbered lines."""
    return _numbered(text, line_length, tuple(terms))


def lines_of(text: str, *, line_length: int = USUAL_LENGTH) -> tuple[Line, ...]:
    r"""
    Number the lines of a chapter's Markdown.

    >>> [(line.number, line.text) for line in lines_of("# Ziel\n\nAlle *reden* mit.")]
    [(1, 'Ziel'), (2, 'Alle reden mit.')]
    """
    blocks = blocks_of(text, line_length=line_length)
    return tuple(line for block in blocks for line in block.lines)


@lru_cache(maxsize=8)
def _numbered(
    text: str, line_length: int, terms: tuple[Term, ...]
) -> tuple[Block, ...]:
    """Number a text once: whoever talks about a chapter sees it again and again."""
    return tuple(_Numbering(line_length, terms).blocks(text))


class _Numbering:
    """Counts lines through the whole text, and what a heading begins anew."""

    def __init__(self, line_length: int, terms: Sequence[Term]) -> None:
        self._length = line_length
        self._terms = terms
        self._known: set[int] = set()
        self._levels: list[int] = []
        self._anchors: dict[str, int] = {}
        self._number = 0

    def blocks(self, text: str) -> Iterator[Block]:
        """Number one block after the other."""
        for index, leaf in enumerate(leaves(text, tokens_of(text))):
            heading = leaf.kind is BlockKind.HEADING
            if heading:
                self._known.clear()
            elif leaf.kind is not BlockKind.CODE:
                for cell in leaf.cells:
                    mark_terms(cell, self._terms, self._known)
            lines = tuple(self._lines(leaf, index))
            yield Block(
                index=index,
                kind=leaf.kind,
                within=leaf.within,
                start=leaf.start,
                end=leaf.end,
                lines=lines,
                cells=_cells(leaf),
                level=leaf.level,
                rank=self._rank(leaf.level) if heading else 0,
                anchor=self._anchor(leaf.cells[0]) if heading else "",
                head=leaf.head,
                tight=leaf.tight,
            )

    def _lines(self, leaf: Leaf, index: int) -> Iterator[Line]:
        seen = _joined(leaf.cells)
        spans = list(self._spans(leaf, "".join(seen.text)))
        starts = _starts(seen, spans, leaf)
        for place, span in enumerate(spans):
            self._number += 1
            shown = seen.text[span.start : span.end]
            pieces = _pieces(shown, seen.looks[span.start : span.end])
            last = place == len(spans) - 1
            yield Line(
                number=self._number,
                block=index,
                text="".join(shown) + ("-" if span.cut else ""),
                pieces=pieces,
                start=starts[place],
                end=starts[place + 1],
                cut=span.cut,
                after="" if last else "".join(_gap(seen, span, spans[place + 1])),
            )

    def _spans(self, leaf: Leaf, text: str) -> Iterator[Span]:
        width = width_of(
            heading=leaf.level, inset=bool(leaf.within), length=self._length
        )
        for part in _PART.finditer(text):
            if leaf.kind in {BlockKind.CODE, BlockKind.ROW}:
                yield Span(part.start(), part.end())
                continue
            for span in wrapped(part[0], width):
                at = part.start()
                yield Span(at + span.start, at + span.end, cut=span.cut)

    def _rank(self, level: int) -> int:
        while self._levels and self._levels[-1] >= level:
            self._levels.pop()
        self._levels.append(level)
        return len(self._levels)

    def _anchor(self, seen: Visible) -> str:
        words = re.sub(r"\W+", "-", "".join(seen.text).casefold()).strip("-")[:60]
        count = self._anchors[words] = self._anchors.get(words, 0) + 1
        return f"s-{words}" + (f"-{count}" if count > 1 else "")


def _joined(cells: Sequence[Visible]) -> Visible:
    """Put the cells of a row into one line."""
    if len(cells) == 1:
        return cells[0]
    whole = Visible(begin=cells[0].begin if cells else 0)
    for cell in cells:
        if whole.text:
            at = whole.sources[-1] + 1
            whole.text += _BETWEEN_CELLS
            whole.looks += [Look()] * len(_BETWEEN_CELLS)
            whole.sources += [at] * len(_BETWEEN_CELLS)
        whole.text += [" " if sign == "\n" else sign for sign in cell.text]
        whole.looks += cell.looks
        whole.sources += cell.sources
    return whole


def _cells(leaf: Leaf) -> tuple[tuple[Piece, ...], ...]:
    if leaf.kind is not BlockKind.ROW:
        return ()
    return tuple(_pieces(cell.text, cell.looks) for cell in leaf.cells)


def _pieces(text: Sequence[str], looks: Sequence[Look]) -> tuple[Piece, ...]:
    runs = groupby(zip(text, looks, strict=True), key=lambda one: one[1])
    return tuple(
        Piece(text="".join(sign for sign, _look in run), look=look)
        for look, run in runs
    )


def _gap(seen: Visible, span: Span, following: Span) -> Sequence[str]:
    return seen.text[span.end : following.start]


def _starts(seen: Visible, spans: Sequence[Span], leaf: Leaf) -> list[int]:
    """
    Say where in the source each line begins, and where the last one ends.

    Marks that open before a word belong to its line, marks that close to the last.
    """
    if not spans:
        return [leaf.start]
    starts = [seen.begin]
    for before, span in pairwise(spans):
        blank = span.start > before.end
        starts.append(
            seen.sources[span.start - 1] + 1 if blank else seen.sources[span.start]
        )
    return [*starts, max(leaf.end, starts[-1])]
