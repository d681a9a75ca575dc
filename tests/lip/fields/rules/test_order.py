"""The order of a list, of all its rows or of those beside each other."""

from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from lip.fields.rules.order import moved

IDS = st.lists(st.uuids(), min_size=1, max_size=12, unique=True)


@given(IDS, st.data(), st.booleans())
def test_moving_loses_nobody_and_there_and_back_changes_nothing(ids, data, up):
    one = data.draw(st.sampled_from(ids))
    beside = {one, *data.draw(st.sets(st.sampled_from(ids)))}

    there = moved(ids, one, up=up, beside=beside)

    assert sorted(there) == sorted(ids)
    assert [each for each in there if each not in beside] == [
        each for each in ids if each not in beside
    ]
    if there != ids:
        assert moved(there, one, up=not up, beside=beside) == ids


def test_at_the_ends_nothing_moves():
    ids = [UUID(int=1), UUID(int=2)]

    assert moved(ids, ids[0], up=True, beside=ids) == ids
    assert moved(ids, ids[1], up=False, beside=ids) == ids
    assert moved(ids, ids[0], up=False, beside=ids) == [ids[1], ids[0]]


def test_one_moves_among_those_beside_it():
    first, other, last = (UUID(int=n) for n in (1, 2, 3))
    ids, beside = [first, other, last], {first, last}

    assert moved(ids, first, up=False, beside=beside) == [last, other, first]
    assert moved(ids, other, up=False, beside={other}) == ids
