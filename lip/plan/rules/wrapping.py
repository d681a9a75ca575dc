"""Where a line ends: at the last blank or hyphen that fits."""

from collections.abc import Iterator
from dataclasses import dataclass
from textwrap import TextWrapper
from typing import Final

USUAL_LENGTH: Final = 80
SHORTEST: Final = 20
LONGEST: Final = 200
_INSET: Final = 6


@dataclass(frozen=True, slots=True)
class Span:
    """A line as characters of its text; a cut one is written with a hyphen."""

    start: int
    end: int
    cut: bool = False


def width_of(*, heading: int = 0, inset: bool = False, length: int) -> int:
    """
    Say how many characters a line has, as motion software does.

    >>> [width_of(length=80), width_of(inset=True, length=80)]
    [80, 74]
    >>> [width_of(heading=level, length=80) for level in (1, 2, 3, 6)]
    [48, 48, 60, 60]
    """
    if heading:
        return length * (60 if heading <= 2 else 75) // 100
    return length - _INSET if inset else length


def wrapped(text: str, width: int) -> Iterator[Span]:
    """
    Part a text with single blanks into lines; a word longer than a line is cut.

    >>> [(span.start, span.end, span.cut) for span in wrapped("an Zwischenruf", 8)]
    [(0, 2, False), (3, 10, True), (10, 14, False)]
    """
    start = end = position = 0
    for chunk in _chunks(text):
        at, position = position, position + len(chunk)
        if chunk == " ":
            continue
        if end == start:
            start = at
        elif position - start > width:
            yield Span(start, end)
            start = at
        while position - start > width:
            yield Span(start, start + width - 1, cut=True)
            start += width - 1
        end = position
    if end > start:
        yield Span(start, end)


def _chunks(text: str) -> list[str]:
    """Part a text where a line may end, by the rule of Python's textwrap."""
    return [chunk for chunk in TextWrapper.wordsep_re.split(text) if chunk]
