"""
Small counts: how numbers of people are published so that nobody is found in them.

A count below five is hidden. It must not be computable from the total either, so
further counts are hidden with it: until there are at least two, they hold five people
together, and they are not all as large as a hidden count can be. The rule itself is
public; also who knows it cannot work a hidden count out.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

LEAST: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """Counts and their total as they may be published; None is hidden."""

    counts: tuple[int | None, ...]
    total: int | None


def published(counts: Sequence[int]) -> Published:
    """
    Hide the small ones among counts that add up to their total.

    >>> published([12, 3, 7, 30]).counts
    (12, None, None, 30)
    """
    total = sum(counts)
    if total < LEAST:
        return Published(counts=(None,) * len(counts), total=None)
    hidden = {place for place, count in enumerate(counts) if count < LEAST}
    rest = sorted(set(range(len(counts))) - hidden, key=lambda place: counts[place])
    while hidden and rest and not _covered([counts[place] for place in hidden]):
        hidden.add(rest.pop(0))
    shown = (None if place in hidden else count for place, count in enumerate(counts))
    return Published(counts=tuple(shown), total=total)


def published_alone(count: int) -> int | None:
    """Hide a count that stands alone, outside any total."""
    return count if count >= LEAST else None


def _covered(hidden: Sequence[int]) -> bool:
    together = sum(hidden)
    largest = (LEAST - 1) * len(hidden)
    return len(hidden) > 1 and together >= LEAST and together != largest
