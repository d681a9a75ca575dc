"""Bodies that belong to bodies, and their order."""

from uuid import UUID, uuid4

import pytest

from lip.bodies.rules.bodies import BodyFacts
from lip.bodies.rules.family import goes_in_circles, shifted
from lip.bodies.rules.kinds import BodyKind
from lip.said import Said

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


def test_a_body_moves_among_those_of_its_kind():
    kinds = [BodyKind.COMMITTEE, BodyKind.OFFICE, BodyKind.COMMITTEE]
    order = [
        BodyFacts(id=uuid4(), key=str(n), kind=kind, name=Said())
        for n, kind in enumerate(kinds)
    ]

    assert [one.key for one in shifted(order, order[0].id, up=False)] == ["2", "1", "0"]
    assert shifted(order, order[0].id, up=True) == order
    assert shifted(order, order[1].id, up=False) == order
