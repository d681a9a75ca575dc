"""
Approval voting: a cross for everybody one agrees with; the most crosses win.

There is no limit unless one was agreed. Ties are reported and left to a run-off or the
lot. Followed: Brams and Fishburn (1978), "Approval voting".
"""

from elections.rules.ballots import Contest, Kind
from elections.rules.counting.by_votes import count_votes, totals
from elections.rules.counting.papers import crosses, require, sorted_papers
from elections.rules.tally import Tally
from elections.rules.terms import Terms


def count(contest: Contest, terms: Terms) -> Tally:
    """Count papers with any number of crosses."""
    require(contest, (Kind.MARKED, Kind.POINTS))
    papers = sorted_papers(contest, crosses(contest, terms, terms.votes_each))
    votes = totals(papers, contest.standing)
    return count_votes("approval", votes, papers=papers, terms=terms)
