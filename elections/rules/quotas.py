"""
Whether a committee can still be completed: an exact test, not a guess.

A candidate is doomed when nobody could complete the committee with them, and guarded
when nobody could complete it without them (Hill, Voting matters 9 and 13). Candidates
with the same attributes are interchangeable, so the search runs over kinds of people.
"""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from elections.rules.terms import Quota, Quotas, Terms
from elections.rules.uncountable import Uncountable

Counts = tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Committee:
    """How many are elected, and within which bounds."""

    size: int
    quotas: Quotas

    def completable(self, chosen: Collection[str], pool: Collection[str]) -> bool:
        """Tell whether people from the pool can complete those already chosen."""
        missing = self.size - len(chosen)
        if not 0 <= missing <= len(pool):
            return False
        rules = self.quotas.rules
        if not rules:
            return True
        have = tuple(
            sum(_counts(rule, name, self.quotas) for name in chosen) for rule in rules
        )
        kinds = Counter(
            tuple(_counts(rule, name, self.quotas) for rule in rules) for name in pool
        )
        return _fills(missing, have, tuple(sorted(kinds.items())), rules)

    def doomed(
        self, candidate: str, chosen: Collection[str], pool: Collection[str]
    ) -> bool:
        """Tell whether electing this candidate would break a quota for good."""
        if not self.quotas.rules:
            return not 0 < self.size - len(chosen) <= len(pool)
        rest = [name for name in pool if name != candidate]
        return not self.completable([*chosen, candidate], rest)

    def guarded(
        self, candidate: str, chosen: Collection[str], pool: Collection[str]
    ) -> bool:
        """Tell whether the quotas cannot be met without this candidate."""
        if not self.quotas.rules:
            return self.size - len(chosen) >= len(pool)
        return not self.completable(
            chosen, [name for name in pool if name != candidate]
        )


def committee_of(candidates: Collection[str], terms: Terms) -> Committee:
    """Find the largest size up to the number of seats for which the quotas hold."""
    for size in range(min(terms.seats, len(candidates)), -1, -1):
        committee = Committee(size=size, quotas=terms.quotas)
        if committee.completable([], candidates):
            return committee
    raise Uncountable("quotas_cannot_be_met")


def meets(chosen: Iterable[str], quotas: Quotas) -> bool:
    """Tell whether these people together keep every quota."""
    names = tuple(chosen)
    return all(
        _within(rule, sum(_counts(rule, name, quotas) for name in names))
        for rule in quotas.rules
    )


def _within(rule: Quota, number: int) -> bool:
    return rule.at_least <= number and (rule.at_most is None or number <= rule.at_most)


def _counts(rule: Quota, name: str, quotas: Quotas) -> int:
    return int(quotas.of(name, rule.attribute) == rule.value)


def _fills(
    missing: int,
    have: Counts,
    kinds: tuple[tuple[Counts, int], ...],
    rules: tuple[Quota, ...],
) -> bool:
    """Walk through the kinds of people; remember each set of totals once."""
    reached = {(0, have)}
    for kind, available in kinds:
        reached = {
            (taken + number, totals)
            for taken, sums in reached
            for number in range(min(available, missing - taken) + 1)
            if _not_above(totals := _plus(sums, kind, number), rules)
        }
    return any(
        taken == missing
        and all(_within(rule, total) for rule, total in zip(rules, totals, strict=True))
        for taken, totals in reached
    )


def _plus(sums: Counts, kind: Counts, number: int) -> Counts:
    return tuple(total + one * number for total, one in zip(sums, kind, strict=True))


def _not_above(sums: Counts, rules: tuple[Quota, ...]) -> bool:
    return all(
        rule.at_most is None or total <= rule.at_most
        for rule, total in zip(rules, sums, strict=True)
    )
