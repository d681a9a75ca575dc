"""Which amendments want different things at the same place."""

from collections.abc import Mapping, Sequence
from itertools import combinations
from uuid import UUID

from lip.plan.rules.line_history import Stretch


def collisions(
    stretches: Mapping[UUID, Sequence[Stretch]],
) -> Mapping[UUID, Sequence[UUID]]:
    """
    Say for each amendment with which others it collides, in the order given.

    All stretches are of one wording. Two that insert at the same point collide too.
    """
    found: dict[UUID, list[UUID]] = {one: [] for one in stretches}
    for one, other in combinations(stretches, 2):
        if _meet(stretches[one], stretches[other]):
            found[one].append(other)
            found[other].append(one)
    return found


def overlap(one: Stretch, other: Stretch) -> bool:
    """
    Tell whether two stretches share characters, or are the same point.

    >>> overlap(Stretch(0, 5), Stretch(5, 9)), overlap(Stretch(5, 5), Stretch(5, 5))
    (False, True)
    """
    if one == other:
        return True
    if one.start == one.end or other.start == other.end:
        return max(one.start, other.start) < min(one.end, other.end)
    return one.start < other.end and other.start < one.end


def _meet(ones: Sequence[Stretch], others: Sequence[Stretch]) -> bool:
    return any(overlap(one, other) for one in ones for other in others)
