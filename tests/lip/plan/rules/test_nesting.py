"""Chapters within chapters: each is read once, and none stands within itself."""

from collections.abc import Mapping
from itertools import pairwise
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lip.plan.rules.nesting import (
    MOST_LEVELS,
    NestingFault,
    fault_of_parent,
    nested,
    siblings,
)

A, B, C, D, E = (UUID(int=number) for number in range(1, 6))
CHAIN = {A: None, B: A, C: B, D: C, E: None}


def some_parents() -> st.SearchStrategy[Mapping[UUID, UUID | None]]:
    ids = [UUID(int=number) for number in range(1, 9)]
    return st.dictionaries(
        st.sampled_from(ids), st.none() | st.sampled_from(ids), max_size=8
    )


def test_what_stands_within_a_chapter_is_read_behind_it() -> None:
    parents = {A: None, B: None, C: A, D: C, E: A}

    assert list(nested(parents).items()) == [(A, 0), (C, 1), (D, 2), (E, 1), (B, 0)]
    assert siblings(parents, E) == [C, E]
    assert siblings({A: None, B: D}, B) == [A, B]


@pytest.mark.parametrize(
    "one, parent, fault",
    [
        (A, None, None),
        (A, A, NestingFault.CIRCULAR),
        (A, B, NestingFault.CIRCULAR),
        (A, D, NestingFault.CIRCULAR),
        (B, C, NestingFault.CIRCULAR),
        (C, A, None),
        (E, C, None),
        (E, D, NestingFault.TOO_DEEP),
        (A, E, NestingFault.TOO_DEEP),
        (None, C, None),
        (None, D, NestingFault.TOO_DEEP),
        (A, UUID(int=99), NestingFault.NOT_THERE),
    ],
)
def test_circles_and_depths_are_refused(
    one: UUID | None, parent: UUID | None, fault: NestingFault | None
) -> None:
    assert fault_of_parent(CHAIN, one, parent) == fault


@given(some_parents())
@settings(max_examples=100)
def test_every_chapter_is_read_once_even_in_a_circle(
    parents: Mapping[UUID, UUID | None],
) -> None:
    levels = nested(parents)

    assert sorted(levels) == sorted(parents)
    steps = [0, *levels.values()]
    assert all(after <= before + 1 for before, after in pairwise(steps))


@given(st.lists(st.tuples(st.integers(1, 8), st.integers(1, 8)), max_size=20))
@settings(max_examples=100)
def test_no_circle_comes_of_what_is_allowed(moves: list[tuple[int, int]]) -> None:
    parents: dict[UUID, UUID | None] = {UUID(int=one): None for one in range(1, 9)}

    for one, parent in moves:
        if not fault_of_parent(parents, UUID(int=one), UUID(int=parent)):
            parents[UUID(int=one)] = UUID(int=parent)

    for one, parent in parents.items():
        above, at = [], parent
        while at is not None and at not in above:
            above.append(at)
            at = parents[at]
        assert one not in above
        assert len(above) < MOST_LEVELS
    assert max(nested(parents).values()) < MOST_LEVELS
