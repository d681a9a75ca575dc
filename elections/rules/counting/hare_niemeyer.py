"""
Hare-Niemeyer: seats of lists by quota and largest remainders.

Votes times seats, divided by all votes: whole numbers first, then the largest
fractions. Level fractions go to the lot. Seats for which a list has nobody stay empty.
Followed: NKWG § 36 (2), without the majority clause; § 36 (7).
"""

from collections.abc import Mapping

from elections.rules.ballots import Contest
from elections.rules.counting.exploring import Choose
from elections.rules.counting.lists import Seats, count_lists
from elections.rules.tally import Tally
from elections.rules.terms import Terms


def count(contest: Contest, terms: Terms) -> Tally:
    """Count votes for lists and their people."""
    return count_lists("hare-niemeyer", contest, terms, by_remainders, moves_on=False)


def by_remainders(votes: Mapping[str, int], seats: int, choose: Choose) -> Seats:
    """Give whole quotas, then the largest remainders."""
    total = sum(votes.values())
    given = {name: number * seats // total for name, number in votes.items()}
    rest = {name: number * seats % total for name, number in votes.items()}
    return hand_out(given, rest, seats - sum(given.values()), choose)


def hand_out(
    given: Seats, rest: Mapping[str, int], seats: int, choose: Choose
) -> Seats:
    """Give one more seat each in the order of the remainders."""
    result, open_to = dict(given), dict(rest)
    for _ in range(seats):
        most = max(open_to.values())
        level = [name for name, left in open_to.items() if left == most]
        name = level[0] if len(level) == 1 else choose(level, elected=())
        result[name] += 1
        del open_to[name]
    return result
