"""How well a card fits: the same cards give the same words in any order."""

from hypothesis import given
from hypothesis import strategies as st

from proposals.board.rules.fitting import LEAST_TO_COMPARE, Fit, fits

distances = st.lists(st.integers(-1, 2000), max_size=40)


def test_what_lies_far_out_is_at_the_edge():
    found = fits([100, 110, 120, 130, 140, 800])

    assert found[0] is Fit.NEAR
    assert found[-1] is Fit.EDGE


def test_few_cards_are_not_compared():
    assert fits([100, 900, 200]) == [Fit.UNKNOWN] * 3


def test_what_was_not_measured_stays_unknown_among_others():
    assert fits([100, 110, -1, 120, 130])[2] is Fit.UNKNOWN


@given(distances)
def test_nearer_cards_never_fit_worse(found: list[int]):
    order = [Fit.NEAR, Fit.BETWEEN, Fit.EDGE]

    ranks = [
        order.index(fit)
        for distance, fit in sorted(zip(found, fits(found), strict=True))
        if fit is not Fit.UNKNOWN
    ]

    assert ranks == sorted(ranks)


@given(distances)
def test_where_something_was_measured_half_of_it_is_near(found: list[int]):
    known = [one for one in found if one >= 0]

    near = fits(found).count(Fit.NEAR)

    if len(known) >= LEAST_TO_COMPARE:
        assert near * 2 >= len(known)
    else:
        assert near == 0
