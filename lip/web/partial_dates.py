"""
Dates that say no more than is known, in words and as people type them.

What is read is never more than what was written: "bis Ende 2017" is the year 2017, and
two dates, a season or a year of two digits are none.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from itertools import product
from typing import Final

from babel.dates import format_date, format_skeleton, get_month_names

from lip.partial_dates import PartialDate, PartOfYear
from lip.words import N_, _, current_language

_PARTS: Final[Mapping[PartOfYear, str]] = {
    PartOfYear.FIRST_QUARTER: N_("erstes Quartal %(year)s"),
    PartOfYear.SECOND_QUARTER: N_("zweites Quartal %(year)s"),
    PartOfYear.THIRD_QUARTER: N_("drittes Quartal %(year)s"),
    PartOfYear.FOURTH_QUARTER: N_("viertes Quartal %(year)s"),
    PartOfYear.FIRST_HALF: N_("erstes Halbjahr %(year)s"),
    PartOfYear.SECOND_HALF: N_("zweites Halbjahr %(year)s"),
}
_NUMBERS: Final = {
    "1": 1,
    "i": 1,
    "erstes": 1,
    "ersten": 1,
    "erste": 1,
    "2": 2,
    "ii": 2,
    "zweites": 2,
    "zweiten": 2,
    "zweite": 2,
    "3": 3,
    "iii": 3,
    "drittes": 3,
    "dritten": 3,
    "dritte": 3,
    "4": 4,
    "iv": 4,
    "viertes": 4,
    "vierten": 4,
    "vierte": 4,
}
_BEFORE: Final = re.compile(
    r"(?:(?:spätestens|bis|ab|seit|von|vom|zum|am|im|in|der|dem|des|anfang|mitte"
    r"|ende|jahr|jahre|jahres)\s+)+"
)
_YEAR: Final = r"(?P<year>(?:19|20|21)[0-9]{2})"
_NUMBER: Final = r"(?P<number>[1-4](?=\.|\s)|i{1,3}(?=\.|\s)|iv(?=\.|\s)|[a-zäöü]+)"
_QUARTERS: Final = (
    rf"{_NUMBER}\.?\s*quartal\s+{_YEAR}",
    rf"q\s?(?P<number>[1-4])[\s/.-]\s?{_YEAR}",
)
_HALVES: Final = (
    rf"{_NUMBER}\.?\s*(?:halbjahr|jahreshälfte|hj\.?)\s+{_YEAR}",
    rf"h\s?(?P<number>[12])[\s/.-]\s?{_YEAR}",
)
_MONTH: Final = r"(?P<month>0?[1-9]|1[0-2])"
_DAY: Final = r"(?P<day>0?[1-9]|[12][0-9]|3[01])"
_NAME: Final = r"(?P<name>[^\W\d_][^\d,;]*?)"


def said(value: PartialDate) -> str:
    """Say a date in the language of the page, as far as it is known."""
    locale = current_language().replace("-", "_")
    if value.is_day:
        return str(format_date(value.first, format="long", locale=locale))
    if value.part_of_year is not None:
        return _(_PARTS[value.part_of_year], year=value.year)
    form = "yMMMM" if value.part else "y"
    return str(format_skeleton(form, value.first, locale=locale))


def typed(value: PartialDate | None) -> str:
    """
    Write a date for a field, so that `read` reads the same again in any language.

    >>> typed(PartialDate.load("2019-40")), typed(PartialDate.load("2018-01"))
    ('1. Halbjahr 2019', '01/2018')
    """
    if value is None:
        return ""
    part = value.part_of_year
    if part is not None:
        half = part >= PartOfYear.FIRST_HALF
        first = PartOfYear.FIRST_HALF if half else PartOfYear.FIRST_QUARTER
        return f"{part - first + 1}. {'Halbjahr' if half else 'Quartal'} {value.year}"
    if value.is_day:
        return f"{value.day:02d}.{value.part:02d}.{value.year}"
    return f"{value.part:02d}/{value.year}" if value.part else str(value.year)


def read(text: str) -> PartialDate | None:
    """
    Read a date as people type it; None where it says none, or more than one.

    >>> read("bis Ende 2017"), read("ab Januar 2018;")
    (PartialDate(year=2017, part=0, day=0), PartialDate(year=2018, part=1, day=0))
    >>> read("2016 bis 2019")
    """
    words = " ".join(text.casefold().split()).rstrip(" ;:,.")
    words = _BEFORE.sub("", words, count=1) if _BEFORE.match(words) else words
    for pattern, made in _FORMS:
        if found := pattern.fullmatch(words):
            return made(found)
    return None


def _iso(found: re.Match[str]) -> PartialDate | None:
    try:
        return PartialDate.load(found[0])
    except ValueError:
        return None


def _numbered(found: re.Match[str]) -> PartialDate | None:
    return _made(found, int(found["month"]))


def _named(found: re.Match[str]) -> PartialDate | None:
    month = _months(current_language()).get(found["name"].strip(" ."))
    return _made(found, month) if month else None


def _quarter(found: re.Match[str]) -> PartialDate | None:
    return _part(found, PartOfYear.FIRST_QUARTER, 4)


def _half(found: re.Match[str]) -> PartialDate | None:
    return _part(found, PartOfYear.FIRST_HALF, 2)


def _part(found: re.Match[str], first: PartOfYear, most: int) -> PartialDate | None:
    number = _NUMBERS.get(found["number"], most + 1)
    if number > most:
        return None
    return PartialDate(int(found["year"]), first + number - 1)


def _made(found: re.Match[str], month: int) -> PartialDate | None:
    """Make a date of its parts, unless the calendar does not have it."""
    year, day = int(found["year"]), int(found.groupdict().get("day") or 0)
    try:
        date(year, month, day or 1)
    except ValueError:
        return None
    return PartialDate(year, month, day)


@cache
def _months(language: str) -> Mapping[str, int]:
    """Give the months by their names, in German and in the language of the page."""
    names = {"jänner": 1, "mrz": 3}
    ways = product(
        ("de", language.replace("-", "_")),
        ("wide", "abbreviated"),
        ("format", "stand-alone"),
    )
    for locale, width, context in ways:
        months = get_month_names(width, context, locale)  # type: ignore[arg-type]
        for number, name in months.items():
            names.setdefault(name.casefold().strip(" ."), number)
    return names


_FORMS: Final[tuple[tuple[re.Pattern[str], Callable[..., PartialDate | None]], ...]] = (
    (re.compile(rf"{_YEAR}(?:-[0-9]{{2}}(?:-[0-9]{{2}})?)?"), _iso),
    *((re.compile(form), _quarter) for form in _QUARTERS),
    *((re.compile(form), _half) for form in _HALVES),
    (re.compile(rf"{_DAY}\.\s?{_MONTH}\.\s?{_YEAR}"), _numbered),
    (re.compile(rf"{_MONTH}\s?[/.]\s?{_YEAR}"), _numbered),
    (re.compile(rf"{_DAY}\.?\s{_NAME}\s{_YEAR}"), _named),
    (re.compile(rf"{_NAME}\s{_DAY},\s{_YEAR}"), _named),
    (re.compile(rf"{_NAME}\s{_YEAR}"), _named),
)
