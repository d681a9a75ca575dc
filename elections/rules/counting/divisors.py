"""Seats by highest quotients, for any series of divisors."""

from collections.abc import Callable, Mapping
from fractions import Fraction

from elections.rules.counting.exploring import Choose
from elections.rules.counting.lists import SeatRule, Seats


def by_quotients(divisor: Callable[[int], int]) -> SeatRule:
    """Make the rule in which seat after seat goes to the highest quotient."""

    def give(votes: Mapping[str, int], seats: int, choose: Choose) -> Seats:
        given = dict.fromkeys(votes, 0)
        for _ in range(seats):
            quotients = {
                name: Fraction(number, divisor(given[name]))
                for name, number in votes.items()
            }
            most = max(quotients.values())
            level = [name for name in votes if quotients[name] == most]
            given[level[0] if len(level) == 1 else choose(level, elected=())] += 1
        return given

    return give
