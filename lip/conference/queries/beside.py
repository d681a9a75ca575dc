"""
What higher areas know of participants, for the pages and files of the guest list.

The guest list knows none of them: `lip.contributions` lists who has something to say.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from lip.conference.queries.conferences import ConferenceFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A few facts on the page of a person, under a heading."""

    title: str
    facts: Sequence[tuple[str, str]]
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnBeside:
    """A column of an export beside the guest's own; cells by participant."""

    heading: str
    cells: Mapping[UUID, str]


BlockOf = Callable[[ConferenceFacts, UUID], Awaitable[Block | None]]
"""Says something of one participant, or nothing."""

ColumnsOf = Callable[[ConferenceFacts, bool], Awaitable[Sequence[ColumnBeside]]]
"""Gives columns of an export; the sensitive ones only if they were asked for."""
