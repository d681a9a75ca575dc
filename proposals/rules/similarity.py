"""How near proposals are to each other, from vectors handed in."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from proposals.rules.kmeans import Floats, unit

MEANING, LETTERS = 0.9, 0.1
LIKELY_THE_SAME = 0.6
_SHRINK = 10.0  # a language with fewer texts leans on the mean of all


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """A proposal near to another one: its place in the list, how near, and why."""

    place: int
    nearness: float
    meaning: float
    letters: float

    @property
    def is_likely_the_same(self) -> bool:
        """Say whether it is worth asking "is that yours too?"."""
        return self.nearness >= LIKELY_THE_SAME


def most_similar(
    query: tuple[Floats, Floats],
    meanings: Floats,
    letters: Floats,
    *,
    count: int = 5,
) -> list[Near]:
    """
    Give the proposals nearest to a query, nearest first.

    The query is its (meaning, letters) as unit vectors, the others are matrices of the
    same. Nearness is 0.9 times the cosine of meanings and 0.1 times that of letters:
    meaning finds other words and languages, letters find names and typing errors.
    """
    by_meaning, by_letters = meanings @ query[0], letters @ query[1]
    nearness = MEANING * by_meaning + LETTERS * by_letters
    best = first_best(nearness, count)
    order = best[np.argsort(-nearness[best], kind="stable")]
    return [
        Near(
            place=int(each),
            nearness=float(nearness[each]),
            meaning=float(by_meaning[each]),
            letters=float(by_letters[each]),
        )
        for each in order
    ]


def first_best(values: Floats, count: int) -> NDArray[np.int64]:
    """Find the places of the largest values; of equal ones those that come first."""
    if count >= len(values):
        return np.arange(len(values))
    least = np.partition(values, len(values) - count)[len(values) - count]
    above = np.flatnonzero(values > least)
    level = np.flatnonzero(values == least)[: count - len(above)]
    return np.sort(np.concatenate([above, level]))


def centred(vectors: Floats, languages: Sequence[str]) -> Floats:
    """Take from each vector the mean of its language, so that topics remain."""
    mean = vectors.mean(axis=0)
    moved = np.array(vectors, dtype=np.float32)
    tags, kind = np.unique(np.asarray(languages, dtype=str), return_inverse=True)
    for each in range(len(tags)):
        own = kind == each
        size = own.sum()
        moved[own] -= (vectors[own].sum(axis=0) + _SHRINK * mean) / (size + _SHRINK)
    return unit(moved)


def main_axes(rows: Floats, count: int) -> Floats:
    """Find the main axes of rows, as columns; each points to its heaviest side."""
    if len(rows) < rows.shape[1]:
        sizes, sides = np.linalg.eigh(rows @ rows.T)
        kept = sides[:, ::-1][:, :count]
        axes = rows.T @ kept / np.sqrt(np.maximum(sizes[::-1][:count], 1e-9))
    else:
        axes = np.linalg.eigh(rows.T @ rows)[1][:, ::-1][:, :count]
    heaviest = axes[np.abs(axes).argmax(axis=0), np.arange(axes.shape[1])]
    return np.asarray(axes * np.where(heaviest < 0, -1, 1), dtype=np.float32)


def drawn_to_neighbours(points: Floats, count: int) -> Floats:
    """Move each point half way to the mean of its nearest ones: topics grow denser."""
    size = min(count, len(points) - 1)
    if size < 1:
        return points
    moved = np.empty_like(points)
    for start in range(0, len(points), 1000):
        part = slice(start, min(start + 1000, len(points)))
        moved[part] = points[part] + _mean_of_nearest(points, part, size)
    return unit(moved)


def _mean_of_nearest(points: Floats, part: slice, size: int) -> Floats:
    cosines = points[part] @ points.T
    rows = np.arange(len(cosines))
    cosines[rows, rows + part.start] = -1
    nearest: NDArray[np.int64] = np.argpartition(-cosines, size - 1, axis=1)[:, :size]
    weights = np.maximum(np.take_along_axis(cosines, nearest, axis=1), 0)
    weights /= np.maximum(weights.sum(axis=1, keepdims=True), 1e-9)
    return np.asarray(np.einsum("nk,nkd->nd", weights, points[nearest]))
