"""
What is kept of people, how long, and how it is deleted.

Each area with personal data lists its kinds in a module `kept.py`; `lip.contributions`
gathers them, and `lip.retention` deletes by them, keeps the proof, and answers people
who ask what is stored of them or want it erased.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeAlias
from uuid import UUID

Facts: TypeAlias = Sequence[Mapping[str, str]]
"""Rows for a person to read: label (German, to be translated) to value."""

Rows: TypeAlias = int | Mapping[str, int]
"""How many rows: all in all, or by the key of the conference they belong to."""

KeyFor: TypeAlias = Callable[[str], bytes]
"""Derives the operator's key for a purpose (`lip.keys.Keys.part`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ahead:
    """What is kept of one conference: so many rows until the end of a day."""

    rows: int
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """
    One kind of data about people.

    `name` is stable and stands in deletion records; `label` and `rule` are German
    sentences for the translation: what it is, and how long it is kept.
    `count_due` says how many rows are due at a moment and `delete_due` deletes them,
    in the transaction of the caller, and says how many. `of_person` gives what is
    stored of one participant, `erase` deletes or empties it and says how many rows;
    kinds of higher areas are erased first, so that places become free before the
    participant goes.

    May be left out: `ahead` says what is kept of a conference (by its id) until when;
    `stays` is a German sentence that says what is not erased on wish, and why;
    `erase_by_key` comes before `erase`, for rows that only the operator's key finds;
    `prolongable` kinds leave out the conferences that
    `lip.conference.queries.keeping.prolonged(name, now)` names.
    """

    name: str
    label: str
    rule: str
    count_due: Callable[[datetime], Awaitable[Rows]]
    delete_due: Callable[[datetime], Awaitable[Rows]]
    of_person: Callable[[UUID], Awaitable[Facts]]
    erase: Callable[[UUID], Awaitable[int]]
    ahead: Callable[[UUID], Awaitable[Sequence[Ahead]]] | None = None
    stays: str = ""
    erase_by_key: Callable[[UUID, KeyFor], Awaitable[int]] | None = None
    prolongable: bool = False


async def nothing_due(_now: datetime) -> Rows:
    """Count nothing of its own: it stays, or goes with something else."""
    return 0


async def nothing_of(_participant: UUID) -> Facts:
    """Give nothing: it belongs to nobody with a ticket, or nobody knows to whom."""
    return ()


async def nothing_erased(_participant: UUID) -> int:
    """Erase nothing: none of it is known to be hers."""
    return 0
