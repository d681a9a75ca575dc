"""What can be found while somebody types, kept in memory."""

from uuid import UUID, uuid4

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from proposals.rules.shelf import NUMBERS, Shelf

NOBODY: frozenset[UUID] = frozenset()


def axis(place: int) -> np.ndarray:
    vector = np.zeros(NUMBERS, dtype=np.float32)
    vector[place] = 1
    return vector


def found(shelf: Shelf, place: int, **more) -> list[UUID]:
    seen = shelf.nearest(axis(place), axis(place), most=5, **{"without": NOBODY} | more)
    return [one.id for one in seen]


def test_the_nearest_comes_first_and_what_is_far_does_not_come():
    shelf, near, far = Shelf(), uuid4(), uuid4()
    shelf.put(near, axis(1), axis(1))
    shelf.put(far, axis(2), axis(2))

    (one,) = shelf.nearest(axis(1), axis(1), most=5, without=NOBODY)

    assert (one.id, one.very) == (near, True)


def test_what_is_taken_away_or_ones_own_is_not_found():
    shelf, one, other = Shelf(), uuid4(), uuid4()
    for each in (one, other):
        shelf.put(each, axis(1), axis(1))

    assert found(shelf, 1, without=frozenset({one})) == [other]
    shelf.take_away(other)
    assert found(shelf, 1) == [one]
    shelf.put(other, axis(3), axis(3))
    assert found(shelf, 3) == [other]


def test_of_the_same_words_many_times_those_that_came_first_are_found():
    shelf, ids = Shelf(), [uuid4() for _ in range(600)]
    for each in ids:
        shelf.put(each, axis(1), axis(1))

    assert found(shelf, 1, without=frozenset(ids[:2])) == ids[2:7]


def test_an_empty_shelf_has_nothing():
    assert found(Shelf(), 1) == []


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 5), st.booleans())))
@settings(max_examples=50)
def test_it_finds_what_a_plain_list_would(steps):
    shelf, ids, there = Shelf(), [uuid4() for _ in range(10)], {}

    for who, place, stays in steps:
        if stays:
            shelf.put(ids[who], axis(place), axis(place))
            there[ids[who]] = place
        else:
            shelf.take_away(ids[who])
            there.pop(ids[who], None)

    for place in range(6):
        wanted = {one for one, where in there.items() if where == place}
        seen = shelf.nearest(axis(place), axis(place), most=10, without=NOBODY)
        assert {one.id for one in seen} == wanted
