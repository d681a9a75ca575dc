"""Minutes as headed parts, ready to be drawn on a page or set on paper."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

Pairs = Sequence[tuple[str, str]]

LINES_ON_A_PAGE: Final = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A table; all columns but the first hold numbers or short words."""

    caption: str
    headings: Sequence[str]
    rows: Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of the minutes; `exact` pairs are digests and keys."""

    heading: str
    pairs: Pairs = ()
    exact: Pairs = ()
    lines: Sequence[str] = ()
    numbered: Sequence[str] = ()
    sheets: Sequence[Sheet] = ()

    @property
    def is_long(self) -> bool:
        """Tell whether its tables have more lines than a page should bear."""
        return sum(len(one.rows) for one in self.sheets) > LINES_ON_A_PAGE


@dataclass(frozen=True, slots=True, kw_only=True)
class Minutes:
    """All that an election record has; `signs` are those who sign."""

    title: str
    conference: str
    parts: Sequence[Part]
    signs: Sequence[str] = field(default=())
