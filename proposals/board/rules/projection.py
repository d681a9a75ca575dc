"""A map of proposals: near means alike, from vectors of any length."""

import numpy as np
from numpy.typing import NDArray

from proposals.rules.kmeans import Floats, Labels
from proposals.rules.similarity import main_axes

WIDTH = 1000
_MARGIN = 40
_OUTER = 2  # per cent at either end that do not set the scale


def flat(places: Floats, labels: Labels) -> NDArray[np.int64]:
    """
    Give x and y from 0 to 1000 for each point, the same for the same points.

    The two axes are those along which the middles of the clusters differ most, so the
    clusters part as far as two numbers allow; with fewer than three clusters, those
    along which the points differ most.
    """
    if len(places) < 2:
        return np.full((len(places), 2), WIDTH // 2, dtype=np.int64)
    moved = places - places.mean(axis=0)
    spread = _middles(moved, labels) if len(np.unique(labels)) > 2 else moved
    axes = main_axes(np.asarray(spread, dtype=np.float32), 2)
    projected = np.zeros((len(places), 2))
    projected[:, : axes.shape[1]] = moved @ axes
    return _in_frame(projected)


def _middles(points: Floats, labels: Labels) -> Floats:
    """Give the middle of each cluster, by the root of its size."""
    known, sizes = np.unique(labels, return_counts=True)
    means = np.stack([points[labels == each].mean(axis=0) for each in known])
    return np.asarray(means * np.sqrt(sizes)[:, None])


def _in_frame(flat_points: Floats) -> NDArray[np.int64]:
    low, high = np.percentile(flat_points, [_OUTER, 100 - _OUTER], axis=0)
    size = max(float((high - low).max()), 1e-9)
    middle = (low + high) / 2
    scaled = WIDTH / 2 + (flat_points - middle) / size * (WIDTH - 2 * _MARGIN)
    return np.asarray(np.clip(np.rint(scaled), 0, WIDTH), dtype=np.int64)
