"""Equal Shares where things have different costs, as cities use it for budgets."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from elections.rules.counting.by_votes import groups_by_votes
from elections.rules.counting.exploring import Choose
from elections.rules.counting.shares import Market, Purse, buy
from elections.rules.tally import Run, Stage, Step, table
from elections.rules.terms import Completion


def run_projects(
    market: Market,
    votes: Mapping[str, int],
    budget: int,
    completion: Completion,
    *,
    choose: Choose,
) -> Run:
    """Spend the budget; `add1` raises every share by one unit as long as it fits."""
    affordable = Market(
        voters={
            name: voters if market.costs[name] <= budget else []
            for name, voters in market.voters.items()
        },
        weights=market.weights,
        costs=market.costs,
    )
    shop = _Shop(affordable, votes, budget, choose)
    purse = shop.buy(Fraction(budget, max(1, sum(market.weights))))
    if completion in {Completion.ADD1, Completion.ADD1_COMPARISON}:
        purse = shop.add_units()
    winners = [name for name, _ in purse.spent]
    stages = [
        Stage(step=Step.ELECTED, elected=(name,), facts=(("payment", payment),))
        for name, payment in purse.spent
    ]
    if completion in {Completion.APPROVAL, Completion.PHRAGMEN}:
        winners += shop.by_votes(winners)
    if completion is Completion.ADD1_COMPARISON:
        rival = shop.by_votes([])
        before, after = shop.preferred(winners, rival)
        stages.append(
            Stage(
                step=Step.COMPARISON,
                facts=(("equal_shares", before), ("most_votes", after)),
            )
        )
        winners = rival if after > before else winners
    rest = [name for name in votes if name not in winners]
    first = Stage(step=Step.VOTES, votes=table(votes.items()))
    return Run(
        winners=tuple(winners),
        deputies=groups_by_votes(rest, votes),
        stages=(first, *stages),
    )


class _Shop:
    """One budget and what can be bought from it."""

    def __init__(
        self, market: Market, votes: Mapping[str, int], budget: int, choose: Choose
    ) -> None:
        self.market = market
        self.votes = votes
        self.budget = budget
        self.choose = choose

    def buy(self, share: Fraction) -> Purse:
        """Run the rule once with this share for each voter."""
        return buy(self.market, share, pick=self._pick, allowed=lambda *_: True)

    def add_units(self) -> Purse:
        """Raise the share by whole units, as long as the whole remains payable."""
        share = self.budget // max(1, sum(self.market.weights))
        purse = self.buy(Fraction(share))
        while self._something_is_left(purse):
            share += 1
            more = self.buy(Fraction(share))
            if self._cost(name for name, _ in more.spent) > self.budget:
                break
            purse = more
        return purse

    def by_votes(self, bought: Sequence[str]) -> list[str]:
        """Take whatever still fits, the most votes first."""
        taken: list[str] = []
        for group in groups_by_votes(list(self.votes), self.votes):
            left = [name for name in group if name not in bought and self.votes[name]]
            while left:
                room = self.budget - self._cost([*bought, *taken])
                left = [name for name in left if self.market.costs[name] <= room]
                if left:
                    name = self._pick(left, [*bought, *taken])
                    left.remove(name)
                    taken.append(name)
        return taken

    def preferred(self, one: Sequence[str], other: Sequence[str]) -> tuple[int, int]:
        """Count the voters who get more of what they wanted, measured by cost."""
        gain = [0] * len(self.market.weights)
        for names, sign in ((one, 1), (other, -1)):
            for name in names:
                for paper in self.market.voters[name]:
                    gain[paper] += sign * self.market.costs[name]
        pairs = list(zip(gain, self.market.weights, strict=True))
        return (
            sum(number for surplus, number in pairs if surplus > 0),
            sum(number for surplus, number in pairs if surplus < 0),
        )

    def _pick(self, level: Sequence[str], bought: Sequence[str]) -> str:
        key = {name: (self.market.costs[name], -self.votes[name]) for name in level}
        least = min(key.values())
        return self.choose(
            [name for name in level if key[name] == least], elected=bought
        )

    def _cost(self, names: Iterable[str]) -> int:
        return sum(self.market.costs[name] for name in names)

    def _something_is_left(self, purse: Purse) -> bool:
        bought = {name for name, _ in purse.spent}
        return any(
            voters and name not in bought for name, voters in self.market.voters.items()
        )
