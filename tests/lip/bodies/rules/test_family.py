"""Bodies that belong to bodies."""

from uuid import UUID

import pytest

from lip.bodies.rules.family import goes_in_circles

A, B, C = (UUID(int=n) for n in (1, 2, 3))


@pytest.mark.parametrize(
    "parents,parent,circular",
    [
        ({A: None, B: A, C: B}, None, False),
        ({A: None, B: A, C: B}, A, True),
        ({A: None, B: A, C: B}, C, True),
        ({A: None, B: None, C: B}, C, False),
        ({A: None, B: C, C: B}, B, True),
    ],
)
def test_nobody_stands_above_herself(
    parents: dict[UUID, UUID | None], parent: UUID | None, circular: bool
):
    assert goes_in_circles(parents, A, parent) is circular
