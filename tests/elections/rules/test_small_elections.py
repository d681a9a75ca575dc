"""Five thousand small elections: no tie is missed, whatever the lot."""

from itertools import permutations
from random import Random

import pytest

from elections.rules.ballots import Ballot, Contest, Kind, Marks
from elections.rules.counting.methods import METHODS, count
from elections.rules.planning import LISTS, ONE_SEAT, RANKED, SCORED, Method
from elections.rules.tally import TieOver
from elections.rules.terms import Terms

NAMES = ("Ada", "Bo", "Cem", "Dora")
LOTS = tuple(permutations(NAMES))
BY_NAMES = sorted(set(METHODS) - LISTS)
EACH = 5000 // len(BY_NAMES) + 1


def marks_for(method: str, chance: Random) -> Marks:
    some = chance.sample(NAMES, chance.randint(0, len(NAMES)))
    if method in RANKED:
        return tuple((name, rank) for rank, name in enumerate(some, 1))
    if method in SCORED:
        return tuple((name, chance.randint(0, 3)) for name in some)
    return tuple((name, 1) for name in some[:2])


def drawn(method: str, chance: Random) -> Contest:
    papers = [
        Ballot(marks_for(method, chance), chance.randint(1, 2))
        for _ in range(chance.randint(1, 5))
    ]
    return Contest(kind=Method(method).kind, candidates=NAMES, ballots=tuple(papers))


def test_there_are_five_thousand():
    assert EACH * len(BY_NAMES) >= 5000
    assert Method("star").kind is Kind.POINTS


@pytest.mark.parametrize("method", BY_NAMES)
def test_who_is_elected_by_every_lot_is_elected_and_the_others_are_tied(method):
    chance = Random(method)
    for _ in range(EACH):
        contest = drawn(method, chance)
        seats = 1 if method in ONE_SEAT else chance.randint(1, 3)

        tally = count(method, contest, Terms(seats=seats))
        lots = LOTS if tally.ties else chance.sample(LOTS, 3)
        by_lot = [
            frozenset(count(method, contest, Terms(seats=seats, lot=lot)).winners)
            for lot in lots
        ]

        sure = frozenset.intersection(*by_lot)
        tied = {
            name
            for tie in tally.ties
            if tie.over is TieOver.SEAT
            for name in tie.candidates
        }
        assert tally.complete, contest
        assert set(tally.winners) == sure, contest
        assert tied == frozenset.union(*by_lot) - sure, contest
