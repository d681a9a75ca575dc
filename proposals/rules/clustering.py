"""
Groups proposals by topic, from their texts and vectors.

Meaning (vectors handed in, each language centred) and letters (runs of three to five,
at 0.3) are joined, reduced to 64 main axes, drawn to their nearest neighbours, and
divided by spherical k-means. Without a given number the best silhouette between four
and ten decides; more than ten topics are parts of such a division, larger topics
having more parts. Texts are taken in the order of the alphabet, equal ones once, so
the order of the input changes nothing. Long lists are divided by a sample of them.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from proposals.rules.grams import weighted_gram_vectors
from proposals.rules.kmeans import (
    Floats,
    Labels,
    kmeans,
    largest_first,
    silhouette_by_cosine,
    unit,
)
from proposals.rules.similarity import centred, drawn_to_neighbours, main_axes

FEWEST_TO_DIVIDE = 4
FEWEST_TOPICS, MOST_TOPICS = 4, 10
SAMPLE = 6000
_LETTERS = 0.3
_AXES = 64
_LETTER_AXES = 100
_NEIGHBOURS = 10
_FIRST_STARTS, _STARTS = 5, 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Clusters:
    """
    Which cluster each proposal is in (0 is the largest), and how well it fits.

    `nearness` is the cosine to the centre of its own cluster, `next_nearness` to the
    best other one, which is `next_label` (the own one where there is no other).
    `groups` gives for each cluster the topic of the first level that it is part of.
    """

    labels: Labels
    count: int
    nearness: Floats
    next_labels: Labels
    next_nearness: Floats
    places: Floats
    groups: tuple[int, ...]

    def medoid(self, cluster: int) -> int:
        """Give the proposal nearest to the centre of a cluster."""
        own = np.flatnonzero(self.labels == cluster)
        return int(own[self.nearness[own].argmax()])


def cluster(
    texts: Sequence[str],
    vectors: Floats,
    languages: Sequence[str],
    *,
    count: int | None = None,
    seed: int = 0,
) -> Clusters:
    """Divide proposals into topics; texts clean, vectors of any length, one each."""
    order, back = _distinct(texts, languages)
    if not len(order):
        nothing = np.zeros(0, np.int64)
        return _placed(np.zeros((0, 2), np.float32), nothing, nothing, back)
    tags = [languages[each] for each in order]
    meaning = centred(np.asarray(vectors, dtype=np.float32)[order], tags)
    sample = _sample(len(order), seed)
    points = _points(
        [texts[order[each]] for each in sample],
        meaning[sample],
        [tags[each] for each in sample],
    )
    labels, groups = _divide(points, count, seed)
    if len(sample) == len(order):
        return _placed(points, labels, groups, back)
    places = unit(meaning @ main_axes(meaning[sample], _AXES))
    return _placed(places, _assigned(places, places[sample], labels), groups, back)


def _distinct(texts: Sequence[str], languages: Sequence[str]) -> tuple[Labels, Labels]:
    """List one place of each distinct text in order, and where each text went."""
    known: dict[tuple[str, str], int] = {}
    for place, pair in enumerate(zip(texts, languages, strict=True)):
        known.setdefault(pair, place)
    ranks = {pair: rank for rank, pair in enumerate(sorted(known))}
    pairs = zip(texts, languages, strict=True)
    back = np.array([ranks[pair] for pair in pairs], dtype=np.int64)
    order = np.array([known[pair] for pair in ranks], dtype=np.int64)
    return order, back


def _sample(size: int, seed: int) -> Labels:
    if size <= SAMPLE:
        return np.arange(size)
    chosen = np.random.default_rng(seed).choice(size, SAMPLE, replace=False)
    return np.sort(chosen)


def _points(texts: Sequence[str], meaning: Floats, tags: Sequence[str]) -> Floats:
    letters = centred(weighted_gram_vectors(texts), tags)
    letters = unit(letters @ main_axes(letters, _LETTER_AXES))
    joined = unit(np.hstack([meaning, _LETTERS * letters]).astype(np.float32))
    places = unit(joined @ main_axes(joined, _AXES))
    return drawn_to_neighbours(places, _NEIGHBOURS)


def _divide(points: Floats, count: int | None, seed: int) -> tuple[Labels, Labels]:
    """Give the cluster of each point, and the group of each cluster."""
    if len(points) < FEWEST_TO_DIVIDE:
        return np.zeros(len(points), dtype=np.int64), np.zeros(1, dtype=np.int64)
    chosen = _best_count(points, seed) if count is None else min(count, len(points))
    if chosen > MOST_TOPICS:
        return _in_two_levels(points, chosen, seed)
    labels = kmeans(points, chosen, seed=seed, starts=_STARTS, spherical=True).labels
    return labels, np.arange(int(labels.max()) + 1)


def _in_two_levels(points: Floats, count: int, seed: int) -> tuple[Labels, Labels]:
    """Divide into a few topics, and each of them into parts, by its size."""
    first, _groups = _divide(points, _best_count(points, seed), seed)
    labels = np.zeros(len(points), dtype=np.int64)
    groups: list[int] = []
    for group, many in enumerate(_shares(np.bincount(first).tolist(), count)):
        own = np.flatnonzero(first == group)
        part = kmeans(points[own], many, seed=seed, starts=_STARTS, spherical=True)
        kinds, numbers = np.unique(part.labels, return_inverse=True)
        labels[own] = len(groups) + numbers
        groups += [group] * len(kinds)
    return labels, np.array(groups, dtype=np.int64)


def _shares(sizes: Sequence[int], count: int) -> list[int]:
    """Give each topic parts by its size: again and again one to the fullest parts."""
    shares = [min(1, size) for size in sizes]
    while sum(shares) < min(count, sum(sizes)):
        fullest = max(
            (at for at in range(len(sizes)) if shares[at] < sizes[at]),
            key=lambda at: (sizes[at] / shares[at], -at),
        )
        shares[fullest] += 1
    return shares


def _best_count(points: Floats, seed: int) -> int:
    most = min(MOST_TOPICS, len(points) // 2)
    tries = {
        each: kmeans(points, each, seed=seed, starts=_FIRST_STARTS, spherical=True)
        for each in range(min(FEWEST_TOPICS, most), most + 1)
    }
    return max(tries, key=lambda each: silhouette_by_cosine(points, tries[each].labels))


def _assigned(places: Floats, sample: Floats, labels: Labels) -> Labels:
    """Give each place the cluster whose centre, found in the sample, is nearest."""
    return np.asarray((places @ _centres(sample, labels).T).argmax(axis=1))


def _centres(points: Floats, labels: Labels) -> Floats:
    member = (labels[:, None] == np.unique(labels)).astype(points.dtype)
    return unit(member.T @ points)


def _placed(points: Floats, found: Labels, groups: Labels, back: Labels) -> Clusters:
    """Number clusters by their size, and say how well each proposal fits."""
    labels = _numbered(found, back)
    group_of = dict(zip(labels.tolist(), groups[found].tolist(), strict=True))
    count = int(labels.max(initial=-1)) + 1
    rows = np.arange(len(points))
    cosines = points @ _centres(points, labels).T
    own = cosines[rows, labels]
    others = cosines.copy()
    others[rows, labels] = -np.inf if count > 1 else own
    second = others.argmax(axis=1) if count else labels
    return Clusters(
        labels=labels[back],
        count=count,
        nearness=own[back],
        next_labels=second[back],
        next_nearness=others[rows, second][back],
        places=points[back],
        groups=tuple(group_of[each] for each in range(count)),
    )


def _numbered(labels: Labels, back: Labels) -> Labels:
    """Number clusters by size, counting equal texts; ties by the alphabet."""
    sorted_labels = np.repeat(labels, np.bincount(back, minlength=len(labels)))
    numbered = largest_first(sorted_labels)
    numbers = dict(zip(sorted_labels.tolist(), numbered.tolist(), strict=True))
    return np.array([numbers[each] for each in labels.tolist()], dtype=np.int64)
