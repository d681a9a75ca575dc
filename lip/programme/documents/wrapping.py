"""Titles in as many lines as they need, shrunk until they fit."""

from collections.abc import Sequence
from typing import Final

from lip.conference.documents.fitting import LEADING, Box, Fitted
from lip.conference.documents.fonts import settable, width

_STEP: Final = 0.97
_SMALLEST: Final = 0.3  # of the largest size; a text that is longer is cut
_CUT: Final = "…"


def wrapped(text: str, box: Box) -> Fitted:
    """Set a text as large as it fits; what is endless ends in an ellipsis."""
    words = settable(text).split()
    if not words:
        return Fitted(lines=(), size=box.largest)
    size = box.largest
    while size > box.largest * _SMALLEST:
        lines = _lines(words, box.width / size, bold=box.bold)
        if lines and _fits(lines, size, box):
            return Fitted(lines=tuple(lines), size=round(size, 3))
        size *= _STEP
    return _cut(words, size, box)


def _fits(lines: Sequence[str], size: float, box: Box) -> bool:
    return len(lines) <= box.lines and len(lines) * LEADING * size <= box.height


def _lines(words: Sequence[str], room: float, *, bold: bool) -> list[str]:
    """Fill line after line; empty where a single word is too wide."""
    lines: list[str] = []
    for word in words:
        if width(word, bold=bold) > room:
            return []
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer, bold=bold) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _cut(words: Sequence[str], size: float, box: Box) -> Fitted:
    room = box.width / size
    most = max(1, min(box.lines, int(box.height / (LEADING * size))))
    letters = " ".join(words)
    lines: list[str] = []
    while letters and len(lines) < most:
        line = _beginning(letters, room, bold=box.bold)
        lines.append(line.strip())
        letters = letters[len(line) :].lstrip()
    if letters:
        lines[-1] = _beginning(lines[-1], room * 0.95, bold=box.bold).rstrip() + _CUT
    return Fitted(lines=tuple(lines), size=round(size, 3))


def _beginning(text: str, room: float, *, bold: bool) -> str:
    """Give as much of a text as fits into a line, whole words where there are any."""
    low, high = 1, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if width(text[:middle].strip(), bold=bold) <= room:
            low = middle
        else:
            high = middle - 1
    if low < len(text) and " " in text[:low].strip():
        return text[: text[: low + 1].rindex(" ") + 1]
    return text[:low]
