"""The order of a list: where a new row comes, and what changes when one moves."""

from collections.abc import Collection, Iterable, Sequence
from typing import Protocol
from uuid import UUID


class Placed(Protocol):
    """A row of a list that has an order."""

    @property
    def position(self) -> int:
        """Where it stands."""


def last_place(there: Iterable[Placed]) -> int:
    """Give the place behind all rows."""
    return max((one.position for one in there), default=0) + 1


def moved(
    order: Sequence[UUID], one: UUID, *, up: bool, beside: Collection[UUID]
) -> Sequence[UUID]:
    """
    Move one a place up or down among those beside it; at the end nothing changes.

    >>> first, second = UUID(int=1), UUID(int=2)
    >>> both = [first, second]
    >>> moved(both, second, up=True, beside=both) == [second, first]
    True
    """
    row = [each for each in order if each in beside]
    target = row.index(one) + (-1 if up else 1)
    if not 0 <= target < len(row):
        return order
    swapped = {one: row[target], row[target]: one}
    return [swapped.get(each, each) for each in order]
