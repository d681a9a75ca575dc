"""
Dates that say no more than is known: a year, half a year, a quarter, a month, a day.

Kept as ISO 8601-2 (Extended Date/Time Format) writes them: "2022", "2019-40" (first
half of 2019), "2019-33" (its first quarter), "2018-01", "2017-12-31".
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from functools import total_ordering
from typing import Final


class PartOfYear(IntEnum):
    """The numbers by which ISO 8601-2 calls quarters and halves of a year."""

    FIRST_QUARTER = 33
    SECOND_QUARTER = 34
    THIRD_QUARTER = 35
    FOURTH_QUARTER = 36
    FIRST_HALF = 40
    SECOND_HALF = 41


_MONTHS_OF: Final = {
    PartOfYear.FIRST_QUARTER: (1, 3),
    PartOfYear.SECOND_QUARTER: (4, 6),
    PartOfYear.THIRD_QUARTER: (7, 9),
    PartOfYear.FOURTH_QUARTER: (10, 12),
    PartOfYear.FIRST_HALF: (1, 6),
    PartOfYear.SECOND_HALF: (7, 12),
}
_CODE: Final = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


@total_ordering
@dataclass(frozen=True, slots=True)
class PartialDate:
    """
    A date as far as it is known; ordered by its first day, then by its last.

    >>> PartialDate.load("2019-40").last
    datetime.date(2019, 6, 30)
    """

    year: int
    part: int = 0
    day: int = 0

    @staticmethod
    def load(code: str) -> "PartialDate":
        """Read what `dump` has written; raises ValueError for a date that is none."""
        found = _CODE.fullmatch(code)
        if found is None:
            raise ValueError(code)
        year, part, day = (int(one or 0) for one in found.groups())
        made = PartialDate(year, part, day)
        made._check()
        return made

    @staticmethod
    def of(day: date) -> "PartialDate":
        """Say a whole date."""
        return PartialDate(day.year, day.month, day.day)

    def dump(self) -> str:
        """Write it for a column or a file."""
        code = f"{self.year:04d}"
        if self.part:
            code += f"-{self.part:02d}"
        return code + (f"-{self.day:02d}" if self.day else "")

    @property
    def first(self) -> date:
        """The first day that it can mean."""
        return date(self.year, self._months[0], self.day or 1)

    @property
    def last(self) -> date:
        """The last day that it can mean."""
        month = self._months[1]
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    @property
    def is_day(self) -> bool:
        """Tell whether the day itself is known."""
        return self.day > 0

    @property
    def part_of_year(self) -> PartOfYear | None:
        """The quarter or half that it names, if it does."""
        return PartOfYear(self.part) if self.part > 12 else None

    @property
    def _months(self) -> tuple[int, int]:
        if not self.part:
            return 1, 12
        return (self.part, self.part) if self.part <= 12 else _MONTHS_OF[self.part]  # type: ignore[index]

    def _check(self) -> None:
        if self.part > 12:
            PartOfYear(self.part)
            if self.day:
                raise ValueError(self.day)
        elif self.day and not self.part:
            raise ValueError(self.day)
        _ = self.first, self.last

    def __lt__(self, other: "PartialDate") -> bool:
        return (self.first, self.last) < (other.first, other.last)
