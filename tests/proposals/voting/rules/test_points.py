"""What a person may give in a voting round."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proposals.voting.rules.points import Method, Mistake, Terms, left, spoiled

A, B, C = OPTIONS = [UUID(int=number) for number in (1, 2, 3)]
COSTS = {A: 40, B: 60, C: 1}
APPROVE_TWO = Terms(method=Method.APPROVE, most=2)
FIVE_POINTS = Terms(method=Method.POINTS, most=5, each=3)
OPINION = Terms(method=Method.OPINION)
HUNDRED = Terms(method=Method.BUDGET, budget=100)


@pytest.mark.parametrize(
    "terms,marks,mistake",
    [
        (APPROVE_TWO, {}, None),
        (APPROVE_TWO, {A: 1, B: 1}, None),
        (APPROVE_TWO, {A: 1, B: 1, C: 1}, Mistake.TOO_MANY),
        (APPROVE_TWO, {A: 2}, Mistake.TOO_MANY_ON_ONE),
        (APPROVE_TWO, {A: -1}, Mistake.NOT_A_MARK),
        (APPROVE_TWO, {UUID(int=9): 1}, Mistake.UNKNOWN_OPTION),
        (FIVE_POINTS, {A: 3, B: 2}, None),
        (FIVE_POINTS, {A: 3, B: 3}, Mistake.TOO_MANY),
        (FIVE_POINTS, {A: 4}, Mistake.TOO_MANY_ON_ONE),
        (OPINION, {A: 1, B: -1, C: 0}, None),
        (OPINION, {A: 2}, Mistake.NOT_A_MARK),
        (HUNDRED, {A: 1, B: 1}, None),
        (HUNDRED, {A: 1, B: 1, C: 1}, Mistake.OVER_BUDGET),
        (HUNDRED, {A: 2}, Mistake.TOO_MANY_ON_ONE),
        (HUNDRED, {A: 0, B: 1, C: 1}, None),
    ],
)
def test_marks_are_counted_or_the_mistake_is_named(terms, marks, mistake):
    found = spoiled(marks, terms, OPTIONS, COSTS)

    assert (found.mistake if found else None) == mistake


def test_a_mistake_says_what_was_given_and_what_is_allowed():
    found = spoiled({A: 3, B: 3}, FIVE_POINTS, OPTIONS)

    assert found is not None
    assert (found.given, found.allowed) == (6, 5)


@given(
    st.dictionaries(st.sampled_from(OPTIONS), st.integers(-1, 6)),
    st.integers(0, 10),
    st.integers(1, 6),
)
def test_points_that_count_never_exceed_what_is_allowed(marks, most, each):
    terms = Terms(method=Method.POINTS, most=most, each=each)

    if spoiled(marks, terms, OPTIONS) is None:
        assert sum(marks.values()) <= most
        assert left(marks, terms) >= 0


@given(st.dictionaries(st.sampled_from(OPTIONS), st.integers(0, 1)), st.integers(0, 99))
def test_what_is_chosen_never_costs_more_than_the_budget(marks, budget):
    terms = Terms(method=Method.BUDGET, budget=budget)

    fits = spoiled(marks, terms, OPTIONS, COSTS) is None

    assert fits == (left(marks, terms, COSTS) >= 0)
