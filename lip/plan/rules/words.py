"""What changed within a paragraph, word by word."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from lip.plan.rules.matching import matched

_TOKEN: Final = re.compile(r"\w+(?:[*:_/’'\u00ad-]\w+)*|\s+|\*\*|.", re.DOTALL)


class PieceKind(StrEnum):
    """What became of some words."""

    SAME = "same"
    INSERTED = "inserted"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stayed, came or went."""

    kind: PieceKind
    text: str


def compare_words(old: str, new: str) -> tuple[Piece, ...]:
    """
    Say which words came and went; what went stands before what came.

    >>> [one.text for one in compare_words("ein roter Ball", "ein Ball")]
    ['ein ', 'roter ', 'Ball']
    """
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    return tuple(_joined(_smoothed(list(_runs(before, after)))))


def tokens_of(text: str) -> list[str]:
    """Part a text into words, spaces and signs."""
    return _TOKEN.findall(text)


@dataclass(slots=True)
class _Run:
    """What stayed, after what went and came before it."""

    gone: str
    come: str
    kept: str


def _runs(before: Sequence[str], after: Sequence[str]) -> Iterator[_Run]:
    i = j = 0
    run = _Run("", "", "")
    for x, y in (*matched(before, after), (len(before), len(after))):
        if (x, y) != (i, j):
            yield run
            run = _Run("".join(before[i:x]), "".join(after[j:y]), "")
        run.kept += "".join(before[x : x + 1])
        i, j = x + 1, y + 1
    yield run


def _smoothed(runs: Sequence[_Run]) -> list[_Run]:
    """Let a word that stayed by chance go with the changes around it."""
    made: list[_Run] = []
    for run in runs:
        whole = run
        while made and _chance(made[-1], whole):
            whole = _merged(made.pop(), whole)
        made.append(whole)
    return made


def _merged(last: _Run, run: _Run) -> _Run:
    return _Run(
        last.gone + last.kept + run.gone, last.come + last.kept + run.come, run.kept
    )


def _chance(last: _Run, run: _Run) -> bool:
    around = min(len(last.gone + last.come), len(run.gone + run.come))
    short = len(last.kept.strip()) * 2 <= around
    alone = not last.kept.strip()
    return bool(around) and (short or alone) and bool(last.gone or last.come)


def _joined(runs: Sequence[_Run]) -> Iterator[Piece]:
    for run in runs:
        if run.gone:
            yield Piece(PieceKind.DELETED, run.gone)
        if run.come:
            yield Piece(PieceKind.INSERTED, run.come)
        if run.kept:
            yield Piece(PieceKind.SAME, run.kept)
