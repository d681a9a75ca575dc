"""Other people's programs count small random contests as we do."""

from random import Random

import apportionment.methods as apportionment
import pytest
import starvote
from votelib.convert import RankedToCondorcetVotes
from votelib.evaluate.condorcet import Schulze
from votelib.evaluate.core import Tie
from votelib.evaluate.sequential import TransferableVoteSelector

from elections.rules.ballots import Ballot, Contest, Kind
from elections.rules.counting.methods import count
from elections.rules.tally import Step
from elections.rules.terms import Terms

CONTESTS = 150
NAMES = ("Ada", "Bo", "Cem", "Dilek", "Ewa")
LISTS = {
    "dhondt": "dhondt",
    "sainte-lague": "saintelague",
    "hare-niemeyer": "largest_remainder",
}


@pytest.mark.parametrize("method", LISTS)
def test_seats_of_lists_are_those_of_apportionment(method):
    chance, level = Random(1), 0

    for _ in range(CONTESTS):
        names = NAMES[: chance.randint(2, 5)]
        votes = [chance.randint(1, 40) for _ in names]
        seats = chance.randint(1, 7)
        ballots = [
            Ballot(((name, 1),), many) for name, many in zip(names, votes, strict=True)
        ]
        tally = counted(method, Kind.MARKED, names, ballots, seats)
        try:
            wanted = apportionment.compute(
                LISTS[method], votes, seats, fractions=True, tiesallowed=False
            )
        except apportionment.TiesException:
            level += 1
            assert not tally.decided
        else:
            [first] = [one for one in tally.stages if one.step is Step.SEATS]
            assert [dict(first.facts)[name] for name in names] == wanted

    assert 0 < level < CONTESTS / 2


@pytest.mark.parametrize("seats", [1, 2])
def test_star_elects_whom_starvote_elects(seats):
    """Where points are level both read the rule on ties in ways of their own."""
    chance, compared = Random(2), 0

    for _ in range(CONTESTS):
        papers = [
            {name: chance.randint(0, 5) for name in NAMES[:4]}
            for _ in range(chance.randint(3, 12))
        ]
        points = [sum(paper[name] for paper in papers) for name in NAMES[:4]]
        if len(set(points)) < len(points):
            continue
        ballots = [Ballot(tuple(paper.items())) for paper in papers]
        tally = counted("star", Kind.POINTS, NAMES[:4], ballots, seats)
        if seats == 1:
            wanted = starvote.star_voting(papers, tiebreaker=None)
        else:
            wanted = starvote.bloc_star_voting(papers, seats=seats, tiebreaker=None)
        compared += 1
        assert list(tally.winners) == wanted

    assert compared > CONTESTS / 3


def test_schulze_elects_whom_votelib_elects():
    """Of those who are level votelib takes whoever beats most of the others."""
    chance, level = Random(3), 0

    for _ in range(CONTESTS):
        names, papers = ranked(chance)
        tally = counted("schulze", Kind.RANKED, names, ranks_of(papers), 1)
        duels = RankedToCondorcetVotes().convert(papers)
        [wanted] = Schulze().evaluate(duels, 1)
        theirs = wanted if isinstance(wanted, Tie) else {wanted}
        if tally.decided:
            assert set(tally.winners) == theirs
        else:
            level += 1
            assert theirs <= set(tally.ties[0].candidates)

    assert 0 < level < CONTESTS / 2


def test_instant_runoff_elects_whom_votelib_elects():
    """Compared where nobody is level with anybody else who might be excluded."""
    chance, compared = Random(4), 0

    for _ in range(CONTESTS):
        names, papers = ranked(chance)
        tally = counted("irv", Kind.RANKED, names, ranks_of(papers), 1)
        lowest = [sorted(votes for _, votes in one.votes)[:2] for one in tally.stages]
        if any(len(set(two)) < len(two) for two in lowest):
            continue
        compared += 1
        assert list(tally.winners) == TransferableVoteSelector().evaluate(papers, 1)

    assert compared > CONTESTS / 3


def counted(method, kind, names, ballots, seats):
    contest = Contest(kind=kind, candidates=names, ballots=tuple(ballots))
    return count(method, contest, Terms(seats=seats))


def ranked(chance):
    """Rank three to five people on some papers; everybody is on one of them."""
    names = NAMES[: chance.randint(3, 5)]
    papers = {tuple(chance.sample(names, len(names))): chance.randint(1, 4)}
    for _ in range(chance.randint(2, 8)):
        order = tuple(chance.sample(names, chance.randint(1, len(names))))
        papers[order] = papers.get(order, 0) + chance.randint(1, 4)
    return names, papers


def ranks_of(papers):
    return [
        Ballot(tuple((name, rank) for rank, name in enumerate(order, 1)), times)
        for order, times in papers.items()
    ]
