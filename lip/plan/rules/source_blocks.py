"""The smallest stretches of Markdown that an amendment changes as a whole."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

_BEGINS: Final = re.compile(r"\s*(?:[-*+]|\d{1,9}[.)])\s|#{1,6}(?:\s|$)|\||\[\^")
LIST_ITEM: Final = re.compile(r"\s*(?:[-*+]|\d{1,9}[.)])\s")


@dataclass(frozen=True, slots=True)
class SourceBlock:
    """A paragraph, heading, item of a list, row of a table or note; from, to."""

    start: int
    end: int


@lru_cache(maxsize=32)
def source_blocks(text: str) -> Sequence[SourceBlock]:
    r"""
    Part Markdown at blank lines, and where a heading, an item or a note begins.

    >>> text = "## Kopf\nWort\n- eins\n- zwei\n\nEnde"
    >>> [text[one.start : one.end] for one in source_blocks(text)]
    ['## Kopf', 'Wort', '- eins', '- zwei', 'Ende']
    """
    made: list[SourceBlock] = []
    at, open_at, closed_by_head = 0, -1, False
    for row in text.splitlines(keepends=True):
        begins = begins_block(row)
        if open_at >= 0 and (begins or closed_by_head or not row.strip()):
            made.append(_block(text, open_at, at))
            open_at = -1
        if open_at < 0 and row.strip():
            open_at = at
        closed_by_head = row.startswith("#") and begins
        at += len(row)
    if open_at >= 0:
        made.append(_block(text, open_at, at))
    return made


def begins_block(row: str) -> bool:
    """Tell whether a row begins a block, whatever stands above it."""
    return _BEGINS.match(row) is not None


def blocks_touching(
    blocks: Sequence[SourceBlock], start: int, end: int
) -> Sequence[SourceBlock]:
    """Give the blocks that share characters with a stretch, or touch its ends."""
    first = max(0, bisect_right([one.start for one in blocks], start) - 1)
    return [one for one in blocks[first:] if one.start <= end and one.end >= start]


def _block(text: str, start: int, stop: int) -> SourceBlock:
    return SourceBlock(start, start + len(text[start:stop].rstrip()))
