"""Small counts are hidden so that nobody works them out, not even by the rule."""

from collections import defaultdict
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lip.registration.rules.small_counts import (
    LEAST,
    Published,
    published,
    published_alone,
)

counts = st.lists(st.integers(0, 60), min_size=1, max_size=9)


@given(counts)
def test_no_count_below_five_is_shown(numbers: list[int]):
    shown = published(numbers).counts

    assert all(number is None or number >= LEAST for number in shown)
    assert all(
        number in {None, real} for number, real in zip(shown, numbers, strict=True)
    )


@given(counts)
def test_what_is_hidden_holds_at_least_five_people_together(numbers: list[int]):
    found = published(numbers)

    hidden = [
        real
        for number, real in zip(found.counts, numbers, strict=True)
        if number is None
    ]
    if found.total is None:
        assert hidden == numbers
    elif hidden:
        assert len(hidden) > 1 or len(numbers) == 1
        assert sum(hidden) >= LEAST


@given(counts)
def test_the_total_is_hidden_only_when_it_is_small_itself(numbers: list[int]):
    found = published(numbers)

    assert found.total == (sum(numbers) if sum(numbers) >= LEAST else None)


@pytest.mark.parametrize("cells, largest", [(1, 14), (2, 14), (3, 13), (4, 10)])
def test_who_knows_the_rule_cannot_compute_a_hidden_count(cells: int, largest: int):
    """Try every table of a size: what looks the same must leave each hidden open."""
    alike: dict[Published, list[tuple[int, ...]]] = defaultdict(list)
    for numbers in product(range(largest + 1), repeat=cells):
        alike[published(numbers)].append(numbers)

    computable = [
        shown
        for shown, tables in alike.items()
        if shown.total is None or shown.total <= largest
        for place, number in enumerate(shown.counts)
        if number is None and len({table[place] for table in tables}) < 2
    ]

    assert computable == []


@pytest.mark.parametrize(
    "numbers, shown",
    [
        ([12, 3, 7, 30], (12, None, None, 30)),
        ([0, 0, 10], (None, None, None)),
        ([5, 4, 4], (None, None, None)),
        ([1, 2], (None, None)),
        ([20, 30], (20, 30)),
        ([4, 4, 9], (None, None, None)),
    ],
)
def test_examples(numbers: list[int], shown: tuple[int | None, ...]):
    assert published(numbers).counts == shown


def test_a_count_that_stands_alone_is_hidden_below_five():
    assert [published_alone(number) for number in (0, 4, 5)] == [None, None, 5]
