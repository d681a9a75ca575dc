"""
In which order candidates are shown: as drawn, or before that another one each day.

Nobody stands first for long before the lot is drawn, and everybody who looks on the
same day sees the same order.
"""

import hashlib
from collections.abc import Callable, Iterable
from datetime import date
from typing import TypeVar

One = TypeVar("One")


def as_drawn(
    people: Iterable[One], *, place: Callable[[One], int], name: Callable[[One], str]
) -> list[One]:
    """Put people into the order that the lot gave."""
    return sorted(people, key=lambda one: (place(one), name(one)))


def is_drawn(places: Iterable[int]) -> bool:
    """
    Tell whether the lot has given a place to all who stand.

    >>> is_drawn([2, 1]), is_drawn([1, 0]), is_drawn([])
    (True, False, False)
    """
    known = list(places)
    return bool(known) and all(known)


def of_the_day(
    people: Iterable[One], *, name: Callable[[One], str], day: date
) -> list[One]:
    """
    Mix people by the hash of day and name.

    >>> of_the_day("abc", name=str, day=date(2026, 11, 24))
    ['b', 'c', 'a']
    >>> of_the_day("cab", name=str, day=date(2026, 11, 24))
    ['b', 'c', 'a']
    """
    return sorted(people, key=lambda one: _mixed(day, name(one)))


def _mixed(day: date, name: str) -> str:
    return hashlib.sha256(f"{day.isoformat()}|{name}".encode()).hexdigest()
