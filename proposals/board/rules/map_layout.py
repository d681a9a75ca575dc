"""Lay points out on a drawn map, so that none hides another."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count, product
from typing import Final

WIDTH: Final = 1000
SHAPES: Final = 8
"""So many shapes and colours there are; the number tells further clusters apart."""

_MARGIN = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where something is drawn."""

    x: int
    y: int


def radius(many: int) -> int:
    """
    Say how large points are drawn: the fewer, the larger.

    >>> radius(15), radius(400)
    (18, 6)
    """
    return max(6, min(18, 22 - many // 20))


def spread_out(points: Sequence[tuple[int, int]], *, apart: int) -> list[Spot]:
    """
    Put each point where it belongs, or on the nearest free place beside it.

    Places lie on a grid; a point whose place is taken goes round it in growing squares.

    >>> spread_out([(500, 500), (500, 500)], apart=40)
    [Spot(x=480, y=480), Spot(x=440, y=440)]
    """
    taken: set[tuple[int, int]] = set()
    spots = []
    for x, y in points:
        column, row = int(_inside(x) // apart), int(_inside(y) // apart)
        place = next(each for each in _around(column, row) if each not in taken)
        taken.add(place)
        spots.append(Spot(x=place[0] * apart, y=place[1] * apart))
    return spots


def lowest(spots: Sequence[Spot]) -> int:
    """Give the height that a drawing needs."""
    return max((spot.y for spot in spots), default=0) + _MARGIN


def _inside(value: int) -> float:
    return _MARGIN + value * (WIDTH - 2 * _MARGIN) / WIDTH


def _around(column: int, row: int) -> Iterator[tuple[int, int]]:
    """Walk from a place outwards, square by square, always in the same order."""
    yield column, row
    for ring in count(1):
        square = product(range(-ring, ring + 1), repeat=2)
        yield from (
            (column + across, row + down)
            for down, across in square
            if max(abs(down), abs(across)) == ring
            and column + across > 0
            and row + down > 0
        )


def neighbours(middles: Sequence[tuple[int, int, int]]) -> dict[int, int]:
    """
    Say for each (number, x, y) which other one lies nearest; alone: none.

    >>> neighbours([(1, 0, 0), (2, 10, 0), (3, 12, 0)])
    {1: 2, 2: 3, 3: 2}
    """
    return {
        number: min(
            ((x - a) ** 2 + (y - b) ** 2, other)
            for other, a, b in middles
            if other != number
        )[1]
        for number, x, y in middles
        if len(middles) > 1
    }
