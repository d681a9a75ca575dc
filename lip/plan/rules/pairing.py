"""
Which paragraphs of two texts are one and the same, though they changed or moved.

Equal ones are found first. Of the rest, those with the most pairs of words in common
belong together; short stretches between two sure ones are compared in all ways.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from itertools import pairwise
from typing import Final, TypeAlias

from lip.plan.rules.matching import Pair, gaps, matched, rising
from lip.plan.rules.words import tokens_of

ALIKE: Final = 0.5
"""Share of words that two paragraphs must have in common to be one that changed."""

MOVED_ALIKE: Final = 0.7
"""The same for one that stands elsewhere."""

MOST_COMMON: Final = 4
"""A pair of words that stands in more paragraphs says nothing about them."""

CANDIDATES: Final = 3
"""With so many others a paragraph is compared closely."""

NEAR: Final = 12
"""So many paragraphs between two sure ones are compared in all ways."""

_Words: TypeAlias = Mapping[int, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Paired:
    """Pairs that keep their order, and pairs whose paragraph stands elsewhere."""

    kept: Sequence[Pair]
    moved: Sequence[Pair]


def paired(before: Sequence[str], after: Sequence[str]) -> Paired:
    """Pair the paragraphs of two texts; no paragraph stands in two pairs."""
    held = matched(before, after)
    equal = [*held, *_equal_elsewhere(before, after, held)]
    old = _words_of_others(before, {i for i, _ in equal})
    new = _words_of_others(after, {j for _, j in equal})
    likeness = dict(_alike(old, new))
    kept, moved = _ordered([*equal, *likeness])
    moved = [one for one in moved if likeness.get(one, 1.0) >= MOVED_ALIKE]
    taken = [*kept, *moved]
    old = _without(old, {i for i, _ in taken})
    new = _without(new, {j for _, j in taken})
    kept += _near(old, new, [*kept, (len(before), len(after))])
    return Paired(sorted(kept), sorted(moved))


def alikeness(one: Sequence[str], other: Sequence[str]) -> float:
    """Say which share of their words two paragraphs have in common, 0 to 1."""
    total = len(one) + len(other)
    common = (Counter(one) & Counter(other)).total()
    return 2 * common / total if total else 0.0


def _words_of_others(texts: Sequence[str], taken: Collection[int]) -> _Words:
    return {
        place: [one.casefold() for one in tokens_of(text) if one[0].isalnum()]
        for place, text in enumerate(texts)
        if place not in taken and text.strip()
    }


def _without(words: _Words, taken: Collection[int]) -> _Words:
    return {place: one for place, one in words.items() if place not in taken}


def _equal_elsewhere(
    before: Sequence[str], after: Sequence[str], held: Sequence[Pair]
) -> Iterator[Pair]:
    olds, news = {i for i, _ in held}, {j for _, j in held}
    gone: dict[str, list[int]] = defaultdict(list)
    for place in range(len(before) - 1, -1, -1):
        if place not in olds and before[place].strip():
            gone[before[place]].append(place)
    for place, text in enumerate(after):
        if place not in news and gone.get(text):
            yield gone[text].pop(), place


def _alike(old: _Words, new: _Words) -> Iterator[tuple[Pair, float]]:
    """Pair paragraphs by what they have in common, the surest first."""
    sure = sorted(
        (-alikeness(old[i], new[j]), abs(i - j), i, j) for i, j in _candidates(old, new)
    )
    olds, news = set[int](), set[int]()
    for unlike, _, i, j in sure:
        if -unlike >= ALIKE and i not in olds and j not in news:
            olds.add(i)
            news.add(j)
            yield (i, j), -unlike


def _candidates(old: _Words, new: _Words) -> Iterator[Pair]:
    where = _places_of_pairs(old)
    for j, words in new.items():
        shared: Counter[int] = Counter()
        for two in pairwise(words):
            places = where.get(two, ())
            if len(places) <= MOST_COMMON:
                shared.update(places)
        for i in nlargest(CANDIDATES, shared, key=shared.__getitem__):
            yield i, j


def _places_of_pairs(words: _Words) -> Mapping[tuple[str, str], list[int]]:
    where: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place, ones in words.items():
        for two in set(pairwise(ones)):
            where[two].append(place)
    return where


def _ordered(pairs: Sequence[Pair]) -> tuple[list[Pair], list[Pair]]:
    """Part pairs into the most that keep their order, and the rest."""
    there = sorted(pairs)
    run = set(rising([j for _, j in there]))
    kept = [one for place, one in enumerate(there) if place in run]
    return kept, [one for place, one in enumerate(there) if place not in run]


def _near(old: _Words, new: _Words, kept: Sequence[Pair]) -> Iterator[Pair]:
    """Pair what is left between two sure pairs, where that is little."""
    *sure, end = kept
    left_old, left_new = sorted(old, reverse=True), sorted(new, reverse=True)
    for start, stop in gaps(sure, *end):
        olds = _taken_below(left_old, stop[0])
        news = _taken_below(left_new, stop[1])
        if olds and news and len(olds) <= NEAR and len(news) <= NEAR:
            yield from _best(
                [i for i in olds if i >= start[0]],
                [j for j in news if j >= start[1]],
                old,
                new,
            )


def _taken_below(left: list[int], stop: int) -> list[int]:
    taken = []
    while left and left[-1] < stop:
        taken.append(left.pop())
    return taken


def _best(
    olds: Sequence[int], news: Sequence[int], old: _Words, new: _Words
) -> list[Pair]:
    """Pair in order so that the likeness of all is highest."""
    best: dict[Pair, tuple[float, list[Pair]]] = {}
    nothing: tuple[float, list[Pair]] = (0.0, [])
    for x, i in enumerate(olds):
        for y, j in enumerate(news):
            like = alikeness(old[i], new[j])
            ways = [best.get((x - 1, y), nothing), best.get((x, y - 1), nothing)]
            if like >= ALIKE:
                total, pairs = best.get((x - 1, y - 1), nothing)
                ways.append((total + like, [*pairs, (i, j)]))
            best[x, y] = max(ways, key=lambda way: way[0])
    return best[len(olds) - 1, len(news) - 1][1]
