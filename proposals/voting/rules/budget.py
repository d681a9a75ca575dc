"""
What is bought from a budget, step by step, with ties reported and never broken.

By most votes: the list is gone down from the most votes; what no longer fits is left
out, and the next is looked at. Where several have equally many votes and do not fit
together, every way to go on is looked at: what is bought on all of them is bought,
what is bought on some is open, and people decide. `sharing` tells a count by equal
shares in the same steps.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from itertools import combinations, groupby
from typing import Final


class Why(StrEnum):
    """What happened to something that costs money."""

    BOUGHT = "bought"
    BY_SHARES = "by_shares"
    EITHER_WAY = "either_way"
    TOO_DEAR = "too_dear"
    NO_ROOM = "no_room"
    NO_VOTES = "no_votes"
    TIED = "tied"
    AFTER_TIE = "after_tie"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ware:
    """Something that costs money, and how many chose it."""

    position: int
    cost: int
    votes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """
    One step of giving the money out.

    `left` is the money after it, and the least of it where a tie is open. By shares
    `payers` paid for it, nobody more than `most_paid`.
    """

    position: int
    why: Why
    cost: int
    votes: int
    left: int
    payers: int = 0
    most_paid: Fraction = Fraction(0)

    @property
    def buys(self) -> bool:
        """Tell whether the money was spent."""
        return self.why in BUYING


BUYING: Final = frozenset({Why.BOUGHT, Why.BY_SHARES, Why.EITHER_WAY})
OPEN: Final = frozenset({Why.TIED, Why.AFTER_TIE})
MOST_TIED: Final = 12
MOST_WAYS: Final = 2000
"""Beyond this many ways everything that still fits is reported as open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spending:
    """What was bought and why; `tied` hangs on equal votes that do not all fit."""

    budget: int
    steps: tuple[Step, ...]
    share: Fraction = Fraction(0)

    @property
    def bought(self) -> tuple[int, ...]:
        """Name what was bought, in the order in which it was."""
        return tuple(step.position for step in self.steps if step.buys)

    @property
    def spent(self) -> int:
        """Add up what it costs."""
        return sum(step.cost for step in self.steps if step.buys)

    @property
    def tied(self) -> tuple[int, ...]:
        """Name what only people or a lot can decide."""
        return tuple(step.position for step in self.steps if step.why in OPEN)


def by_most_votes(wares: Sequence[Ware], budget: int) -> Spending:
    """Buy from the most votes down; the order of wares changes nothing."""
    walk = _Walk(budget)
    for _votes, group in groupby(in_order(wares), key=lambda ware: ware.votes):
        walk.pass_by(list(group))
    return Spending(budget=budget, steps=tuple(walk.steps))


class _Walk:
    """The way down the list, with all that may be left of the money."""

    def __init__(self, budget: int) -> None:
        self.budget = budget
        self.lefts = frozenset({budget})
        self.lost = False
        self.steps: list[Step] = []

    def pass_by(self, group: Sequence[Ware]) -> None:
        """Buy what fits of those with equally many votes."""
        ways = [] if self.lost else self._ways(group)
        self.lost = self.lost or not ways
        if self.lost:
            whys = {ware: self._kept_out(ware) or Why.TIED for ware in group}
            lefts = frozenset({0})
        else:
            whys = {ware: self._why(ware, group, ways) for ware in group}
            lefts = frozenset(left - cost_of(taken) for left, taken in ways)
            self.lefts = lefts
        left = min(lefts) + cost_of(ware for ware in group if whys[ware] in BUYING)
        for ware in group:
            left -= ware.cost if whys[ware] in BUYING else 0
            self.steps.append(step_of(ware, whys[ware], left))

    def _ways(self, group: Sequence[Ware]) -> list[tuple[int, frozenset[Ware]]]:
        """List what each money buys, whatever a lot says; nothing if too many."""
        if not group[0].votes:
            return [(left, frozenset()) for left in self.lefts]
        ways: list[tuple[int, frozenset[Ware]]] = []
        for left in self.lefts:
            fitting = [ware for ware in group if ware.cost <= left]
            if cost_of(fitting) <= left:
                ways.append((left, frozenset(fitting)))
            elif len(fitting) > MOST_TIED:
                return []
            else:
                ways += [(left, taken) for taken in _full_baskets(fitting, left)]
        return ways if len(ways) <= MOST_WAYS else []

    def _why(
        self,
        ware: Ware,
        group: Sequence[Ware],
        ways: Sequence[tuple[int, frozenset[Ware]]],
    ) -> Why:
        taken = sum(ware in basket for _left, basket in ways)
        if taken == len(ways):
            return Why.BOUGHT if len(self.lefts) == 1 else Why.EITHER_WAY
        if not taken:
            return self._kept_out(ware) or Why.NO_ROOM
        parted = any(
            ware.cost <= left < cost_of(one for one in group if one.cost <= left)
            for left in self.lefts
        )
        return Why.TIED if parted else Why.AFTER_TIE

    def _kept_out(self, ware: Ware) -> Why | None:
        return kept_out(ware, self.budget, max(self.lefts))


def cost_of(wares: Iterable[Ware]) -> int:
    """Add up what things cost."""
    return sum(ware.cost for ware in wares)


def _full_baskets(wares: Sequence[Ware], money: int) -> list[frozenset[Ware]]:
    """Give every choice that fits and leaves no room for another."""
    baskets = (
        basket for many in range(len(wares)) for basket in combinations(wares, many)
    )
    return [
        frozenset(basket)
        for basket in baskets
        if (room := money - cost_of(basket)) >= 0
        and all(ware in basket or ware.cost > room for ware in wares)
    ]


def kept_out(ware: Ware, budget: int, left: int) -> Why | None:
    """Say why something cannot be bought with what is left, if so."""
    if not ware.votes:
        return Why.NO_VOTES
    if ware.cost > budget:
        return Why.TOO_DEAR
    return Why.NO_ROOM if ware.cost > left else None


def in_order(wares: Sequence[Ware]) -> list[Ware]:
    """Put wares into order, the most votes first."""
    return sorted(wares, key=lambda ware: (-ware.votes, ware.position))


def step_of(ware: Ware, why: Why, left: int) -> Step:
    """Make the step of a ware."""
    return Step(
        position=ware.position, why=why, cost=ware.cost, votes=ware.votes, left=left
    )
