"""
Badges and the sheets of paper that they are printed on.

All lengths are millimetres from the upper left corner of the page. Where the
measures of a sheet come from:

* 80 × 50 mm, ten on A4: HERMA 4412 (sold with this measure, centred on the sheet,
  95 and 55 mm from badge to badge), Avery Zweckform L4784, L4785, L4786, L4787 (the
  gLabels collection gives the same steps and a margin half a millimetre wider and
  narrower; the centred one fits both).
* 90 × 54 mm, ten on A4: DURABLE BADGEMAKER 1445; 90 × 60 mm, eight on A4: DURABLE
  BADGEMAKER 1456. Both as pretix prints them.
* 85 × 54 mm, eight on A4: Avery Zweckform C32015, from the gLabels collection.
* A6 and A7 are ISO 216; where they share an A4 sheet it is cut by hand.

Print one sheet on plain paper first and hold it against the bought one.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

A4 = (210.0, 297.0)
A6 = (105.0, 148.0)
A7 = (74.0, 105.0)


class Back(StrEnum):
    """What is on the other side of a badge."""

    EMPTY = "empty"
    PRINTED = "printed"  # on the back of the sheet, turned over the long edge
    FOLDED = "folded"  # beside the front; the fold is the left edge of the front


@dataclass(frozen=True, slots=True, kw_only=True)
class Badge:
    """
    What one badge says; `role` and `day` are worded already.

    `code` is the ticket code without hyphens, `url` what the QR code holds,
    `languages` are BCP 47 tags.
    """

    name: str
    organisation: str
    role: str
    languages: tuple[str, ...]
    code: str
    url: str
    number: int
    conference: str
    day: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where one side of a badge is printed; `page` counts from 0."""

    page: int
    left: float
    top: float


@dataclass(frozen=True, slots=True, kw_only=True)
class BadgeFormat:
    """
    How badges lie on a sheet.

    `plain_paper` means that someone cuts by hand, so cut marks are printed; `paper`
    names the makers' numbers of sheets that are cut already.
    """

    name: str
    page: tuple[float, float]
    badge: tuple[float, float]
    columns: int = 1
    rows: int = 1
    margin: tuple[float, float] = (0.0, 0.0)
    gap: tuple[float, float] = (0.0, 0.0)
    reverse: Back = Back.EMPTY
    plain_paper: bool = False
    paper: tuple[str, ...] = ()

    @property
    def per_sheet(self) -> int:
        """Count the badges on one sheet."""
        return self.columns * self.rows

    @property
    def fits(self) -> bool:
        """Tell whether all badges, and what is folded behind them, are on the page."""
        steps = (self.columns, self.rows)
        ends = (
            margin + count * size + (count - 1) * gap
            for margin, count, size, gap in zip(
                self.margin, steps, self.badge, self.gap, strict=True
            )
        )
        inside = all(
            end <= length + 0.01 for end, length in zip(ends, self.page, strict=True)
        )
        room_behind = min(self.margin[0], self.gap[0] if self.columns > 1 else 999)
        folds = self.reverse is not Back.FOLDED or room_behind >= self.badge[0]
        return inside and folds and min(*self.badge, *steps) > 0

    def front(self, index: int) -> Place:
        """Find the place of a badge's front; `index` counts from 0."""
        sheet, on_sheet = divmod(index, self.per_sheet)
        row, column = divmod(on_sheet, self.columns)
        pages_per_sheet = 2 if self.reverse is Back.PRINTED else 1
        return Place(
            page=sheet * pages_per_sheet,
            left=self.margin[0] + column * (self.badge[0] + self.gap[0]),
            top=self.margin[1] + row * (self.badge[1] + self.gap[1]),
        )

    def back(self, index: int) -> Place | None:
        """Find the place of a badge's back, mirrored so that it lies behind it."""
        front = self.front(index)
        match self.reverse:
            case Back.EMPTY:
                return None
            case Back.PRINTED:
                left = self.page[0] - front.left - self.badge[0]
                return Place(page=front.page + 1, left=left, top=front.top)
            case Back.FOLDED:
                left = front.left - self.badge[0]
                return Place(page=front.page, left=left, top=front.top)

    def cells(self) -> Iterator[tuple[float, float]]:
        """List the upper left corners of the badges on one sheet."""
        for index in range(self.per_sheet):
            place = self.front(index)
            yield place.left, place.top


def _named(*formats: BadgeFormat) -> Mapping[str, BadgeFormat]:
    return MappingProxyType({each.name: each for each in formats})


FORMATS: Mapping[str, BadgeFormat] = _named(
    BadgeFormat(
        name="a4-10-80x50",
        page=A4,
        badge=(80.0, 50.0),
        columns=2,
        rows=5,
        margin=(17.5, 13.5),
        gap=(15.0, 5.0),
        paper=("HERMA 4412", "Avery Zweckform L4784, L4785, L4786, L4787"),
    ),
    BadgeFormat(
        name="a4-10-90x54",
        page=A4,
        badge=(90.0, 54.0),
        columns=2,
        rows=5,
        margin=(15.0, 12.0),
        paper=("DURABLE BADGEMAKER 1445",),
    ),
    BadgeFormat(
        name="a4-8-90x60",
        page=A4,
        badge=(90.0, 60.0),
        columns=2,
        rows=4,
        margin=(15.0, 28.5),
        paper=("DURABLE BADGEMAKER 1456",),
    ),
    BadgeFormat(
        name="a4-8-85x54",
        page=A4,
        badge=(85.0, 54.0),
        columns=2,
        rows=4,
        margin=(17.0, 31.5),
        gap=(6.0, 6.0),
        paper=("Avery Zweckform C32015",),
    ),
    BadgeFormat(
        name="a4-8-a7",
        page=A4,
        badge=(105.0, 74.0),
        columns=2,
        rows=4,
        margin=(0.0, 0.5),
        plain_paper=True,
    ),
    BadgeFormat(
        name="a4-4-a6",
        page=A4,
        badge=A6,
        columns=2,
        rows=2,
        margin=(0.0, 0.5),
        plain_paper=True,
    ),
    BadgeFormat(
        name="a4-4-a6-duplex",
        page=A4,
        badge=A6,
        columns=2,
        rows=2,
        margin=(0.0, 0.5),
        reverse=Back.PRINTED,
        plain_paper=True,
    ),
    BadgeFormat(
        name="a4-2-a6-fold",
        page=A4,
        badge=A6,
        rows=2,
        margin=(105.0, 0.5),
        reverse=Back.FOLDED,
        plain_paper=True,
    ),
    BadgeFormat(name="a6", page=A6, badge=A6),
    BadgeFormat(name="a6-duplex", page=A6, badge=A6, reverse=Back.PRINTED),
    BadgeFormat(name="a7", page=A7, badge=A7),
)
"""The formats to choose from, by name; any other is a `BadgeFormat` made by hand."""

USUAL = FORMATS["a4-10-80x50"]


def grouped(code: str) -> str:
    """
    Write a ticket code in groups of four, as it is printed and read aloud.

    >>> grouped("K7QX9MPTW3HD")
    'K7QX-9MPT-W3HD'
    """
    bare = code.replace("-", "")
    return "-".join(bare[start : start + 4] for start in range(0, len(bare), 4))
