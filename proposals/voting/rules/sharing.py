"""
A budget by equal shares, told step by step with who paid how much.

Everybody gets the same share of the money and pays with it for what she chose; what is
left goes by most votes. The count is handed in, and told here in exact fractions.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from proposals.voting.rules.budget import (
    Spending,
    Step,
    Ware,
    Why,
    in_order,
    kept_out,
    step_of,
)


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
        steps.append(step_of(ware_of[position], why, left))
    told = {position for position, _asked in found.paid} | set(found.completed)
    for ware in in_order([ware for ware in wares if ware.position not in told]):
        if ware.position in found.open:
            steps.append(step_of(ware, Why.TIED, left))
        else:
            out = kept_out(ware, budget, budget if found.open else left)
            steps.append(step_of(ware, out or Why.AFTER_TIE, left))
    return steps
