"""The order of fields of action."""

from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from lip.fields.rules.fields import moved

IDS = st.lists(st.uuids(), min_size=1, max_size=12, unique=True)


@given(IDS, st.data(), st.booleans())
def test_moving_loses_nobody_and_there_and_back_changes_nothing(ids, data, up):
    one = data.draw(st.sampled_from(ids))

    there = moved(ids, one, up=up)

    assert sorted(there) == sorted(ids)
    if there != ids:
        assert moved(there, one, up=not up) == ids


def test_at_the_ends_nothing_moves():
    ids = [UUID(int=1), UUID(int=2)]

    assert moved(ids, ids[0], up=True) == ids
    assert moved(ids, ids[1], up=False) == ids
    assert moved(ids, ids[0], up=False) == [ids[1], ids[0]]
