"""
The order of options after a round, with ties reported and nothing decided by chance.

Who has equally many shares a place, and the next place is so many further on
("1, 2, 2, 4", standard competition ranking). Within a tie the order is that of the
options as they were put to the vote, which says nothing and is said to say nothing.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from proposals.voting.rules.points import Marks, Method


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


def scores(
    votes: Iterable[Marks], options: Sequence[UUID], method: Method
) -> Sequence[Score]:
    """Add up what each option was given; the order of votes changes nothing."""
    given: dict[UUID, list[int]] = {option: [] for option in options}
    for marks in votes:
        for option, mark in marks.items():
            if option in given:
                given[option].append(mark)
    return [_score(option, given[option], method) for option in options]


def _score(option: UUID, marks: Sequence[int], method: Method) -> Score:
    agree, disagree = marks.count(1), marks.count(-1)
    if method is not Method.OPINION:
        people = sum(mark > 0 for mark in marks)
        return Score(option=option, points=sum(marks), people=people)
    return Score(
        option=option,
        points=agree - disagree,
        people=agree + disagree,
        agree=agree,
        disagree=disagree,
        passed=marks.count(0),
    )


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


def ranked_within(
    found: Sequence[Score], fields: Mapping[UUID, UUID | None]
) -> Mapping[UUID | None, Sequence[Ranked]]:
    """Rank the options of each field of action among themselves."""
    parts: dict[UUID | None, list[Score]] = {}
    for score in found:
        parts.setdefault(fields.get(score.option), []).append(score)
    return {field: rank(part) for field, part in parts.items()}


def digest(ranked: Sequence[Ranked]) -> str:
    """Seal a result: SHA-256 over its canonical JSON (RFC 8785 for this shape)."""
    lines = [
        {
            "agree": one.score.agree,
            "disagree": one.score.disagree,
            "option": str(one.score.option),
            "passed": one.score.passed,
            "people": one.score.people,
            "place": one.place,
            "points": one.score.points,
        }
        for one in ranked
    ]
    text = json.dumps(lines, separators=(",", ":"), sort_keys=True)
    return hashlib.sha256(text.encode("ascii")).hexdigest()
