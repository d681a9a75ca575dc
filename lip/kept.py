"""
What is kept of people, how long, and how it is deleted.

Each area with personal data lists its kinds in a module `kept.py`; `lip.app` gathers
them, and `lip.retention` deletes by them, keeps the proof, and answers people who ask
what is stored of them or want it erased.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

Facts = Sequence[Mapping[str, str]]
"""Rows for a person to read: label (German, to be translated) to value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """
    One kind of data about people.

    `name` is stable and stands in deletion records; `label` and `rule` are German
    sentences for the translation: what it is, and how long it is kept.
    `count_due` says how many rows are due at a moment and `delete_due` deletes them,
    in the transaction of the caller, and says how many. `of_person` gives what is
    stored of one participant, `erase` deletes or empties it and says how many rows.
    """

    name: str
    label: str
    rule: str
    count_due: Callable[[datetime], Awaitable[int]]
    delete_due: Callable[[datetime], Awaitable[int]]
    of_person: Callable[[UUID], Awaitable[Facts]]
    erase: Callable[[UUID], Awaitable[int]]
