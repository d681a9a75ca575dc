"""The order of options after a round."""

from itertools import pairwise
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from proposals.voting.rules.exposure import next_up
from proposals.voting.rules.ranking import Score, rank


def scores(*points: int) -> list[Score]:
    return [
        Score(option=UUID(int=place), points=each) for place, each in enumerate(points)
    ]


def test_equal_points_share_a_place_and_the_next_place_is_further_on():
    ranked = rank(scores(4, 2, 2, 1))

    assert [(one.score.option.int, one.place, one.tied) for one in ranked] == [
        (0, 1, False),
        (1, 2, True),
        (2, 2, True),
        (3, 4, False),
    ]


@given(st.lists(st.integers(-3, 9)))
def test_everything_has_a_place_and_better_places_have_more_points(points):
    found = scores(*points)

    ranked = rank(found)

    assert sorted(one.score.option for one in ranked) == [one.option for one in found]
    for one, other in pairwise(ranked):
        assert (one.place < other.place) == (one.score.points > other.score.points)
        assert one.tied or one.place != other.place


@given(st.dictionaries(st.uuids(), st.integers(0, 9), max_size=30), st.binary())
def test_what_was_shown_least_comes_first_and_nothing_twice(shown, seed):
    seen: list[UUID] = []

    while found := next_up(shown, seen, seed=seed):
        seen += found

    assert sorted(seen) == sorted(shown)
    assert [shown[option] for option in seen] == sorted(shown.values())
