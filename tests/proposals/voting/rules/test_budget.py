"""Budgets: never exceeded, ties open, equal shares exact and as `elections` counts."""

from fractions import Fraction
from itertools import permutations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from elections.rules.ballots import Ballot, Contest, Kind
from elections.rules.counting.equal_shares import count
from elections.rules.terms import Completion, Terms
from lip.equal_shares import equal_shares
from proposals.voting.rules.budget import Spending, Ware, Why, by_most_votes
from proposals.voting.rules.sharing import Paper, by_equal_shares

WARES = st.lists(
    st.tuples(st.integers(1, 9), st.integers(0, 4)), min_size=1, max_size=5
).map(
    lambda rows: [
        Ware(position=place, cost=cost, votes=votes)
        for place, (cost, votes) in enumerate(rows, 1)
    ]
)


def whys(spending: Spending) -> dict[int, Why]:
    return {step.position: step.why for step in spending.steps}


def bought_by_lot(order: list[Ware], budget: int) -> set[int]:
    """Go down an order that a lot has made, as anybody would by hand."""
    bought, left = set(), budget
    for ware in order:
        if ware.votes and ware.cost <= left:
            bought.add(ware.position)
            left -= ware.cost
    return bought


def every_lot(wares: list[Ware]) -> list[list[Ware]]:
    levels = sorted({ware.votes for ware in wares}, reverse=True)
    groups = [
        list(permutations([ware for ware in wares if ware.votes == votes]))
        for votes in levels
    ]
    return [[ware for part in way for ware in part] for way in product(*groups)]


@given(wares=WARES, budget=st.integers(0, 25))
def test_most_votes_say_what_every_lot_would_buy_and_what_some_would(wares, budget):
    found = by_most_votes(wares, budget)

    ways = [bought_by_lot(order, budget) for order in every_lot(wares)]
    assert set(found.bought) == set.intersection(*ways)
    assert set(found.tied) == set.union(*ways) - set.intersection(*ways)


@given(wares=WARES, budget=st.integers(0, 25), chance=st.randoms())
def test_the_budget_is_never_exceeded_and_order_changes_nothing(wares, budget, chance):
    found = by_most_votes(wares, budget)

    assert found.spent <= budget
    assert sorted(step.position for step in found.steps) == [
        ware.position for ware in wares
    ]
    shuffled = chance.sample(wares, len(wares))
    assert by_most_votes(shuffled, budget) == found


def test_what_no_longer_fits_is_left_out_and_the_next_is_looked_at():
    wares = [
        Ware(position=1, cost=60, votes=9),
        Ware(position=2, cost=50, votes=8),
        Ware(position=3, cost=40, votes=7),
        Ware(position=4, cost=900, votes=6),
        Ware(position=5, cost=1, votes=0),
    ]

    found = by_most_votes(wares, 100)

    assert whys(found) == {
        1: Why.BOUGHT,
        2: Why.NO_ROOM,
        3: Why.BOUGHT,
        4: Why.TOO_DEAR,
        5: Why.NO_VOTES,
    }
    assert [step.left for step in found.steps] == [40, 40, 0, 0, 0]


def test_a_tie_at_the_edge_of_the_budget_is_open_and_what_hangs_on_it_too():
    wares = [
        Ware(position=1, cost=50, votes=9),
        Ware(position=2, cost=40, votes=5),
        Ware(position=3, cost=45, votes=5),
        Ware(position=4, cost=10, votes=4),
    ]

    found = by_most_votes(wares, 100)

    assert whys(found) == {
        1: Why.BOUGHT,
        2: Why.TIED,
        3: Why.TIED,
        4: Why.AFTER_TIE,
    }


def test_very_many_level_ones_are_all_open():
    wares = [Ware(position=place, cost=2, votes=5) for place in range(1, 41)]

    found = by_most_votes(wares, 5)

    assert found.bought == ()
    assert len(found.tied) == 40


PAPERS = st.lists(
    st.builds(
        Paper,
        chosen=st.frozensets(st.integers(1, 6), max_size=4),
        people=st.integers(1, 3),
    ),
    max_size=8,
)
COSTS = st.lists(st.integers(1, 30), min_size=6, max_size=6)


def priced(costs: list[int], papers: list[Paper]) -> list[Ware]:
    return [
        Ware(
            position=place,
            cost=cost,
            votes=sum(paper.people for paper in papers if place in paper.chosen),
        )
        for place, cost in enumerate(costs, 1)
    ]


@settings(deadline=None, max_examples=150)
@given(costs=COSTS, papers=PAPERS, budget=st.integers(1, 90))
def test_equal_shares_are_paid_exactly_by_who_wanted_it(costs, papers, budget):
    found = by_equal_shares(priced(costs, papers), papers, budget, equal_shares)

    assert found.spent <= budget
    with_marks = [paper for paper in papers if paper.chosen]
    purses = [found.share] * len(with_marks)
    for step in found.steps:
        if step.why is not Why.BY_SHARES:
            continue
        paid = Fraction(0)
        for place, paper in enumerate(with_marks):
            if step.position in paper.chosen:
                part = min(step.most_paid, purses[place])
                purses[place] -= part
                paid += part * paper.people
        assert paid == step.cost
    assert all(money >= 0 for money in purses)
    assert sorted(step.position for step in found.steps) == [1, 2, 3, 4, 5, 6]


@settings(deadline=None, max_examples=150)
@given(costs=COSTS, papers=PAPERS, budget=st.integers(1, 90))
def test_equal_shares_buy_what_elections_count(costs, papers, budget):
    found = by_equal_shares(priced(costs, papers), papers, budget, equal_shares)
    names = [str(place) for place in range(1, 7)]
    contest = Contest(
        kind=Kind.MARKED,
        candidates=tuple(names),
        ballots=tuple(
            Ballot(tuple((str(one), 1) for one in sorted(paper.chosen)), paper.people)
            for paper in papers
        ),
        costs=dict(zip(names, costs, strict=True)),
        budget=budget,
    )

    tally = count(contest, Terms(seats=6, completion=Completion.APPROVAL))

    assert set(found.bought) == {int(name) for name in tally.winners}
    undecided = {
        int(name)
        for tie in tally.ties
        if tie.over.value == "seat"
        for name in tie.candidates
    }
    assert set(found.tied) >= undecided
    assert not undecided & set(found.bought)


def test_a_small_group_gets_its_share_which_most_votes_would_not_give_it():
    papers = [
        Paper(chosen=frozenset({1, 2}), people=6),
        Paper(chosen=frozenset({3}), people=4),
    ]
    wares = priced([500, 450, 400, 1, 1, 1], papers)

    by_shares = by_equal_shares(wares, papers, 1000, equal_shares)
    by_votes = by_most_votes(wares, 1000)

    assert set(by_votes.bought) == {1, 2}
    assert whys(by_shares)[3] is Why.BY_SHARES
    assert by_shares.share == 100
    (third,) = [step for step in by_shares.steps if step.position == 3]
    assert (third.payers, third.most_paid) == (4, 100)
    assert by_shares.bought == (2, 3)


@pytest.mark.parametrize("papers", [[], [Paper(chosen=frozenset(), people=5)]])
def test_where_nobody_chose_anything_nothing_is_bought(papers):
    found = by_equal_shares(priced([5] * 6, papers), papers, 100, equal_shares)

    assert found.bought == ()
    assert set(whys(found).values()) == {Why.NO_VOTES}
