"""
K-means in numpy: points to the nearest of k centres, best of several starts.

Starts follow Arthur and Vassilvitskii 2007 (k-means++), the rest is Lloyd's method.
The draw of a start comes from the seed alone, so the same points in the same order
give the same division.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.floating[Any]]
Labels = NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Division:
    """Points divided among centres; `spread` is the sum of squared distances."""

    labels: Labels
    centres: Floats
    spread: float


def kmeans(
    points: Floats,
    count: int,
    *,
    seed: int,
    weights: Floats | None = None,
    starts: int = 10,
    spherical: bool = False,
) -> Division:
    """Divide points among at most `count` centres; spherical compares by cosine."""
    weights = np.ones(len(points)) if weights is None else weights
    draws = np.random.default_rng(seed)
    tries = (
        _settle(
            points, weights, _starts(points, weights, count, draws), spherical=spherical
        )
        for _ in range(starts)
    )
    return min(tries, key=lambda division: division.spread)


def nearest(points: Floats, centres: Floats) -> tuple[Labels, Floats]:
    """Say for each point which centre is nearest, and its squared distance."""
    distances = squared_distances(points, centres)
    labels = distances.argmin(axis=1)
    return labels, distances[np.arange(len(points)), labels]


def squared_distances(points: Floats, centres: Floats) -> Floats:
    """Give the squared distance of each point to each centre."""
    distances = points @ (-2.0 * centres.T)
    distances += np.einsum("ij,ij->i", points, points)[:, None]
    distances += np.einsum("ij,ij->i", centres, centres)[None, :]
    return np.maximum(distances, 0.0, out=distances)


def silhouette(points: Floats, labels: Labels) -> float:
    """
    Give the mean silhouette of a division; -1 where there is only one group.

    Rousseeuw 1987: how much nearer a point is to its own group than to the next one.
    """
    groups = np.unique(labels)
    if len(groups) < 2:
        return -1.0
    member = (labels[:, None] == groups[None, :]).astype(points.dtype)
    sums = np.sqrt(squared_distances(points, points)) @ member
    return _silhouette_of_sums(sums, member)


def silhouette_by_cosine(points: Floats, labels: Labels) -> float:
    """Give the mean silhouette with 1 - cosine as distance, for unit vectors."""
    groups = np.unique(labels)
    if len(groups) < 2:
        return -1.0
    member = (labels[:, None] == groups[None, :]).astype(points.dtype)
    sums = member.sum(axis=0) - points @ (points.T @ member)
    return _silhouette_of_sums(sums, member)


def _silhouette_of_sums(sums: Floats, member: Floats) -> float:
    sizes = member.sum(axis=0)
    own = (sums * member).sum(axis=1)
    peers = (sizes * member).sum(axis=1) - 1
    inside = own / np.maximum(peers, 1)
    outside = np.where(member > 0, np.inf, sums / sizes).min(axis=1)
    widest = np.maximum(np.maximum(inside, outside), 1e-12)
    return float(np.where(peers > 0, (outside - inside) / widest, 0.0).mean())


def largest_first(labels: Labels) -> Labels:
    """Number groups by size, the one that comes first winning a tie."""
    found, first, members = np.unique(labels, return_index=True, return_inverse=True)
    order = np.lexsort((first, -np.bincount(members)))
    ranks = np.empty(len(found), dtype=np.int64)
    ranks[order] = np.arange(len(found))
    return ranks[members]


def unit(rows: Floats) -> Floats:
    """Bring each row to length one; rows of nothing stay nothing."""
    lengths = np.sqrt(np.einsum("ij,ij->i", rows, rows))[:, None]
    return np.asarray(rows / np.where(lengths > 1e-9, lengths, 1.0))


def _starts(
    points: Floats, weights: Floats, count: int, draws: np.random.Generator
) -> Floats:
    """Choose centres far from each other: k-means++ with the best of a few draws."""
    chosen = [_draw(weights, draws)]
    _, distances = nearest(points, points[chosen])
    while len(chosen) < count and distances.max() > 1e-12:
        candidates = [_draw(distances * weights, draws) for _ in range(4)]
        kept = np.minimum(
            squared_distances(points, points[candidates]), distances[:, None]
        )
        best = int((kept * weights[:, None]).sum(axis=0).argmin())
        chosen.append(candidates[best])
        distances = kept[:, best]
    return points[chosen]


def _draw(chances: Floats, draws: np.random.Generator) -> int:
    sums = np.cumsum(chances)
    return int(np.searchsorted(sums, draws.random() * sums[-1], side="right"))


def _settle(
    points: Floats, weights: Floats, centres: Floats, *, spherical: bool
) -> Division:
    labels, distances = nearest(points, centres)
    for _ in range(100):
        centres = _means(points, weights, labels, centres)
        if spherical:
            centres = unit(centres)
        moved, distances = nearest(points, centres)
        if np.array_equal(moved, labels):
            break
        labels = moved
    return Division(
        labels=labels.astype(np.int64),
        centres=centres,
        spread=float((distances * weights).sum()),
    )


def _means(points: Floats, weights: Floats, labels: Labels, centres: Floats) -> Floats:
    member = (labels[:, None] == np.arange(len(centres))) * weights[:, None]
    sums = member.T.astype(points.dtype) @ points
    sizes = member.sum(axis=0)
    means = sums / np.maximum(sizes, 1e-12)[:, None]
    return np.where(sizes[:, None] > 0, means, centres).astype(points.dtype)
