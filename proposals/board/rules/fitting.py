"""How well a card fits its cluster, in words instead of numbers."""

from collections.abc import Sequence
from enum import StrEnum
from math import isqrt

LEAST_TO_COMPARE = 4


class Fit(StrEnum):
    """Where a card lies among the others of its cluster."""

    NEAR = "near"
    BETWEEN = "between"
    EDGE = "edge"
    UNKNOWN = "unknown"


def fits(distances: Sequence[int]) -> Sequence[Fit]:
    """
    Say for each distance how it lies among the others; negative: not measured.

    Near is the nearer half; at the edge is what lies farther out than the mean by
    more than the usual spread. With few cards there is nothing to compare with.

    >>> [str(fit) for fit in fits([100, 120, 130, 140, 700, -1])]
    ['near', 'near', 'near', 'between', 'edge', 'unknown']
    """
    known = sorted(one for one in distances if one >= 0)
    if len(known) < LEAST_TO_COMPARE:
        return [Fit.UNKNOWN] * len(distances)
    middle = known[(len(known) - 1) // 2]
    mean = sum(known) // len(known)
    spread = isqrt(sum((one - mean) ** 2 for one in known) // len(known))
    return [_fit(one, near=middle, edge=mean + spread) for one in distances]


def _fit(distance: int, *, near: int, edge: int) -> Fit:
    if distance < 0:
        return Fit.UNKNOWN
    if distance <= near:
        return Fit.NEAR
    return Fit.EDGE if distance > edge else Fit.BETWEEN
