"""
What an amendment changes: edits of whole blocks of Markdown, named by their lines.

Somebody chooses lines and writes what should stand there. What she left as it was
falls away; what remains are edits, each of neighbouring blocks. An edit without old
text inserts between two blocks.
"""

import re
from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from lip.plan.rules.kinds import EditKind
from lip.plan.rules.line_history import History, Stretch
from lip.plan.rules.lines import Line
from lip.plan.rules.matching import gaps, matched
from lip.plan.rules.source_blocks import (
    LIST_ITEM,
    SourceBlock,
    blocks_touching,
    source_blocks,
)
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
    words = _ROW_END.sub("", words.replace("\r\n", "\n")).strip("\n")
    if len(words) > LONGEST_EDIT:
        return Fault.TOO_LONG
    olds = blocks_touching(source_blocks(text), chosen.start, chosen.end)
    news = source_blocks(words)
    pairs = matched(
        [_row_ends(text[one.start : one.end]) for one in olds],
        [words[one.start : one.end] for one in news],
    )
    edits = [
        _edit(text, lines, olds, (i, x), new=_slice(words, news[j:y]))
        for (i, j), (x, y) in gaps(pairs, len(olds), len(news))
        if x > i or y > j
    ]
    return edits or Fault.NOTHING_CHANGED


def amended(text: str, edits: Sequence[Edit]) -> str:
    """Carry edits out; they must not overlap."""
    for one in sorted(edits, key=lambda edit: edit.stretch, reverse=True):
        text = _with(text, one.stretch, one.old, one.new)
    return text


def moved_edits(
    edits: Sequence[Edit],
    history: History,
    *,
    before: Sequence[Line],
    after: Sequence[Line],
) -> Sequence[Edit] | None:
    """
    Carry edits to another wording; None where their old text is not there now.

    `before` and `after` are the lines of both.
    """
    made = []
    for one in edits:
        now = history.exactly(one.stretch)
        if now is None:
            return None
        by = lines_of_stretch(after, now)[0] - lines_of_stretch(before, one.stretch)[0]
        made.append(
            replace(
                one,
                start=now.start,
                first_line=one.first_line + by,
                last_line=one.last_line + by,
            )
        )
    return made


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


def _edit(
    text: str,
    lines: Sequence[Line],
    olds: Sequence[SourceBlock],
    gone: tuple[int, int],
    *,
    new: str,
) -> Edit:
    i, x = gone
    if i == x:
        begin = olds[i].start if i < len(olds) else len(text)
        at = olds[i - 1].end if i else len(text[:begin].rstrip())
        before = line_at(lines, at - 1) if at else 0
        return Edit(
            kind=EditKind.INSERT,
            first_line=before,
            last_line=before,
            start=at,
            old="",
            new=new,
        )
    start, end = olds[i].start, olds[x - 1].end
    old = text[start:end]
    pieces = compare_words(old, new)
    first, last = _changed_lines(lines, start, pieces)
    return Edit(
        kind=_kind(pieces),
        first_line=first,
        last_line=last,
        start=start,
        old=old,
        new=new,
    )


def _changed_lines(
    lines: Sequence[Line], start: int, pieces: Sequence[Piece]
) -> tuple[int, int]:
    """Find the lines in which words go, or between which words come."""
    at, touched = start, set[int]()
    for piece in pieces:
        if piece.kind is PieceKind.SAME:
            at += len(piece.text)
            continue
        if piece.kind is PieceKind.INSERTED:
            touched.add(line_at(lines, max(start, at - 1)))
            continue
        bare = piece.text.strip()
        begin = at + len(piece.text) - len(piece.text.lstrip())
        touched |= {
            line_at(lines, begin),
            line_at(lines, begin + max(0, len(bare) - 1)),
        }
        at += len(piece.text)
    return min(touched), max(touched)


def _kind(pieces: Sequence[Piece]) -> EditKind:
    kinds = {one.kind for one in pieces if one.text.strip()}
    if PieceKind.DELETED not in kinds:
        return EditKind.INSERT
    return EditKind.REPLACE if PieceKind.INSERTED in kinds else EditKind.DELETE


def _with(text: str, stretch: Stretch, old: str, new: str) -> str:
    left, right = text[: stretch.start], text[stretch.end :]
    if old and new:
        return left + new + right
    before, after = left.rstrip("\n"), right.lstrip("\n")
    if not new:
        gap = max(left[len(before) :], right[: len(right) - len(after)], key=len)
        return before + gap + after if before and after else before + after
    return _between(before, new, after)


def _between(before: str, new: str, after: str) -> str:
    parts = [one for one in (before, new, after) if one]
    whole = parts[0]
    for part in parts[1:]:
        tight = LIST_ITEM.match(part) and LIST_ITEM.match(
            whole[whole.rfind("\n") + 1 :]
        )
        whole += ("\n" if tight else "\n\n") + part
    return whole


def _slice(text: str, blocks: Sequence[SourceBlock]) -> str:
    return text[blocks[0].start : blocks[-1].end] if blocks else ""


def _row_ends(text: str) -> str:
    return _ROW_END.sub("", text)
