import json
from pathlib import Path

import pytest

from elections.rules.ballots import PartyList, Reason
from elections.rules.counting.methods import count
from elections.rules.lots import lot_order
from elections.rules.terms import Terms
from elections.rules.uncountable import Uncountable
from tests.elections.contests import marked, ranked, scored

GOLDEN = json.loads(
    (Path(__file__).parents[2] / "golden/counts.json").read_text("utf-8")
)
RANKING = {"schulze", "irv"}
LISTS = (
    PartyList(name="Blue", members=("Ada", "Bo")),
    PartyList(name="Red", members=("Cem",)),
)


@pytest.mark.parametrize("one", GOLDEN, ids=lambda one: one["method"])
def test_published_example_has_its_published_result(one):
    make = ranked if one["method"] in RANKING else marked

    tally = count(one["method"], make(*one["papers"]), Terms(seats=one["seats"]))

    assert sorted(tally.winners) == one["winners"]


@pytest.mark.parametrize(
    "points, verdict",
    [
        ({"Ada": 1}, {"Ada": 1}),
        ({"Ada": 2, "Cem": 1}, {"Ada": 2, "Cem": 1}),
        ({"Ada": 2, "Cem": 2}, Reason.TOO_MANY),
        ({"Blue": 4}, Reason.TOO_MANY),
        ({"Ada": 2, "Blue": 3}, {"Ada": 2, "Blue": 1}),
        ({"Ada": 1, "Bo": 2, "Blue": 1}, {"Ada": 1, "Bo": 2}),
        ({"Ada": 2, "Red": 3}, Reason.TOO_MANY),
        ({"Ada": 4, "Blue": 1}, Reason.TOO_MANY),
        ({"Dora": 1}, Reason.UNKNOWN),
    ],
)
def test_paper_with_three_votes_is_healed_as_the_law_says(points, verdict):
    """NKWG § 30a (1)."""
    contest = scored((1, points), candidates=("Ada", "Bo", "Cem"), lists=LISTS)

    tally = count("cumulative", contest, Terms(seats=1))

    if isinstance(verdict, Reason):
        assert tally.spoiled == ((verdict, 1),)
    else:
        counted = {name: votes for name, votes in tally.stages[0].votes if votes}
        assert counted == verdict


def test_single_seat_rules_refuse_more_seats():
    with pytest.raises(Uncountable, match="one_seat_only"):
        count("irv", ranked((1, "AB")), Terms(seats=2))


def test_withdrawn_candidate_is_passed_over():
    contest = ranked((3, "AB"), (2, "CB"), withdrawn=("A",))

    tally = count("stv-scottish", contest, Terms(seats=1))

    assert tally.winners == ("B",)


def test_lot_hangs_on_digits_and_needs_twenty_of_them():
    first = lot_order("ab12", "1" * 20, "Platz 4", ["Ada", "Bo", "Cem"])
    orders = {
        lot_order("ab12", f"{'1' * 20}{at}", "Platz 4", ["Cem", "Bo", "Ada"])
        for at in (1, 2, 3, 4, 5, 6)
    }

    assert lot_order("ab12", "1" * 20, "Platz 4", ["Cem", "Ada", "Bo"]) == first
    assert len(orders) > 1
    with pytest.raises(Uncountable, match="too_few_dice_digits"):
        lot_order("ab12", "1" * 19, "Platz 4", ["Ada"])
