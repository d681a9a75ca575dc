"""Lay points out on a drawn map, so that none hides another."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count, product
from typing import Final

WIDTH: Final = 1000
SHAPES: Final = 8
"""So many shapes and colours there are; the number tells further clusters apart."""

LABEL: Final = 38
"""Half of the room that a cluster's number takes."""

_MARGIN = 60
_EDGE = 24
_CELL = 4 * LABEL  # wider than two things that touch are apart


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


class Sheet:
    """A sheet that things are put on so that none lies on another."""

    def __init__(self) -> None:
        self._lying: dict[tuple[int, int], list[tuple[int, int, int]]] = {}

    def put(self, x: int, y: int, size: int) -> Spot:
        """
        Put something of a size where it belongs, or on a free place close by.

        >>> sheet = Sheet()
        >>> sheet.put(500, 500, 18), sheet.put(500, 500, 18)
        (Spot(x=500, y=500), Spot(x=464, y=464))
        """
        for across, down in _around(_inside(x), _inside(y), step=size):
            if self._is_free(across, down, size):
                cell = self._lying.setdefault(_cell(across, down), [])
                cell.append((across, down, size))
                return Spot(x=across, y=down)
        raise AssertionError("a sheet has no end downwards")

    def _is_free(self, x: int, y: int, size: int) -> bool:
        column, row = _cell(x, y)
        return all(
            max(abs(x - a), abs(y - b)) >= size + other
            for near in product(
                (column - 1, column, column + 1), (row - 1, row, row + 1)
            )
            for a, b, other in self._lying.get(near, ())
        )


def from_top_to_bottom(spots: Sequence[Spot]) -> tuple[int, int]:
    """Say from where to where a drawing goes, with a margin."""
    down = [spot.y for spot in spots] or [0]
    return min(down) - _MARGIN, max(down) + _MARGIN


def _cell(x: int, y: int) -> tuple[int, int]:
    return x // _CELL, y // _CELL


def _inside(value: int) -> int:
    return _MARGIN + value * (WIDTH - 2 * _MARGIN) // WIDTH


def _around(x: int, y: int, *, step: int) -> Iterator[tuple[int, int]]:
    """Walk from a place outwards, square by square, always in the same order."""
    yield x, y
    for ring in count(1):
        square = product(range(-ring, ring + 1), repeat=2)
        yield from (
            (x + across * step, y + down * step)
            for down, across in square
            if max(abs(down), abs(across)) == ring
            and _EDGE <= x + across * step <= WIDTH - _EDGE
            and y + down * step >= _EDGE
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
