"""Which amendments want different things at the same place."""

from collections.abc import Mapping, Sequence
from itertools import combinations
from uuid import UUID

from lip.plan.rules.spots import Spot, Stretch


def collisions(
    text: str, spots: Mapping[UUID, Sequence[Spot]]
) -> Mapping[UUID, Sequence[UUID]]:
    """
    Say for each amendment with which others it collides, in the order given.

    All spots are places of one text. Others words for different words of a paragraph
    do not collide; both can be adopted, in any order.
    """
    found: dict[UUID, list[UUID]] = {one: [] for one in spots}
    for one, other in combinations(spots, 2):
        if any(_meet(text, a, b) for a in spots[one] for b in spots[other]):
            found[one].append(other)
            found[other].append(one)
    return found


def overlap(one: Stretch, other: Stretch) -> bool:
    """
    Tell whether two stretches share characters, or one is a point within the other.

    >>> overlap(Stretch(0, 5), Stretch(5, 9)), overlap(Stretch(0, 5), Stretch(3, 3))
    (False, True)
    """
    return one.start < other.end and other.start < one.end


def _meet(text: str, one: Spot, other: Spot) -> bool:
    if overlap(one.stretch, other.stretch):
        return True
    if one.stretch.empty and other.stretch.empty:
        return (one.stretch, one.whole) == (other.stretch, other.whole)
    if one.stretch.empty:
        return _touch(text, one, other)
    return other.stretch.empty and _touch(text, other, one)


def _touch(text: str, point: Spot, gone: Spot) -> bool:
    """
    Tell whether something comes right beside what goes.

    A new paragraph is beside paragraphs that go as a whole, not beside other words.
    """
    start = gone.stretch.start
    if point.whole:
        if not gone.whole:
            return False
        start = len(text[:start].rstrip())
    return start <= point.stretch.start <= gone.stretch.end
