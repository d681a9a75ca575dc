"""
Limited vote: fewer votes than seats, at most one for each person; the most votes win.

At most so many votes may go to candidates of the voter's own association, where that is
the rule (Hannover 2025: two votes, four seats, one for one's own). Ties are reported.
"""

from elections.rules.ballots import Contest, Kind
from elections.rules.counting.by_votes import count_votes, totals
from elections.rules.counting.papers import crosses, require, sorted_papers
from elections.rules.tally import Tally
from elections.rules.terms import Terms


def count(contest: Contest, terms: Terms) -> Tally:
    """Count papers with the votes that were agreed, or that the paper has room for."""
    require(contest, (Kind.MARKED, Kind.POINTS))
    fewer = max(1, terms.seats - 1)
    votes_each = terms.votes_each or contest.votes_each or fewer
    papers = sorted_papers(contest, crosses(contest, terms, votes_each))
    votes = totals(papers, contest.standing)
    return count_votes("limited", votes, papers=papers, terms=terms)
