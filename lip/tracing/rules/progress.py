"""How far something is, as the end of its way tells it."""

from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias
from uuid import UUID

from lip.partial_dates import PartialDate
from lip.said import Spoken


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """A status or a figure in words; `path` is where its whole course stands."""

    label: Spoken
    said: Spoken
    when: PartialDate | None = None
    path: str = ""


ProgressOf: TypeAlias = Callable[
    [Collection[UUID]], Awaitable[Mapping[UUID, Sequence[Progress]]]
]
"""Tells of many things at once, in the language of the page."""
