"""Lines that an address names ("70-73"), and a text in which they are marked."""

import re
from dataclasses import dataclass
from typing import Final

_RANGE: Final = re.compile(r"\s*([1-9][0-9]{0,5})(?:\s*[-–]\s*([1-9][0-9]{0,5}))?\s*")
_LINE: Final = re.compile(r'class="z" id="z(\d+)"')


@dataclass(frozen=True, slots=True, kw_only=True)
class LineRange:
    """Lines from a first to a last."""

    first: int
    last: int

    def __str__(self) -> str:
        """Write it as addresses do."""
        return f"{self.first}" + (f"-{self.last}" if self.last > self.first else "")


def range_of(text: str) -> LineRange | None:
    """
    Read lines that somebody named; None where nobody can tell what is meant.

    >>> str(range_of("73 – 70")), str(range_of("12")), range_of("z12"), range_of("0-3")
    ('70-73', '12', None, None)
    """
    found = _RANGE.fullmatch(text)
    if not found:
        return None
    ends = sorted((int(found[1]), int(found[2] or found[1])))
    return LineRange(first=ends[0], last=ends[1])


def with_marks(html: str, lines: LineRange) -> str:
    """
    Mark lines of a drawn text, as the style sheet shows them.

    >>> with_marks('<span class="z" id="z7">', LineRange(first=6, last=7))
    '<span class="z marked" id="z7">'
    """

    def mark(found: re.Match[str]) -> str:
        within = lines.first <= int(found[1]) <= lines.last
        return f'class="z marked" id="z{found[1]}"' if within else found[0]

    return _LINE.sub(mark, html)
