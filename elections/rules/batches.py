"""
Paper ballots keyed twice: when two keyings of a batch agree, and where they differ.

A keying is a count of contents; no order of papers is ever known.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from elections.rules.ballots import Marks

Counts = Mapping[Marks, int]

MOST_SHEETS: Final = 200
"""Papers in one batch: what two people can keep an eye on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A content that was keyed differently often; once per keying, in their order."""

    marks: Marks
    times: tuple[int, ...]


def settled(keyings: Sequence[Counts]) -> Counts | None:
    """
    Give the count on which two keyings agree, if any two do.

    >>> one, other = {(("k1", 1),): 2}, {(("k1", 1),): 1}
    >>> settled([one, other]) is None, settled([one, other, dict(other)]) == other
    (True, True)
    """
    for at, one in enumerate(keyings):
        if any(dict(one) == dict(other) for other in keyings[at + 1 :]):
            return one
    return None


def differences(keyings: Sequence[Counts]) -> Sequence[Difference]:
    """List the contents on which keyings differ, sorted by content."""
    every = sorted({marks for counts in keyings for marks in counts})
    found = [
        Difference(marks=marks, times=tuple(c.get(marks, 0) for c in keyings))
        for marks in every
    ]
    return [one for one in found if len(set(one.times)) > 1]


def changed(counts: Counts, marks: Marks, by: int) -> Counts:
    """Add or take away papers of one content; never below nought."""
    left = {**counts, marks: max(0, counts.get(marks, 0) + by)}
    return {one: times for one, times in left.items() if times}


def sheets_in(counts: Counts) -> int:
    """Count the papers."""
    return sum(counts.values())


def together(batches: Sequence[Counts]) -> Counts:
    """Put the papers of all batches together; nobody can tell which lay where."""
    whole: dict[Marks, int] = {}
    for counts in batches:
        for marks, times in counts.items():
            whole[marks] = whole.get(marks, 0) + times
    return whole


def written(counts: Counts) -> str:
    """Write a count for its column, sorted by content."""
    pairs = [[[list(mark) for mark in marks], n] for marks, n in sorted(counts.items())]
    return json.dumps(pairs, ensure_ascii=False)


def read(text: str) -> Counts:
    """Read a count from its column."""
    return {
        tuple((str(name), int(number)) for name, number in marks): int(times)
        for marks, times in json.loads(text)
    }
