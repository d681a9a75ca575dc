"""
Schulze: whoever is stronger against each other person along the strongest chain.

Every paper compares everybody with everybody; people not ranked come last together,
equal ranks are allowed. A chain is as strong as its weakest victory, measured by the
votes for the winner of it. Several winners without a rule between them are a tie and go
to the lot. One seat. Followed: Schulze (2011), "A new monotonic, clone-independent,
reversal symmetric, and Condorcet-consistent single-winner election method".
"""

from collections.abc import Sequence
from itertools import permutations, product

from elections.rules.ballots import Ballot, Contest, Kind, Marks, Reason
from elections.rules.counting.exploring import Choose, explored
from elections.rules.counting.papers import (
    Judge,
    Papers,
    Verdict,
    require,
    sorted_papers,
    without,
)
from elections.rules.quotas import committee_of
from elections.rules.tally import Run, Stage, Step, Tally, table
from elections.rules.terms import Terms
from elections.rules.uncountable import Uncountable

Duels = dict[tuple[str, str], int]


def count(contest: Contest, terms: Terms) -> Tally:
    """Count ranked papers for one seat."""
    require(contest, (Kind.RANKED,))
    if terms.seats != 1:
        raise Uncountable("one_seat_only", method="schulze")
    papers = sorted_papers(contest, _orders(contest))
    names = contest.standing
    committee = committee_of(names, terms)
    duels = _duels(papers, names)
    strengths = _strengths(duels, names)
    beaten = {
        name: sum(strengths[other, name] > strengths[name, other] for other in names)
        for name in names
    }

    def run(choose: Choose) -> Run:
        fit = [name for name in names if not committee.doomed(name, [], names)]
        best = _unbeaten(fit, strengths)
        if not committee.size or not best:
            return Run(winners=())
        winner = choose(best, elected=())
        return Run(
            winners=(winner,),
            deputies=_ranked([name for name in names if name != winner], strengths),
            stages=(
                _stage("duel", duels),
                _stage("chain", strengths),
                Stage(
                    step=Step.ELECTED, votes=table(beaten.items()), elected=(winner,)
                ),
            ),
        )

    return explored("schulze", run, papers=papers, terms=terms)


def _orders(contest: Contest) -> Judge:
    known = frozenset(contest.candidates)

    def judge(ballot: Ballot) -> Verdict:
        names = [name for name, _ in ballot.marks]
        if not known.issuperset(names):
            return Reason.UNKNOWN
        if len(set(names)) < len(names):
            return Reason.DUPLICATE
        ordered = sorted(ballot.marks, key=lambda mark: (mark[1], mark[0]))
        return without(tuple(ordered), contest.withdrawn) or None

    return judge


def _duels(papers: Papers[Marks], names: Sequence[str]) -> Duels:
    duels = {(one, other): 0 for one in names for other in names}
    for marks, number in papers.valid:
        ranked = dict(marks)
        last = max(ranked.values()) + 1
        for (one, rank), other in product(marks, names):
            if rank < ranked.get(other, last):
                duels[one, other] += number
    return duels


def _strengths(duels: Duels, names: Sequence[str]) -> Duels:
    strength = {
        (one, other): votes if votes > duels[other, one] else 0
        for (one, other), votes in duels.items()
    }
    for middle, one, other in permutations(names, 3):
        chain = min(strength[one, middle], strength[middle, other])
        strength[one, other] = max(strength[one, other], chain)
    return strength


def _unbeaten(names: Sequence[str], strengths: Duels) -> list[str]:
    return [
        name
        for name in names
        if all(strengths[name, other] >= strengths[other, name] for other in names)
    ]


def _ranked(names: Sequence[str], strengths: Duels) -> tuple[tuple[str, ...], ...]:
    """Put the others in the same order: who is unbeaten among those left comes next."""
    left, groups = list(names), []
    while left:
        level = _unbeaten(left, strengths)
        groups.append(tuple(level))
        left = [name for name in left if name not in level]
    return tuple(groups)


def _stage(what: str, duels: Duels) -> Stage:
    facts = tuple(
        (f"{what}: {one} > {other}", votes)
        for (one, other), votes in sorted(duels.items())
        if one != other
    )
    return Stage(step=Step.COMPARISON, facts=facts)
