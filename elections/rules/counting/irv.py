"""
Instant run-off: the lowest is excluded until one has more than half of what is left.

Ties for the lowest are parted by the last earlier round at which the votes differ, then
reported for the lot. One seat only. Followed: Robert's Rules of Order (12th edition),
45:62 to 45:69, preferential voting; rounds as RCTab prints them.
"""

from elections.rules.ballots import Contest, Kind
from elections.rules.counting.exploring import Choose, explored
from elections.rules.counting.papers import (
    Papers,
    Ranking,
    ranks,
    require,
    sorted_papers,
)
from elections.rules.counting.stv_piles import Piles
from elections.rules.quotas import committee_of
from elections.rules.tally import Run, Stage, Step, Tally, table
from elections.rules.terms import Terms
from elections.rules.uncountable import Uncountable


def count(contest: Contest, terms: Terms) -> Tally:
    """Count ranked papers for one seat."""
    require(contest, (Kind.RANKED,))
    if terms.seats != 1:
        raise Uncountable("one_seat_only", method="irv")
    papers = sorted_papers(contest, ranks(contest, gaps_end=False))
    committee = committee_of(contest.standing, terms)
    barred = [
        name
        for name in contest.standing
        if not committee.size or committee.doomed(name, [], contest.standing)
    ]
    return explored(
        "irv",
        lambda choose: _run(contest, terms, papers, barred, choose=choose),
        papers=papers,
        terms=terms,
    )


def _run(
    contest: Contest,
    terms: Terms,
    papers: Papers[Ranking],
    barred: list[str],
    *,
    choose: Choose,
) -> Run:
    names = contest.standing
    piles = Piles(papers.valid, names, 1)
    continuing, excluded = list(names), list[str]()
    history: list[dict[str, int]] = []
    stages: list[Stage] = []
    first = sorted({*barred, *terms.excluded_first} & set(names))
    while continuing and set(continuing) != set(barred):
        votes = dict(zip(names, piles.votes, strict=True))
        history.append(votes)
        winner = None if first else _majority(continuing, votes)
        stages.append(_round(votes, continuing, excluded, winner))
        if winner is not None:
            continuing.remove(winner)
            rest = sorted(continuing, key=lambda name: (-votes[name], name))
            deputies = (*rest, *reversed(excluded))
            return Run(
                winners=(winner,),
                deputies=tuple((name,) for name in deputies),
                stages=tuple(stages),
            )
        name = first.pop(0) if first else _lowest(continuing, history, choose)
        continuing.remove(name)
        excluded.append(name)
        piles.close(names.index(name))
        piles.move(names.index(name), lambda value: value, 0)
    return Run(winners=(), stages=tuple(stages))


def _round(
    votes: dict[str, int],
    continuing: list[str],
    excluded: list[str],
    winner: str | None,
) -> Stage:
    return Stage(
        step=Step.EXCLUDED if excluded else Step.FIRST_VOTES,
        votes=table((name, votes[name]) for name in continuing),
        elected=() if winner is None else (winner,),
        excluded=tuple(excluded[-1:]),
    )


def _majority(continuing: list[str], votes: dict[str, int]) -> str | None:
    total = sum(votes[name] for name in continuing)
    for name in continuing:
        if 2 * votes[name] > total or len(continuing) == 1:
            return name
    return None


def _lowest(
    continuing: list[str], history: list[dict[str, int]], choose: Choose
) -> str:
    def back(name: str) -> list[int]:
        return [votes[name] for votes in reversed(history)]

    least = min(back(name) for name in continuing)
    tied = [name for name in continuing if back(name) == least]
    if least[0] == 0 and len(tied) < len(continuing):
        tied = tied[:1]  # nobody's first choice: all of them go before anybody else
    return choose(tied, elected=())
