"""How many proposals have an answer, and how soon."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from statistics import median


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """One proposal: when it was handed in, when first answered, and how."""

    handed_in: datetime
    answered: datetime | None = None
    became: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """`median_days` and `slowest_days` are of the answered ones; None without any."""

    proposals: int
    answered: int
    by_answer: Mapping[str, int]
    median_days: float | None
    slowest_days: int | None

    @property
    def share(self) -> int:
        """How many of a hundred have an answer, rounded down."""
        return 100 * self.answered // self.proposals if self.proposals else 0


def figures_of(proposals: Iterable[Answered]) -> Figures:
    """Count answers; a proposal counts by its newest, and its time to the first."""
    every = list(proposals)
    told = [one for one in every if one.answered is not None]
    days = [
        max(0, (one.answered - one.handed_in).days)
        for one in told
        if one.answered is not None
    ]
    by_answer: dict[str, int] = {}
    for one in told:
        by_answer[one.became] = by_answer.get(one.became, 0) + 1
    return Figures(
        proposals=len(every),
        answered=len(told),
        by_answer=by_answer,
        median_days=median(days) if days else None,
        slowest_days=max(days, default=None),
    )
