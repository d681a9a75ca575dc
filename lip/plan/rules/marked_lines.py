"""An amendment as it is read: the lines it stands against, with what goes and comes."""

from collections.abc import Sequence
from dataclasses import dataclass

from lip.plan.rules.lines import Line, blocks_of
from lip.plan.rules.words import Piece, PieceKind, compare_words


@dataclass(slots=True)
class MarkedLine:
    """A line with its number, 0 for one that has none yet."""

    number: int
    pieces: list[Piece]


def marked_lines(
    lines: Sequence[Line], old: tuple[int, int], new: str, *, line_length: int
) -> Sequence[MarkedLine]:
    """
    Show lines of a wording as they would become; `old` is from and to in the source.

    Compared is what is read, not the marks of Markdown.
    """
    start, end = old
    there = [
        one for one in lines if start < end and one.end > start and one.start < end
    ]
    blocks = blocks_of(new, line_length=line_length)
    after = "\n".join(one.text for one in blocks)
    before, begins = _plain(there)
    marking = _Marking(begins)
    for piece in compare_words(before, after):
        marking.add(piece)
    return marking.done()


def _plain(lines: Sequence[Line]) -> tuple[str, dict[int, int]]:
    text, begins = "", dict[int, int]()
    for place, line in enumerate(lines):
        begins[len(text)] = line.number
        text += line.text[: -1 if line.cut else None]
        following = lines[place + 1] if place + 1 < len(lines) else None
        if following:
            text += line.after if following.block == line.block else "\n"
    return text, begins


class _Marking:
    """Parts pieces where lines of the old wording begin."""

    def __init__(self, begins: dict[int, int]) -> None:
        self._begins = begins
        self._at = 0
        self._rows: list[MarkedLine] = []

    def add(self, piece: Piece) -> None:
        """Add words that stayed, went or came."""
        if piece.kind is PieceKind.INSERTED:
            self._come(piece.text)
            return
        stops = [
            one for one in self._begins if self._at < one < self._at + len(piece.text)
        ]
        for stop in (*stops, self._at + len(piece.text)):
            size = stop - self._at
            if self._at in self._begins:
                self._rows.append(MarkedLine(self._begins.pop(self._at), []))
            text, piece = piece.text[:size], Piece(piece.kind, piece.text[size:])
            self._put(piece.kind, text.rstrip("\n"))
            self._at = stop

    def done(self) -> Sequence[MarkedLine]:
        """Give the lines."""
        return [row for row in self._rows if row.pieces]

    def _come(self, text: str) -> None:
        for place, part in enumerate(text.split("\n")):
            if place or not self._rows:
                self._rows.append(MarkedLine(0, []))
            self._put(PieceKind.INSERTED, part)

    def _put(self, kind: PieceKind, text: str) -> None:
        if text:
            if not self._rows:
                self._rows.append(MarkedLine(0, []))
            self._rows[-1].pieces.append(Piece(kind, text))
