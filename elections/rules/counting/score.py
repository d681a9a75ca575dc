"""
Score voting: points from nought to the highest score for each person; the sum decides.

No number is nought. A number outside the range spoils the paper. Ties are reported and
left to a run-off or the lot. Followed: Smith (2000), "Range voting".
"""

from elections.rules.ballots import Contest, Kind
from elections.rules.counting.by_votes import count_votes, totals
from elections.rules.counting.papers import require, scores, sorted_papers
from elections.rules.tally import Tally
from elections.rules.terms import Terms


def count(contest: Contest, terms: Terms) -> Tally:
    """Add up the points."""
    require(contest, (Kind.POINTS, Kind.MARKED))
    papers = sorted_papers(contest, scores(contest, terms))
    votes = totals(papers, contest.standing)
    return count_votes("score", votes, papers=papers, terms=terms)
