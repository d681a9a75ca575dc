"""How many proposals have an answer, and how soon; few are never told apart."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from statistics import median
from typing import Final, TypeVar

Key = TypeVar("Key")

FEWEST: Final = 5
"""A smaller number is not published, nor what would let it be reckoned."""

WAITING: Final = ""
"""The answer of a proposal that has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """One proposal: when it was handed in, when first answered, and how."""

    handed_in: datetime
    answered: datetime | None = None
    became: str = WAITING

    @property
    def days(self) -> int | None:
        """How many whole days it waited."""
        if self.answered is None:
            return None
        return max(0, (self.answered - self.handed_in).days)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """
    What may be published: None stands for fewer than five, or for what tells of them.

    `by_answer` counts the newest answers, `WAITING` those without one. Days are from
    handing in to the first answer: the middle one, the quickest and the slowest.
    """

    proposals: int | None
    answered: int | None = None
    by_answer: Mapping[str, int | None] = field(default_factory=dict)
    median_days: float | None = None
    quickest_days: int | None = None
    slowest_days: int | None = None

    @property
    def share(self) -> int | None:
        """How many of a hundred have an answer, rounded down."""
        if not self.proposals or self.answered is None:
            return None
        return 100 * self.answered // self.proposals


def figures_of(proposals: Iterable[Answered]) -> Figures:
    """Count answers; a proposal counts by its newest, and its time to the first."""
    every = list(proposals)
    if len(every) < FEWEST:
        return Figures(proposals=None)
    days = [one.days for one in every if one.days is not None]
    counts: dict[str, int] = {WAITING: len(every) - len(days)}
    for one in every:
        if one.became != WAITING:
            counts[one.became] = counts.get(one.became, 0) + 1
    both = shown_counts({True: len(days), False: counts[WAITING]})
    told = len(days) >= FEWEST
    return Figures(
        proposals=len(every),
        answered=both[True],
        by_answer=shown_counts(counts),
        median_days=median(days) if told else None,
        quickest_days=min(days) if told else None,
        slowest_days=max(days) if told else None,
    )


def shown_counts(counts: Mapping[Key, int]) -> Mapping[Key, int | None]:
    """
    Hide counts below five, and the next smallest until the hidden ones make up five.

    Nobody is behind a zero, so it may stand.

    >>> shown_counts({"a": 9, "b": 3, "c": 7, "d": 0})
    {'a': 9, 'b': None, 'c': None, 'd': 0}
    """
    hidden = {one for one, many in counts.items() if 0 < many < FEWEST}
    rest = sorted(
        (one for one, many in counts.items() if many >= FEWEST), key=counts.__getitem__
    )
    while rest and 0 < sum(counts[one] for one in hidden) < FEWEST:
        hidden.add(rest.pop(0))
    return {one: None if one in hidden else many for one, many in counts.items()}
