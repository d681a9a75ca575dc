"""
STAR: score, then automatic run-off between the two with the most points.

Level scores are parted by the fewest losses one against one among the level, then by
the number of highest scores; a level run-off by points, then by highest scores; then
the tie is reported for the lot. Several seats are filled one by one (bloc STAR).
Followed: Equal Vote Coalition, "STAR Voting", rules on ties.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from itertools import product

from elections.rules.ballots import Contest, Kind, Marks
from elections.rules.counting.by_votes import groups_by_votes, totals
from elections.rules.counting.exploring import Choose, explored
from elections.rules.counting.papers import Papers, require, scores, sorted_papers
from elections.rules.quotas import committee_of
from elections.rules.tally import Run, Stage, Step, Tally, table
from elections.rules.terms import Terms


def count(contest: Contest, terms: Terms) -> Tally:
    """Count papers with points from nought to the highest score."""
    require(contest, (Kind.POINTS,))
    papers = sorted_papers(contest, scores(contest, terms))
    scored = _scored(papers, contest.standing)
    committee = committee_of(contest.standing, terms)

    def run(choose: Choose) -> Run:
        elected: list[str] = []
        stages: list[Stage] = []
        while len(elected) < committee.size:
            pool = [name for name in contest.standing if name not in elected]
            fit = [name for name in pool if not committee.doomed(name, elected, pool)]
            winner = _one_seat(fit, scored, elected, stages, choose=choose)
            elected.append(winner)
        rest = [name for name in contest.standing if name not in elected]
        return Run(
            winners=tuple(elected),
            deputies=groups_by_votes(rest, scored.points),
            stages=tuple(stages),
        )

    return explored("star", run, papers=papers, terms=terms)


@dataclass(frozen=True, slots=True)
class _Scored:
    points: dict[str, int]
    highest: dict[str, int]  # how often somebody got the highest score
    preferred: dict[tuple[str, str], int]


def _scored(papers: Papers[Marks], names: Sequence[str]) -> _Scored:
    top = max((points for marks, _ in papers.valid for _, points in marks), default=0)
    highest = dict.fromkeys(names, 0)
    preferred = {(one, other): 0 for one in names for other in names if one != other}
    for marks, number in papers.valid:
        given = dict(marks)
        rated = [name for name in names if given.get(name, 0)]
        for one in rated:
            highest[one] += number * (given[one] == top)
        for one, other in product(rated, names):
            if given[one] > given.get(other, 0):
                preferred[one, other] += number
    return _Scored(totals(papers, names), highest, preferred)


def _one_seat(
    pool: list[str],
    scored: _Scored,
    elected: list[str],
    stages: list[Stage],
    *,
    choose: Choose,
) -> str:
    votes = table((name, scored.points[name]) for name in pool)
    finalists: list[str] = []
    while len(finalists) < min(2, len(pool)):
        rest = [name for name in pool if name not in finalists]
        best = _most_points(rest, scored)
        state = (frozenset(elected), frozenset(finalists))
        finalists.append(choose(best, elected=elected, state=state, stages=stages))
    stages.append(Stage(step=Step.VOTES, votes=votes))
    state = (frozenset(elected), frozenset(finalists))
    level = _winners(finalists, scored)
    winner = choose(level, elected=elected, state=state, stages=stages)
    duel = [
        (one, scored.preferred[one, other])
        for one in finalists
        for other in finalists
        if one != other
    ]
    stages.append(Stage(step=Step.RUNOFF, votes=table(duel), elected=(winner,)))
    return winner


def _most_points(names: list[str], scored: _Scored) -> list[str]:
    level = _best(names, scored.points.__getitem__)
    level = _best(level, lambda name: -_losses(name, level, scored))
    return _best(level, scored.highest.__getitem__)


def _winners(finalists: list[str], scored: _Scored) -> list[str]:
    level = _best(finalists, lambda name: -_losses(name, finalists, scored))
    level = _best(level, scored.points.__getitem__)
    return _best(level, scored.highest.__getitem__)


def _best(names: Collection[str], worth: Callable[[str], int]) -> list[str]:
    most = max(worth(name) for name in names)
    return [name for name in names if worth(name) == most]


def _losses(name: str, among: Collection[str], scored: _Scored) -> int:
    return sum(
        scored.preferred[other, name] > scored.preferred[name, other]
        for other in among
        if other != name
    )
