"""
Sainte-Laguë: seats of lists by the highest quotients with 1, 3, 5, …

Level quotients go to the lot. Seats for which a list has nobody pass to the others.
Followed: Sainte-Laguë (1910), "La représentation proportionnelle et la méthode des
moindres carrés"; in use for the Bundestag (BWahlG § 5).
"""

from elections.rules.ballots import Contest
from elections.rules.counting.divisors import by_quotients
from elections.rules.counting.lists import count_lists
from elections.rules.tally import Tally
from elections.rules.terms import Terms

seats_of = by_quotients(lambda seats: 2 * seats + 1)


def count(contest: Contest, terms: Terms) -> Tally:
    """Count votes for lists and their people."""
    return count_lists("sainte-lague", contest, terms, seats_of, moves_on=True)
