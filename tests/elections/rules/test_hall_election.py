import json

import pytest

from elections.files.reading import read_contest
from elections.rules.ballots import Ballot, Contest, Kind, Reason
from elections.rules.counting.methods import count
from elections.rules.tally import TieOver
from tests.elections.contests import SHARED, at_most, marked, terms

ELECTION = SHARED / "election"
needs_election = pytest.mark.skipif(not ELECTION.is_dir(), reason="no election data")
EIGHT = [f"K{at}" for at in range(1, 9)]


def papers(name, candidates):
    file = ELECTION / f"{name}_stimmzettel.csv"
    return read_contest(file.name, file.read_bytes(), candidates=candidates)


@needs_election
def test_second_round_of_27_associations_elects_the_four():
    expected = json.loads((ELECTION / "erwartet.json").read_text("utf-8"))["wahlgang2"]
    contest = papers("wahlgang2_27vereine_2stimmen", EIGHT)

    tally = count("limited", contest, terms(4))

    assert dict(tally.stages[0].votes) == expected["erwartet"]
    assert sorted(tally.winners) == expected["gewaehlt"]
    assert tally.decided


@needs_election
def test_tie_for_seat_four_is_reported_with_all_spoiled_papers():
    contest = papers("gleichstand_platz4", EIGHT[:5])

    tally = count("limited", contest, terms(4))

    assert sorted(tally.winners) == ["K1", "K2", "K3"]
    assert [(tie.candidates, tie.seats) for tie in tally.ties] == [(("K4", "K5"), 1)]
    assert (tally.valid, tally.abstained) == (16, 1)
    assert tally.spoiled == ((Reason.DUPLICATE, 1), (Reason.UNKNOWN, 1))


def test_lot_settles_the_last_seat_and_orders_the_deputies():
    contest = marked((2, "A"), (1, "B"), (1, "C"), (1, "D"))

    tally = count("sntv", contest, terms(2, lot=("D", "B", "C")))

    assert tally.winners == ("A", "D")
    assert tally.deputies == (("B",), ("C",))
    assert tally.ties[0].settled_by_lot == "D"


def test_level_deputies_are_reported():
    contest = marked((3, "A"), (1, "B"), (1, "C"))

    tally = count("sntv", contest, terms(1))

    assert tally.winners == ("A",)
    assert [tie.over for tie in tally.ties] == [TieOver.DEPUTIES]


def test_two_votes_for_ones_own_association_spoil_the_paper():
    quotas = at_most(9, "MiSO", "A", "B")
    quotas = type(quotas)(
        attributes={"A": {"association": "MiSO"}, "B": {"association": "MiSO"}}
    )
    contest = Contest(
        kind=Kind.MARKED,
        candidates=("A", "B", "C"),
        ballots=(
            Ballot((("A", 1), ("B", 1)), 1, "MiSO"),
            Ballot((("A", 1), ("C", 1)), 1, "MiSO"),
            Ballot((("A", 1), ("B", 1)), 1, "Other"),
        ),
    )

    tally = count(
        "limited", contest, terms(2, votes_each=2, own_limit=1, quotas=quotas)
    )

    assert tally.spoiled == ((Reason.OWN_LIMIT, 1),)
    assert dict(tally.stages[0].votes) == {"A": 2, "B": 1, "C": 1}


def test_everybody_abstains():
    contest = marked((3, ""), candidates=("A", "B"))

    tally = count("block", contest, terms(1))

    assert (tally.valid, tally.abstained, tally.winners) == (0, 3, ())
    assert tally.ties[0].candidates == ("A", "B")
