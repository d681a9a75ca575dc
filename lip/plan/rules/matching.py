"""
Which members of two sequences are the same, in order, quickly even where they are long.

What stands once on both sides holds the rest together (patience); between two such
members the longest common subsequence is found with whole numbers as rows of bits
(Hyyrö 2004), which takes milliseconds for thousands of members. Where even that
would be too much, nothing is matched: the bound is on work, not on the text.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from typing import Final, TypeAlias

Pair: TypeAlias = tuple[int, int]

MOST_BITS: Final = 100_000_000
"""The largest table between two held members: 12 megabytes."""


def matched(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Pair]:
    """
    Pair members that are the same, rising on both sides.

    >>> matched("abcd", "acde")
    [(0, 0), (2, 1), (3, 2)]
    """
    pairs: list[Pair] = []
    for start, end in gaps(_held(old, new), len(old), len(new)):
        pairs += _between(old, new, start, end)
        if end[0] < len(old) and end[1] < len(new):
            pairs.append(end)
    return pairs


def rising(numbers: Sequence[int]) -> list[int]:
    """
    Give the places of a longest rising run within different numbers.

    >>> rising([3, 0, 1, 4])
    [1, 2, 3]
    """
    tops: list[int] = []
    places: list[int] = []
    before = [-1] * len(numbers)
    for place, number in enumerate(numbers):
        pile = bisect_left(tops, number)
        before[place] = places[pile - 1] if pile else -1
        tops[pile : pile + 1] = [number]
        places[pile : pile + 1] = [place]
    run: list[int] = []
    place = places[-1] if places else -1
    while place >= 0:
        run.append(place)
        place = before[place]
    return run[::-1]


def gaps(held: Sequence[Pair], olds: int, news: int) -> Iterator[tuple[Pair, Pair]]:
    """Give what lies between held pairs: where each stretch begins and ends."""
    start = (0, 0)
    for i, j in (*held, (olds, news)):
        yield start, (i, j)
        start = (i + 1, j + 1)


def _held(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Pair]:
    """Pair what stands once on both sides, as far as the order is the same."""
    once_old, once_new = _once(old), _once(new)
    both = [(i, once_new[one]) for one, i in once_old.items() if one in once_new]
    return [both[place] for place in rising([j for _, j in both])]


def _once(members: Sequence[Hashable]) -> dict[Hashable, int]:
    counted = Counter(members)
    return {one: place for place, one in enumerate(members) if counted[one] == 1}


def _between(
    old: Sequence[Hashable], new: Sequence[Hashable], start: Pair, end: Pair
) -> list[Pair]:
    """Match what lies between two held pairs: both ends first, then the rest."""
    (i, j), (last_i, last_j) = start, end
    head: list[Pair] = []
    while i < last_i and j < last_j and old[i] == new[j]:
        head.append((i, j))
        i, j = i + 1, j + 1
    tail: list[Pair] = []
    while i < last_i and j < last_j and old[last_i - 1] == new[last_j - 1]:
        last_i, last_j = last_i - 1, last_j - 1
        tail.append((last_i, last_j))
    middle = _longest(old[i:last_i], new[j:last_j])
    return [*head, *((i + x, j + y) for x, y in middle), *reversed(tail)]


def _longest(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Pair]:
    """Find a longest common subsequence; a row of bits per new member."""
    if not old or not new or len(old) * len(new) > MOST_BITS:
        return []
    masks: dict[Hashable, int] = {}
    for place, one in enumerate(old):
        masks[one] = masks.get(one, 0) | 1 << place
    whole = (1 << len(old)) - 1
    row, rows = whole, []
    for one in new:
        same = row & masks.get(one, 0)
        row = (row + same | row - same) & whole
        rows.append(row)
    return _traced(rows, len(old))


def _traced(rows: Sequence[int], length: int) -> list[Pair]:
    """Walk back: a bit that is off says that the count grew at this member."""
    pairs: list[Pair] = []
    place, line = length - 1, len(rows) - 1
    while place >= 0 and line >= 0:
        if rows[line] >> place & 1:
            place -= 1
        elif line and not rows[line - 1] >> place & 1:
            line -= 1
        else:
            pairs.append((place, line))
            place, line = place - 1, line - 1
    return pairs[::-1]
