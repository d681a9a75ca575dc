"""
Budgets by equal shares: `elections` counts for `proposals`, who do not know each other.

Completed by most votes, which is the completion that can be said in one sentence.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from elections.rules.ballots import Ballot, Contest, Kind
from elections.rules.counting.equal_shares import count
from elections.rules.tally import Step, Tally, TieOver
from elections.rules.terms import Completion, Terms
from proposals.voting.rules.sharing import Paper, SharesCount


def equal_shares(
    costs: Mapping[int, int], papers: Sequence[Paper], budget: int
) -> SharesCount:
    """Count a budget by equal shares; costs and papers are by position."""
    priced = {position: cost for position, cost in costs.items() if cost > 0}
    if not papers or not priced:
        return SharesCount(paid=(), completed=())
    name_of = {position: f"{position:06d}" for position in priced}
    contest = Contest(
        kind=Kind.MARKED,
        candidates=tuple(name_of.values()),
        ballots=tuple(_ballot(paper, name_of) for paper in papers),
        costs={name_of[position]: cost for position, cost in priced.items()},
        budget=budget,
    )
    terms = Terms(
        seats=len(priced), votes_each=len(priced), completion=Completion.APPROVAL
    )
    return _told(count(contest, terms))


def _ballot(paper: Paper, name_of: Mapping[int, str]) -> Ballot:
    marks = tuple((name_of[one], 1) for one in sorted(paper.chosen) if one in name_of)
    return Ballot(marks, paper.people)


def _told(tally: Tally) -> SharesCount:
    paid = tuple(
        (int(name), Fraction(dict(stage.facts)["payment"]))
        for stage in tally.stages
        if stage.step is Step.ELECTED
        for name in stage.elected
    )
    sure = {position for position, _payment in paid}
    undecided = [
        int(name)
        for tie in tally.ties
        if tie.over is TieOver.SEAT
        for name in tie.candidates
    ]
    return SharesCount(
        paid=tuple(one for one in paid if one[0] not in undecided),
        completed=tuple(int(name) for name in tally.winners if int(name) not in sure),
        open=tuple(sorted(undecided)),
    )
