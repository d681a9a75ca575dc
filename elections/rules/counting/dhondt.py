"""
D'Hondt: seats of lists by the highest quotients with 1, 2, 3, …

Level quotients go to the lot. Seats for which a list has nobody pass to the others.
Followed: WO BetrVG § 15.
"""

from elections.rules.ballots import Contest
from elections.rules.counting.divisors import by_quotients
from elections.rules.counting.lists import count_lists
from elections.rules.tally import Tally
from elections.rules.terms import Terms

seats_of = by_quotients(lambda seats: seats + 1)


def count(contest: Contest, terms: Terms) -> Tally:
    """Count votes for lists and their people."""
    return count_lists("dhondt", contest, terms, seats_of, moves_on=True)
