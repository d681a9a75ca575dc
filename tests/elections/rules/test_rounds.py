"""Several rounds as one election, and who is seated when somebody declines."""

import pytest

from elections.rules.counting.methods import count
from elections.rules.planning import Method
from elections.rules.quotas import meets
from elections.rules.rounds import (
    Round,
    goes_on,
    rest_of,
    runoff_method,
    seated,
    tied_for_seats,
    whole_of,
)
from elections.rules.stages import RoundKind
from elections.rules.terms import Quota, Quotas
from tests.elections.contests import marked, terms

WOMEN = Quotas(
    rules=(Quota(attribute="gender", value="f", at_least=2, at_most=3),),
    attributes={"Ada": {"gender": "f"}, "Cem": {"gender": "m"}},
)


def block(seats, *papers):
    return count("block", marked(*papers), terms(seats))


FIRST = block(2, (3, ("Ada",)), (2, ("Bo",)), (2, ("Cem",)), (1, ("Eli",)))


def test_the_tied_and_their_seats_are_named():
    assert FIRST.winners == ("Ada",)
    assert tied_for_seats(FIRST) == (("Bo", "Cem"), 1)


def test_who_is_level_at_the_border_goes_on():
    assert goes_on(FIRST) == ("Ada", "Bo", "Cem")


def test_a_runoff_adds_to_the_elected_and_its_losers_stand_in_first():
    runoff = Round(
        kind=RoundKind.RUNOFF,
        tally=block(1, (2, ("k2",)), (1, ("k1",))),
        marks={"k1": "Bo", "k2": "Cem"},
    )

    whole = whole_of([Round(kind=RoundKind.ONLY, tally=FIRST), runoff])

    assert whole.winners == ("Ada", "Cem")
    assert whole.deputies == (("Bo",), ("Eli",))
    assert whole.open_seats == 0


def test_a_second_round_alone_decides_and_a_runoff_may_follow_it():
    best = Round(kind=RoundKind.FIRST, tally=FIRST, advance=2)
    second = Round(
        kind=RoundKind.SECOND,
        tally=block(1, (1, ("k1",)), (1, ("k2",)), (0, ("k3",))),
        marks={"k1": "Ada", "k2": "Bo", "k3": "Cem"},
    )
    runoff = Round(
        kind=RoundKind.RUNOFF,
        tally=block(1, (1, ("k2",)), (0, ("k1",))),
        marks={"k1": "k1", "k2": "k2"},
    )

    assert whole_of([best]).going_on == ("Ada", "Bo", "Cem")
    assert whole_of([best, second]).tied == ("Ada", "Bo")
    assert whole_of([best, second, runoff]).winners == ("Bo",)


@pytest.mark.parametrize(
    "declined, members, level, vacant",
    [
        ([], ("Ada", "Bo"), (), 0),
        (["Bo"], ("Ada", "Cem"), (), 0),
        (["Bo", "Cem"], ("Ada",), ("Eli", "Fay"), 1),
        (["Ada", "Bo", "Cem"], ("Eli", "Fay"), (), 0),
        (["Bo", "Cem", "Eli", "Fay"], ("Ada",), (), 1),
    ],
)
def test_who_declines_is_replaced_in_order(declined, members, level, vacant):
    now = seated(("Ada", "Bo"), (("Cem",), ("Eli", "Fay")), declined)

    assert (now.members, now.level, now.vacant) == (members, level, vacant)


def test_the_next_deputy_keeps_the_quotas_if_one_can():
    quotas = Quotas(
        rules=(Quota(attribute="gender", value="f", at_least=1),),
        attributes={"Ada": {"gender": "f"}, "Eli": {"gender": "f"}},
    )

    now = seated(("Ada", "Bo"), (("Cem",), ("Eli",)), ["Ada"], quotas=quotas)

    assert now.members == ("Bo", "Eli")
    assert meets(now.members, quotas)
    assert now.deputies == (("Cem",),)


def test_a_runoff_is_held_to_what_quotas_still_ask_for():
    [rest] = rest_of(WOMEN, ["Ada", "Cem"])

    assert (rest.at_least, rest.at_most) == (1, 2)


@pytest.mark.parametrize("method", Method)
def test_every_method_has_a_runoff_of_its_own_kind_of_ballot_or_crosses(method):
    again = runoff_method(method)

    assert again in {method, Method.BLOCK}
    assert runoff_method(again) is again
