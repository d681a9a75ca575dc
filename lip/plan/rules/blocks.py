"""Blocks of a chapter: paragraphs, headings, rows, with what they stand within."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate
from typing import Final

from markdown_it.token import Token

from lip.plan.rules.visible import PLAIN, Look, Visible, visible


class BlockKind(StrEnum):
    """What a block is; a `ROW` is one of a table, a `RULE` parts and has no words."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    CODE = "code"
    ROW = "row"
    RULE = "rule"


class Holder(StrEnum):
    """What blocks can stand within."""

    BULLETS = "bullets"
    NUMBERS = "numbers"
    ITEM = "item"
    QUOTE = "quote"
    TABLE = "table"
    NOTES = "notes"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Container:
    """
    Something that holds blocks; `id` tells one from the next.

    `number` is a list's first number, or that of a note.
    """

    kind: Holder
    id: int
    number: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """
    A block that holds words.

    `start` and `end` are its rows in the source. A table's row has several cells,
    everything else one. A tight one stands in a list without space around.
    """

    kind: BlockKind
    within: tuple[Container, ...]
    start: int
    end: int
    cells: tuple[Visible, ...] = ()
    level: int = 0
    head: bool = False
    tight: bool = False


_HOLDERS: Final = {
    "bullet_list": Holder.BULLETS,
    "ordered_list": Holder.NUMBERS,
    "list_item": Holder.ITEM,
    "blockquote": Holder.QUOTE,
    "table": Holder.TABLE,
    "footnote_block": Holder.NOTES,
    "footnote": Holder.NOTE,
}
_BEGINNINGS: Final = frozenset({"heading_open", "paragraph_open", "tr_open"})
_ENDS: Final = {
    "heading_close": BlockKind.HEADING,
    "paragraph_close": BlockKind.PARAGRAPH,
    "tr_close": BlockKind.ROW,
}
_ALONE: Final = {
    "fence": BlockKind.CODE,
    "code_block": BlockKind.CODE,
    "hr": BlockKind.RULE,
}


def leaves(text: str, tokens: Sequence[Token]) -> Iterator[Leaf]:
    """List the blocks of a text in the order in which they are read."""
    return _Walk(text).leaves(tokens)


class _Walk:
    """Goes through the tokens once."""

    def __init__(self, text: str) -> None:
        self._rows = text.split("\n")
        lengths = (len(row) + 1 for row in self._rows)
        self._starts = [0, *accumulate(lengths)]
        self._within: list[Container] = []
        self._count = 0
        self._cells: list[Visible] = []
        self._cursor = (0, 0)
        self._opened: Token | None = None
        self._head = False

    def leaves(self, tokens: Sequence[Token]) -> Iterator[Leaf]:
        """List the blocks in their order."""
        for token in tokens:
            name, _, way = token.type.rpartition("_")
            if name in _HOLDERS:
                self._hold(token, name, way)
            elif token.type in _BEGINNINGS:
                self._opened = token
            elif name in {"thead", "tbody"}:
                self._head = name == "thead"
            elif token.type == "inline":
                self._cells.append(self._seen(token))
            elif token.type in _ENDS:
                yield self._leaf(_ENDS[token.type], self._opened or token)
            elif token.type in _ALONE:
                yield self._leaf(_ALONE[token.type], token)

    def _hold(self, token: Token, name: str, way: str) -> None:
        if way == "open":
            self._enter(token, name)
        elif way == "close":
            self._within.pop()

    def _enter(self, token: Token, name: str) -> None:
        self._count += 1
        number = int(token.attrGet("start") or 1)
        if name == "footnote":
            number = int(token.meta["id"]) + 1
        self._within.append(
            Container(kind=_HOLDERS[name], id=self._count, number=number)
        )

    def _leaf(self, kind: BlockKind, token: Token) -> Leaf:
        first, last = token.map or (0, 0)
        if kind is BlockKind.CODE:
            self._cells = [self._code(token)]
        cells, self._cells = tuple(self._cells), []
        start, end = self._starts[first], self._starts[last] - 1
        return Leaf(
            kind=kind,
            within=tuple(self._within),
            start=start,
            end=max(start, end),
            cells=cells,
            level=int(token.tag[1]) if kind is BlockKind.HEADING else 0,
            head=self._head and kind is BlockKind.ROW,
            tight=token.hidden,
        )

    def _seen(self, token: Token) -> Visible:
        return visible(token.children or (), token.content, self._places(token))

    def _places(self, token: Token) -> Sequence[int]:
        """Say where each character of an inline token stands in the source."""
        first = (token.map or (0, 0))[0]
        places: list[int] = []
        at = 0
        for offset, part in enumerate(token.content.split("\n")):
            row = self._rows[min(first + offset, len(self._rows) - 1)]
            begin = self._column(row, part, first + offset)
            at = self._starts[min(first + offset, len(self._rows) - 1)] + begin
            places.extend(range(at, at + len(part) + 1))
            at += len(part)
        return [*places, at]

    def _column(self, row: str, part: str, number: int) -> int:
        """Find in a row what is left of it without marks; cells come one by one."""
        if not self._within_table() and row.rstrip().endswith(part.rstrip()):
            return len(row.rstrip()) - len(part.rstrip())
        since = self._cursor[1] if self._cursor[0] == number else 0
        found = max(row.find(part, since), 0)
        self._cursor = (number, found + len(part))
        return found

    def _within_table(self) -> bool:
        return bool(self._within) and self._within[-1].kind is Holder.TABLE

    def _code(self, token: Token) -> Visible:
        """Read code row by row; blanks within a row stay."""
        first = (token.map or (0, 0))[0] + (token.type == "fence")
        seen = Visible()
        look = Look(code=True)
        seen.begin = self._starts[min(first, len(self._rows) - 1)]
        for offset, row in enumerate(token.content.removesuffix("\n").split("\n")):
            number = min(first + offset, len(self._rows) - 1)
            column = max(0, len(self._rows[number]) - len(row))
            if offset:
                seen.text.append("\n")
                seen.looks.append(PLAIN)
                seen.sources.append(self._starts[number] - 1)
            seen.text += row
            seen.looks += [look] * len(row)
            place = self._starts[number] + column
            seen.sources += range(place, place + len(row))
        return seen
