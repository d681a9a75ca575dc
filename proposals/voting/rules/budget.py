"""
What is bought from a budget, step by step, with ties reported and never broken.

By most votes: the list is gone down from the most votes; what no longer fits is left
out, and the next is looked at. Where several have equally many votes and do not fit
together, every way to go on is looked at: what is bought on all of them is bought,
what is bought on some is open, and people decide. By equal shares: everybody gets the
same share of the money and pays with it for what she chose; what is left goes by most
votes. That count is handed in, and told here again with who paid how much, in exact
fractions.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """What so many people chose."""

    chosen: frozenset[int]
    people: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SharesCount:
    """
    What a count by equal shares says.

    `paid` is what was bought by shares and the most that one person pays for it, in
    order; `completed` what the rest of the money bought; `open` what a lot must part.
    """

    paid: tuple[tuple[int, Fraction], ...]
    completed: tuple[int, ...]
    open: tuple[int, ...] = ()


EqualShares = Callable[[Mapping[int, int], Sequence[Paper], int], SharesCount]
"""Costs by position, papers and the budget go in."""


def by_most_votes(wares: Sequence[Ware], budget: int) -> Spending:
    """Buy from the most votes down; the order of wares changes nothing."""
    walk = _Walk(budget)
    for _votes, group in groupby(_ordered(wares), key=lambda ware: ware.votes):
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
            self.steps.append(_step(ware, whys[ware], left))

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
        return _kept_out(ware, self.budget, max(self.lefts))


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


def _kept_out(ware: Ware, budget: int, left: int) -> Why | None:
    if not ware.votes:
        return Why.NO_VOTES
    if ware.cost > budget:
        return Why.TOO_DEAR
    return Why.NO_ROOM if ware.cost > left else None


def _ordered(wares: Sequence[Ware]) -> list[Ware]:
    return sorted(wares, key=lambda ware: (-ware.votes, ware.position))


def _step(ware: Ware, why: Why, left: int) -> Step:
    return Step(
        position=ware.position, why=why, cost=ware.cost, votes=ware.votes, left=left
    )


def by_equal_shares(
    wares: Sequence[Ware], papers: Sequence[Paper], budget: int, count: EqualShares
) -> Spending:
    """Tell a count by equal shares step by step."""
    costs = {ware.position: ware.cost for ware in wares}
    known = [
        Paper(chosen=paper.chosen & costs.keys(), people=paper.people)
        for paper in papers
    ]
    papers = [paper for paper in known if paper.chosen]
    voters = sum(paper.people for paper in papers)
    share = Fraction(budget, voters) if voters else Fraction(0)
    found = count(costs, papers, budget)
    steps = _paid(wares, papers, share, found, budget=budget)
    left = steps[-1].left if steps else budget
    return Spending(
        budget=budget,
        share=share,
        steps=(*steps, *_completed(wares, found, left, budget=budget)),
    )


def _paid(
    wares: Sequence[Ware],
    papers: Sequence[Paper],
    share: Fraction,
    found: SharesCount,
    *,
    budget: int,
) -> list[Step]:
    """Let the people pay: each what is asked, or what she still has."""
    ware_of = {ware.position: ware for ware in wares}
    purses = [share] * len(papers)
    steps: list[Step] = []
    for position, asked in found.paid:
        payers = 0
        for place, paper in enumerate(papers):
            if position in paper.chosen and purses[place] > 0:
                payers += paper.people
                purses[place] -= min(asked, purses[place])
        ware = ware_of[position]
        budget -= ware.cost
        steps.append(
            Step(
                position=position,
                why=Why.BY_SHARES,
                cost=ware.cost,
                votes=ware.votes,
                left=budget,
                payers=payers,
                most_paid=asked,
            )
        )
    return steps


def _completed(
    wares: Sequence[Ware], found: SharesCount, left: int, *, budget: int
) -> list[Step]:
    """Tell what the rest of the money bought, and why it did not buy the others."""
    ware_of = {ware.position: ware for ware in wares}
    steps = []
    why = Why.EITHER_WAY if found.open else Why.BOUGHT
    for position in found.completed:
        left -= ware_of[position].cost
        steps.append(_step(ware_of[position], why, left))
    told = {position for position, _asked in found.paid} | set(found.completed)
    for ware in _ordered([ware for ware in wares if ware.position not in told]):
        if ware.position in found.open:
            steps.append(_step(ware, Why.TIED, left))
        else:
            out = _kept_out(ware, budget, budget if found.open else left)
            steps.append(_step(ware, out or Why.AFTER_TIE, left))
    return steps
