"""
Type sizes at which texts fit their boxes, shrunk where needed and never cut.

Measured here and not in typst, whose measuring loop would lay out each name several
times; Pillow shapes a name in some microseconds.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lip.conference.documents.fonts import breaks, settable, width

LEADING = 1.22
"""Height of a line in ems: Noto's tallest letters, Vietnamese ones, need it."""

_READABLE = 5.5
"""Below this size a long word is rather broken than shrunk further."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """
    Room for a text, all in one unit: points on paper, pixels in a picture.

    `largest` is the type size that is not exceeded where there is room.
    """

    width: float
    height: float
    largest: float
    lines: int = 2
    bold: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitted:
    """The lines of a text and the size at which they fit."""

    lines: tuple[str, ...]
    size: float
    widest: float = 0.0  # ems


def fit(text: str, box: Box) -> Fitted:
    """Find the largest setting of a text in a box; an empty text has no lines."""
    clean = settable(text)
    if not clean:
        return Fitted(lines=(), size=box.largest)
    best = max(_settings(clean, box), key=_quality)
    if best.size < _READABLE and box.lines > 1:
        broken = (_sized(lines, box) for lines in _broken(clean))
        best = max((best, *broken), key=_quality)
    return best


def _quality(setting: Fitted) -> tuple[float, int, float]:
    """Prefer large letters, then few lines, then even ones."""
    return setting.size, -len(setting.lines), -setting.widest


def _settings(text: str, box: Box) -> Iterator[Fitted]:
    yield _sized((text,), box)
    if box.lines > 1:
        for lines in breaks(text):
            yield _sized(lines, box)


def _sized(lines: Sequence[str], box: Box) -> Fitted:
    widest = max(width(line, bold=box.bold) for line in lines)
    limits = [box.largest, box.height / (len(lines) * LEADING)]
    if widest:
        limits.append(box.width / widest)
    # One per mille less, so that rounding elsewhere never makes it too wide.
    return Fitted(lines=tuple(lines), size=round(min(limits) * 0.999, 3), widest=widest)


def _broken(text: str) -> Iterator[tuple[str, str]]:
    """Break inside a word, near the middle and never before a mark."""
    middle = len(text) // 2
    for at in range(max(1, middle - 8), min(len(text), middle + 9)):
        if unicodedata.category(text[at])[0] != "M":
            yield text[:at].rstrip(), text[at:].lstrip()
