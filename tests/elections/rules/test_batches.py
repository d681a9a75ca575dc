"""Papers keyed twice: when a batch is settled, and what is kept of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elections.rules.ballots import SPOILED_ON_PURPOSE
from elections.rules.batches import (
    changed,
    differences,
    read,
    settled,
    sheets_in,
    together,
    written,
)

ADA, BO = (("k1", 1),), (("k2", 1),)
EMPTY = ()
contents = st.sampled_from([ADA, BO, EMPTY, SPOILED_ON_PURPOSE, (("k1", 1), ("k2", 2))])
counts = st.dictionaries(contents, st.integers(1, 9))


@pytest.mark.parametrize(
    "keyings, agreed",
    [
        ([], None),
        ([{ADA: 2}], None),
        ([{ADA: 2}, {ADA: 2}], {ADA: 2}),
        ([{ADA: 2}, {ADA: 1, BO: 1}], None),
        ([{ADA: 2}, {ADA: 1, BO: 1}, {ADA: 1, BO: 1}], {ADA: 1, BO: 1}),
        ([{ADA: 2}, {ADA: 1, BO: 1}, {ADA: 2}], {ADA: 2}),
        ([{ADA: 2}, {BO: 2}, {EMPTY: 2}], None),
        ([{}, {}], {}),
    ],
)
def test_two_that_agree_settle_a_batch(keyings, agreed):
    assert settled(keyings) == agreed


def test_differences_name_only_what_differs():
    found = differences([{ADA: 2, EMPTY: 1}, {ADA: 1, BO: 1, EMPTY: 1}])

    assert [(one.marks, one.times) for one in found] == [(ADA, (2, 1)), (BO, (0, 1))]


@given(counts, contents, st.integers(1, 3))
def test_adding_and_taking_away_leaves_a_count_as_it_was(before, marks, times):
    after = changed(before, marks, times)

    assert sheets_in(after) == sheets_in(before) + times
    assert changed(after, marks, -times) == before


@given(counts, contents)
def test_nothing_falls_below_nought(before, marks):
    assert marks not in changed(before, marks, -99)


@given(st.lists(counts, max_size=4))
def test_what_is_written_is_read_and_no_order_of_keying_is_left(batches):
    whole = together(batches)

    assert read(written(whole)) == whole
    assert written(dict(reversed(list(whole.items())))) == written(whole)
    assert sheets_in(whole) == sum(map(sheets_in, batches))
