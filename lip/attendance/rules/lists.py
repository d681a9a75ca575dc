"""
Attendance lists for funders: who was really there, with the columns they ask for.

A list is of one day, of one session, or of the whole conference; nobody stands on it
who was not there.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final
from uuid import UUID


class ListColumn(StrEnum):
    """What may stand on a list."""

    NUMBER = "number"
    NAME = "name"
    ORGANISATION = "organisation"
    ROLE = "role"
    LANGUAGE = "language"
    EMAIL = "email"
    CAME = "came"
    LEFT = "left"
    TIME = "time"
    SIGNATURE = "signature"


USUAL: Final = (
    ListColumn.NUMBER,
    ListColumn.NAME,
    ListColumn.ORGANISATION,
    ListColumn.SIGNATURE,
)
"""What funders ask for most often: no more than that, unless it is chosen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListWish:
    """What a list is of; neither day nor session means the whole conference."""

    day: date | None = None
    session: UUID | None = None
    columns: tuple[ListColumn, ...] = USUAL


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One line: who, and from when to when; times only where there is one stretch."""

    number: int
    name: str
    organisation: str
    role: str
    language: str
    email: str
    minutes: int
    came_at: datetime | None = None
    left_at: datetime | None = None


def chosen_columns(names: Sequence[str]) -> tuple[ListColumn, ...]:
    """
    Read the columns that were ticked, in their own order; a list has names.

    >>> [one.value for one in chosen_columns(["signature", "number", "nonsense"])]
    ['number', 'name', 'signature']
    """
    wanted = {*names, ListColumn.NAME.value}
    return tuple(one for one in ListColumn if one.value in wanted)


def cells_of(
    one: Listed,
    columns: Sequence[ListColumn],
    *,
    clock: Callable[[datetime | None], str],
    duration: Callable[[int], str],
    language: Callable[[str], str],
) -> tuple[str, ...]:
    """Write a line as cells, with the given words for times and languages."""
    values: Mapping[ListColumn, str] = {
        ListColumn.NUMBER: str(one.number),
        ListColumn.NAME: one.name,
        ListColumn.ORGANISATION: one.organisation,
        ListColumn.ROLE: one.role,
        ListColumn.LANGUAGE: language(one.language) if one.language else "",
        ListColumn.EMAIL: one.email,
        ListColumn.CAME: clock(one.came_at),
        ListColumn.LEFT: clock(one.left_at),
        ListColumn.TIME: duration(one.minutes),
        ListColumn.SIGNATURE: "",
    }
    return tuple(values[column] for column in columns)
