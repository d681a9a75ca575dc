"""
Block vote: as many votes as seats, at most one for each person; the most votes win.

Fewer crosses are valid, more spoil the paper. Ties are reported and left to a run-off
or the lot. Followed: WO BetrVG § 20 for majority votes, and § 22 for minimum seats.
"""

from elections.rules.ballots import Contest, Kind
from elections.rules.counting.by_votes import count_votes, totals
from elections.rules.counting.papers import crosses, require, sorted_papers
from elections.rules.tally import Tally
from elections.rules.terms import Terms


def count(contest: Contest, terms: Terms) -> Tally:
    """Count papers with up to as many crosses as there are seats."""
    require(contest, (Kind.MARKED, Kind.POINTS))
    votes_each = terms.votes_each or terms.seats
    papers = sorted_papers(contest, crosses(contest, terms, votes_each))
    votes = totals(papers, contest.standing)
    return count_votes("block", votes, papers=papers, terms=terms)
