"""
What an amendment changes: edits of whole blocks of Markdown, named by their lines.

Somebody chooses lines and writes what should stand there. What she left as it was
falls away; what remains are edits, one for each block with other words. An edit without
old text inserts between two blocks, one without new text takes blocks away.
"""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from lip.plan.rules.kinds import EditKind
from lip.plan.rules.lines import Line
from lip.plan.rules.matching import gaps
from lip.plan.rules.pairing import paired
from lip.plan.rules.source_blocks import SourceBlock, blocks_touching, source_blocks
from lip.plan.rules.spots import Spot, Stretch, amended, spots_in
from lip.plan.rules.words import Piece, PieceKind, compare_words

LONGEST_EDIT: Final = 40_000
"""Characters that one amendment may write."""

LONGEST_REASON: Final = 5_000
LONGEST_INITIATOR: Final = 200
_ROW_END: Final = re.compile(r"[ \t]+$", re.MULTILINE)


class Fault(StrEnum):
    """Why lines or words cannot be an amendment."""

    NO_SUCH_LINE = "no_such_line"
    REVERSED = "lines_reversed"
    NOTHING_CHANGED = "nothing_changed"
    TOO_LONG = "amendment_too_long"


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """
    One place that changes: `start` is where `old` stands in the source of its wording.

    Lines are those whose words change. Without `old` it inserts after `first_line`,
    before everything if that is 0.
    """

    kind: EditKind
    first_line: int
    last_line: int
    start: int
    old: str
    new: str

    @property
    def stretch(self) -> Stretch:
        """The characters that it stands against."""
        return Stretch(self.start, self.start + len(self.old))


def fault_of_lines(lines: Sequence[Line], first: int, last: int) -> Fault | None:
    """Tell what is wrong with lines that somebody chose, if anything."""
    if first > last:
        return Fault.REVERSED
    if first < 1 or last > len(lines):
        return Fault.NO_SUCH_LINE
    return None


def chosen_stretch(text: str, lines: Sequence[Line], first: int, last: int) -> Stretch:
    """Give the whole blocks that chosen lines stand in."""
    start, end = lines[first - 1].start, lines[last - 1].end
    touched = blocks_touching(source_blocks(text), start, max(start, end - 1))
    return (
        Stretch(touched[0].start, touched[-1].end) if touched else Stretch(start, end)
    )


def edits_of(
    text: str, lines: Sequence[Line], chosen: Stretch, words: str
) -> Sequence[Edit] | Fault:
    """Say which blocks of a stretch change when other words stand there."""
    words = words.replace("\r\n", "\n").strip("\n")
    if len(words) > LONGEST_EDIT:
        return Fault.TOO_LONG
    writing = _Writing(
        text, lines, blocks_touching(source_blocks(text), chosen.start, chosen.end)
    )
    return list(writing.edits(words)) or Fault.NOTHING_CHANGED


def spots_of(edits: Sequence[Edit]) -> Sequence[Spot]:
    """Say which words edits change, as far apart as they are."""
    return [spot for edit in edits for spot in _spots(edit)]


def code_of(chapter: str, first_line: int, taken: Collection[str]) -> str:
    """
    Call an amendment by its first line.

    >>> code_of("A5", 70, []), code_of("A5", 70, ["A5-070"])
    ('A5-070', 'A5-070-2')
    """
    code = f"{chapter}-{max(1, first_line):03d}" if chapter else f"{first_line:03d}"
    names = (code, *(f"{code}-{number}" for number in range(2, len(taken) + 3)))
    return next(name for name in names if name not in taken)


def line_at(lines: Sequence[Line], place: int) -> int:
    """Give the number of the line that a character of the source stands in."""
    if not lines:
        return 0
    found = bisect_right(lines, place, key=lambda line: line.start) - 1
    if found + 1 < len(lines) and (found < 0 or place > lines[found].end):
        found += 1
    return lines[max(0, found)].number


def lines_of_stretch(lines: Sequence[Line], stretch: Stretch) -> tuple[int, int]:
    """Give the first and last line of a stretch; for a point the one before it."""
    if stretch.start == stretch.end:
        number = line_at(lines, stretch.start - 1) if stretch.start else 0
        return number, number
    return line_at(lines, stretch.start), line_at(lines, stretch.end - 1)


class _Writing:
    """Compares blocks of a text with what should stand there instead."""

    def __init__(
        self, text: str, lines: Sequence[Line], olds: Sequence[SourceBlock]
    ) -> None:
        self._text = text
        self._lines = lines
        self._olds = olds

    def edits(self, words: str) -> Iterator[Edit]:
        """
        Give an edit for each block with other words, and for blocks that come or go.

        Blocks that belong together by their words are compared; of the others the
        first with the first.
        """
        news = source_blocks(words)
        before = [_row_ends(self._text[one.start : one.end]) for one in self._olds]
        after = [_row_ends(words[one.start : one.end]) for one in news]
        kept = paired(before, after).kept
        for (i, j), (x, y) in gaps(kept, len(before), len(after)):
            both = min(x - i, y - j)
            pairs = [*zip(range(i, i + both), range(j, j + both), strict=True)]
            for old, new in pairs:
                yield self._changed(old, words[news[new].start : news[new].end])
            if x - i > both:
                yield self._deleted(i + both, x)
            elif y - j > both:
                yield self._inserted(i + both, _slice(words, news[j + both : y]))
            if x < len(before) and before[x] != after[y]:
                yield self._changed(x, words[news[y].start : news[y].end])

    def _changed(self, place: int, new: str) -> Edit:
        block = self._olds[place]
        old = self._text[block.start : block.end]
        pieces = compare_words(old, new)
        first, last = _changed_lines(
            self._text, self._lines, spots_in(block.start, pieces)
        )
        return Edit(
            kind=_kind(pieces),
            first_line=first,
            last_line=last,
            start=block.start,
            old=old,
            new=new,
        )

    def _deleted(self, first: int, stop: int) -> Edit:
        there = Stretch(self._olds[first].start, self._olds[stop - 1].end)
        kind = EditKind.DELETE
        return _whole(self._text, self._lines, there, "", kind=kind)

    def _inserted(self, place: int, new: str) -> Edit:
        if place:
            at = self._olds[place - 1].end
        else:
            begin = self._olds[0].start if self._olds else len(self._text)
            at = len(self._text[:begin].rstrip())
        there = Stretch(at, at)
        return _whole(self._text, self._lines, there, new, kind=EditKind.INSERT)


def edit_at(
    text: str, lines: Sequence[Line], edit: Edit, spots: Sequence[Spot]
) -> Edit:
    """Write an edit anew whose spots stand elsewhere in another wording."""
    first, last = spots[0].stretch, spots[-1].stretch
    if spots[0].whole:
        return _whole(text, lines, first, edit.new, kind=edit.kind)
    touched = blocks_touching(source_blocks(text), first.start, last.end)
    start, end = touched[0].start, touched[-1].end
    old = text[start:end]
    begin, stop = _changed_lines(text, lines, spots)
    return replace(
        edit,
        first_line=begin,
        last_line=stop,
        start=start,
        old=old,
        new=amended(old, [one.moved(-start) for one in spots]),
    )


def _whole(
    text: str, lines: Sequence[Line], there: Stretch, new: str, *, kind: EditKind
) -> Edit:
    first, last = lines_of_stretch(lines, there)
    return Edit(
        kind=kind,
        first_line=first,
        last_line=last,
        start=there.start,
        old=text[there.start : there.end],
        new=new,
    )


def _spots(edit: Edit) -> Sequence[Spot]:
    if edit.old and edit.new:
        return spots_in(edit.start, compare_words(edit.old, edit.new))
    return [Spot(edit.stretch, whole=True, words=edit.new)]


def _changed_lines(
    text: str, lines: Sequence[Line], spots: Sequence[Spot]
) -> tuple[int, int]:
    """Find the lines in which words go, or between which words come."""
    touched = set[int]()
    for one in spots:
        there = one.stretch
        gone = text[there.start : there.end]
        if not gone.strip():
            touched.add(line_at(lines, _beside(text, there.start)))
            continue
        begin = there.start + len(gone) - len(gone.lstrip())
        end = there.start + len(gone.rstrip())
        touched |= {line_at(lines, begin), line_at(lines, end - 1)}
    return min(touched), max(touched)


def _beside(text: str, at: int) -> int:
    """Give the character before a point, or the one after it at the start of a row."""
    return at - 1 if at and text[at - 1] != "\n" else at


def _kind(pieces: Sequence[Piece]) -> EditKind:
    kinds = {one.kind for one in pieces if one.text.strip()}
    if PieceKind.DELETED not in kinds:
        return EditKind.INSERT
    return EditKind.REPLACE if PieceKind.INSERTED in kinds else EditKind.DELETE


def _slice(text: str, blocks: Sequence[SourceBlock]) -> str:
    return text[blocks[0].start : blocks[-1].end] if blocks else ""


def _row_ends(text: str) -> str:
    return _ROW_END.sub("", text)
