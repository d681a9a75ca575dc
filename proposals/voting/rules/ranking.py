"""
The order of options after a round, with ties reported and nothing decided by chance.

Who has equally many shares a place, and the next place is so many further on
("1, 2, 2, 4", standard competition ranking). Within a tie the order is that of the
options as they were put to the vote, which says nothing and is said to say nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """
    What an option was given by all.

    `points` decides the order: the sum of points or approvals, or agreements less
    disagreements. `people` gave it anything at all, passes excepted.
    """

    option: UUID
    points: int = 0
    people: int = 0
    agree: int = 0
    disagree: int = 0
    passed: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """An option at its place; `tied` when others share it."""

    place: int
    score: Score
    tied: bool


def rank(found: Sequence[Score]) -> Sequence[Ranked]:
    """Put options in order of their points; equal points share a place."""
    many: dict[int, int] = {}
    for score in found:
        many[score.points] = many.get(score.points, 0) + 1
    place_of: dict[int, int] = {}
    before = 0
    for points in sorted(many, reverse=True):
        place_of[points] = before + 1
        before += many[points]
    return [
        Ranked(place=place_of[one.points], score=one, tied=many[one.points] > 1)
        for one in sorted(found, key=lambda score: -score.points)
    ]
