"""Whose badge is printed, and in which order."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from lip.conference.rules.names import sort_key


class Whose(StrEnum):
    """Which people of the guest list."""

    ALL = "all"
    UNPRINTED = "unprinted"
    WALK_INS = "walk_ins"
    ROLE = "role"
    NUMBERS = "numbers"


class PrintOrder(StrEnum):
    """In which order badges lie on the sheets."""

    NAME = "name"
    NUMBER = "number"
    ORGANISATION = "organisation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Printee:
    """
    A person as far as badges, tickets and door lists need to know.

    `looked_for` is the name as lists show it, `sorted_as` as they sort it; each may
    be empty.
    """

    id: UUID
    issue: int
    number: int
    name: str
    badge_name: str
    organisation: str
    role: str
    spoken_languages: tuple[str, ...]
    language: str
    only_on: date | None
    walk_in: bool
    cancelled: bool
    waiting: bool = False
    printed_at: datetime | None
    looked_for: str
    sorted_as: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """
    Whose badges are wanted.

    `since` is when the wish was made: what has been printed after it counts as not
    printed yet, so the same wish gives the same sheets when it is opened again.
    """

    whose: Whose = Whose.ALL
    role: str = ""
    numbers: tuple[range, ...] = ()
    since: datetime | None = None
    order: PrintOrder = PrintOrder.NAME


def chosen(people: Iterable[Printee], wish: Selection) -> Sequence[Printee]:
    """Select and sort; who has cancelled or waits for a place gets no badge."""
    wanted = [one for one in people if _comes(one) and _wanted(one, wish)]
    return sorted(wanted, key=lambda one: _place(one, wish.order))


def _comes(one: Printee) -> bool:
    return not (one.cancelled or one.waiting)


def _wanted(one: Printee, wish: Selection) -> bool:
    match wish.whose:
        case Whose.ALL:
            return True
        case Whose.UNPRINTED:
            return one.printed_at is None or (
                wish.since is not None and one.printed_at >= wish.since
            )
        case Whose.WALK_INS:
            return one.walk_in
        case Whose.ROLE:
            return one.role == wish.role
        case Whose.NUMBERS:
            return any(one.number in numbers for numbers in wish.numbers)


def _place(one: Printee, order: PrintOrder) -> tuple[str, str, int]:
    match order:
        case PrintOrder.NAME:
            return "", one.sorted_as, one.number
        case PrintOrder.NUMBER:
            return "", "", one.number
        case PrintOrder.ORGANISATION:
            organisation = sort_key(one.organisation)
            return organisation, one.sorted_as, one.number


_RANGE = re.compile(r"(\d{1,6})(?:\s*[-–]\s*(\d{1,6}))?")


def number_ranges(text: str) -> tuple[range, ...] | None:
    """
    Read badge numbers as people write them; None where it makes no sense.

    >>> number_ranges("1-20, 33")
    (range(1, 21), range(33, 34))
    >>> number_ranges("20-1") is None, number_ranges("one") is None
    (True, True)
    """
    ranges = []
    for part in re.split(r"[,;]|(?<=\d)\s+(?=\d)", text.strip()):
        found = _RANGE.fullmatch(part.strip())
        if found is None:
            return None
        first, last = int(found[1]), int(found[2] or found[1])
        if last < first:
            return None
        ranges.append(range(first, last + 1))
    return tuple(ranges)


def sheets_needed(badges: int, *, per_sheet: int) -> int:
    """
    Count the sheets of paper.

    >>> sheets_needed(21, per_sheet=10)
    3
    """
    return -(-badges // per_sheet)
