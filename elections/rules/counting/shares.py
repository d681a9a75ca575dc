"""Equal shares of a budget: what one run of the rule buys, exactly."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

Pick = Callable[
    [Sequence[str], Sequence[str]], str
]  # of level ones, after those bought


@dataclass(frozen=True, slots=True, kw_only=True)
class Market:
    """Who wants what, at which price."""

    voters: Mapping[str, list[int]]
    weights: list[int]
    costs: Mapping[str, int]


@dataclass(slots=True)
class Purse:
    """What each paper still has; papers with equal money share a class."""

    money: list[Fraction]
    class_of: list[int]
    spent: list[tuple[str, Fraction]] = field(default_factory=list)


def buy(
    market: Market,
    share: Fraction,
    *,
    pick: Pick,
    allowed: Callable[[str, Sequence[str]], bool],
) -> Purse:
    """Buy whatever costs its supporters the smallest part per vote, again and again."""
    purse = Purse(money=[share], class_of=[0] * len(market.weights))
    bound = {name: Fraction(0) for name in market.voters if market.voters[name]}
    while True:
        bought = [name for name, _ in purse.spent]
        level, price = _cheapest(market, purse, bound, bought, allowed=allowed)
        if price is None:
            return purse
        name = pick(level, bought)
        del bound[name]
        _pay(market, purse, name, price)


def _cheapest(
    market: Market,
    purse: Purse,
    bound: dict[str, Fraction],
    bought: Sequence[str],
    *,
    allowed: Callable[[str, Sequence[str]], bool],
) -> tuple[list[str], Fraction | None]:
    """Find the smallest price; an older one is a bound, so few are looked at."""
    best: Fraction | None = None
    level: list[str] = []
    classes = sorted(range(len(purse.money)), key=purse.money.__getitem__)
    for name in sorted(bound, key=lambda name: (bound[name], name)):
        if best is not None and bound[name] > best:
            break
        if not allowed(name, bought):
            continue
        price = _price(market, purse, name, classes)
        if price is None:
            del bound[name]
            continue
        bound[name] = price
        if best is None or price < best:
            best, level = price, [name]
        elif price == best:
            level.append(name)
    return level, best


def _price(
    market: Market, purse: Purse, name: str, classes: list[int]
) -> Fraction | None:
    """Tell which part of the cost the best-off supporter pays, or None if too dear."""
    numbers = [0] * len(purse.money)
    weights, class_of = market.weights, purse.class_of
    for paper in market.voters[name]:
        numbers[class_of[paper]] += weights[paper]
    cost, left = Fraction(market.costs[name]), sum(numbers)
    for one in classes:
        if not numbers[one]:
            continue
        if cost <= purse.money[one] * left:
            return cost / left / market.costs[name]
        cost -= purse.money[one] * numbers[one]
        left -= numbers[one]
    return None


def _pay(market: Market, purse: Purse, name: str, price: Fraction) -> None:
    payment = price * market.costs[name]
    after: dict[int, int] = {}
    known = {money: number for number, money in enumerate(purse.money)}
    class_of = purse.class_of
    for paper in market.voters[name]:
        before = class_of[paper]
        if before not in after:
            money = max(Fraction(0), purse.money[before] - payment)
            if money not in known:
                known[money] = len(purse.money)
                purse.money.append(money)
            after[before] = known[money]
        class_of[paper] = after[before]
    purse.spent.append((name, payment))
