"""
Single non-transferable vote: one vote each, the most votes win.

Two crosses spoil the paper. Ties are reported and left to a run-off or the lot.
Followed: Lijphart, Lopez Pintor, Sone (1986), "The limited vote and the single
nontransferable vote".
"""

from elections.rules.ballots import Contest, Kind
from elections.rules.counting.by_votes import count_votes, totals
from elections.rules.counting.papers import crosses, require, sorted_papers
from elections.rules.tally import Tally
from elections.rules.terms import Terms


def count(contest: Contest, terms: Terms) -> Tally:
    """Count papers with one cross."""
    require(contest, (Kind.MARKED, Kind.POINTS))
    papers = sorted_papers(contest, crosses(contest, terms, 1))
    votes = totals(papers, contest.standing)
    return count_votes("sntv", votes, papers=papers, terms=terms)
