"""Quotas among the people of lists: every list keeps its seats, the quotas hold."""

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from elections.rules.ballots import Ballot, Contest, Kind, PartyList
from elections.rules.counting.methods import count
from elections.rules.planning import LISTS
from elections.rules.quotas import meets
from elections.rules.terms import Quota, Quotas, Terms
from elections.rules.uncountable import Uncountable

BLUE, RED = ("Ada", "Bo", "Cem"), ("Dora", "Eli", "Fay")
PEOPLE = BLUE + RED
LOT = (*PEOPLE, "Blue", "Red")


def seats_taken(winners, members):
    return len(set(winners) & set(members))


@pytest.mark.parametrize("method", sorted(LISTS))
@settings(max_examples=60, deadline=None)
@given(
    votes=st.tuples(st.integers(0, 9), st.integers(1, 9)),
    seats=st.integers(1, 5),
    genders=st.tuples(*[st.sampled_from(["f", "m"])] * len(PEOPLE)),
    least=st.integers(0, 3),
    most=st.none() | st.integers(1, 3),
)
def test_lists_keep_their_seats_and_quotas_hold(
    method, votes, seats, genders, least, most
):
    papers = [
        Ballot(((name, 1),), times)
        for name, times in zip(("Blue", "Red"), votes, strict=True)
        if times
    ]
    contest = Contest(
        kind=Kind.MARKED,
        candidates=PEOPLE,
        ballots=tuple(papers),
        lists=(
            PartyList(name="Blue", members=BLUE),
            PartyList(name="Red", members=RED),
        ),
    )
    plain = Terms(seats=seats, lot=LOT)
    free = count(method, contest, plain).winners
    limits = {members: seats_taken(free, members) for members in (BLUE, RED)}
    attributes = {
        name: {"gender": gender} for name, gender in zip(PEOPLE, genders, strict=True)
    }
    rule = Quota(
        attribute="gender",
        value="f",
        at_least=least,
        at_most=most if most is None else max(most, least),
    )
    quotas = Quotas(rules=(rule,), attributes=attributes)
    feasible = [
        chosen
        for size in range(len(free), -1, -1)
        for chosen in combinations(PEOPLE, size)
        if meets(chosen, quotas)
        and all(seats_taken(chosen, them) <= most for them, most in limits.items())
    ]

    if not feasible:
        with pytest.raises(Uncountable):
            count(method, contest, replace(plain, quotas=quotas))
        return
    winners = count(method, contest, replace(plain, quotas=quotas)).winners
    assert meets(winners, quotas)
    assert len(winners) == len(feasible[0])
    assert all(seats_taken(winners, them) <= most for them, most in limits.items())
