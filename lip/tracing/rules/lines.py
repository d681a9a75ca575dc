"""Lines of chapters that traces lead to: as they were laid, and as they stand now."""

from collections.abc import Awaitable, Callable, Collection, Mapping
from dataclasses import dataclass
from typing import TypeAlias
from uuid import UUID

from lip.errors import Unusable
from lip.tracing.rules.chains import Lines, Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftLines:
    """The wording of a chapter's draft that lines are counted in, and how many."""

    language: str
    version: int
    many: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownLines:
    """Where lines stand in what everybody reads; `path` is the page of that text."""

    first: int
    last: int
    path: str


DraftOf: TypeAlias = Callable[[UUID], Awaitable[DraftLines | None]]
ShownOf: TypeAlias = Callable[
    [Collection[Passage]], Awaitable[Mapping[Passage, ShownLines]]
]


@dataclass(frozen=True, slots=True, kw_only=True)
class LineKeeper:
    """What the area of chapters knows of lines; `shown` leaves out what is gone."""

    draft: DraftOf
    shown: ShownOf


def lines_in(draft: DraftLines | None, first: int, last: int) -> Lines | None:
    """Name lines of a draft; none are meant by 0, and one by its number alone."""
    last = last or first
    if not first and not last:
        return None
    if draft is None or not 0 < first <= last <= draft.many:
        raise Unusable("trace_lines_unusable", many=draft.many if draft else 0)
    return Lines(
        first=first, last=last, language=draft.language, base_version=draft.version
    )
