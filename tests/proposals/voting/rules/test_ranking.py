"""The order of options after a round."""

from itertools import pairwise
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from proposals.voting.rules.exposure import next_up, shuffled
from proposals.voting.rules.points import Method
from proposals.voting.rules.ranking import digest, rank, ranked_within, scores

A, B, C, D = OPTIONS = [UUID(int=number) for number in (1, 2, 3, 4)]
some_marks = st.dictionaries(st.sampled_from(OPTIONS), st.integers(0, 3))


def test_equal_points_share_a_place_and_the_next_place_is_further_on():
    votes = [{A: 3, B: 2}, {C: 2, D: 1}, {A: 1}]

    ranked = rank(scores(votes, OPTIONS, Method.POINTS))

    assert [(one.score.option, one.place, one.tied) for one in ranked] == [
        (A, 1, False),
        (B, 2, True),
        (C, 2, True),
        (D, 4, False),
    ]


def test_opinions_count_agreement_less_disagreement_and_leave_passes_out():
    votes = [{A: 1, B: -1}, {A: 1, B: 0}, {A: -1, B: 1}]

    first, second = scores(votes, [A, B], Method.OPINION)

    assert (first.points, first.people, first.agree, first.disagree) == (1, 3, 2, 1)
    assert (second.points, second.people, second.passed) == (0, 2, 1)


def test_fields_are_ranked_among_themselves():
    found = scores([{A: 1, C: 3}, {B: 2}], [A, B, C], Method.POINTS)
    field = UUID(int=99)

    parts = ranked_within(found, {A: field, B: field})

    assert [one.score.option for one in parts[field]] == [B, A]
    assert [one.place for one in parts[None]] == [1]


@given(st.lists(some_marks), st.randoms(use_true_random=False))
def test_the_order_of_votes_changes_neither_result_nor_digest(votes, chance):
    mixed = list(votes)
    chance.shuffle(mixed)

    ranked = rank(scores(votes, OPTIONS, Method.POINTS))
    again = rank(scores(mixed, OPTIONS, Method.POINTS))

    assert ranked == again
    assert digest(ranked) == digest(again)


@given(st.lists(some_marks))
def test_everything_has_a_place_and_better_places_have_more_points(votes):
    ranked = rank(scores(votes, OPTIONS, Method.POINTS))

    assert {one.score.option for one in ranked} == set(OPTIONS)
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
    assert shuffled(shown, seed=seed) == shuffled(list(shown), seed=seed)
