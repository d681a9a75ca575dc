"""Dots on paper: whether so many people can have given so many."""

from collections.abc import Mapping
from dataclasses import dataclass

from proposals.voting.rules.points import Method, Terms


@dataclass(frozen=True, slots=True, kw_only=True)
class Impossible:
    """More dots than people could give; `position` is 0 for a sheet as a whole."""

    given: int
    allowed: int
    position: int = 0


def impossible(
    counts: Mapping[int, int], people: int, terms: Terms
) -> Impossible | None:
    """
    Find what so many people cannot have given.

    >>> terms = Terms(method=Method.POINTS, most=3, each=2)
    >>> impossible({1: 4, 2: 2}, 2, terms) is None
    True
    >>> impossible({1: 5}, 2, terms).allowed
    4
    """
    each = terms.each if terms.method is Method.POINTS else 1
    for position, dots in sorted(counts.items()):
        if dots > people * each:
            return Impossible(given=dots, allowed=people * each, position=position)
    given, allowed = sum(counts.values()), people * terms.most
    return Impossible(given=given, allowed=allowed) if given > allowed else None


def differing(first: Mapping[int, int], second: Mapping[int, int]) -> frozenset[int]:
    """Name the options at which two counts of the same sheet differ."""
    places = first.keys() | second.keys()
    return frozenset(
        place for place in places if first.get(place, 0) != second.get(place, 0)
    )
