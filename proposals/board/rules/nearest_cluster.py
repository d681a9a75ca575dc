"""Which cluster a proposal without a place lies nearest to."""

from collections.abc import Mapping, Sequence

import numpy as np

from proposals.rules.kmeans import Floats, unit


def nearest_clusters(
    numbers: Sequence[int], clusters: Sequence[int | None], vectors: Floats
) -> Mapping[int, tuple[int, int]]:
    """
    Offer those without a cluster the one whose middle is nearest, the nearest first.

    Distances are thousandths of cosine distance, as `Placement.distance`.
    """
    known = sorted({each for each in clusters if each is not None})
    homeless = [at for at, each in enumerate(clusters) if each is None]
    if not known or not homeless:
        return {}
    cosines = vectors[homeless] @ middles(clusters, known, vectors).T
    best = cosines.argmax(axis=1)
    offers = [
        (thousandths(float(cosines[row, place])), numbers[at], known[place])
        for row, (at, place) in enumerate(zip(homeless, best.tolist(), strict=True))
    ]
    return {number: (cluster, distance) for distance, number, cluster in sorted(offers)}


def middles(
    clusters: Sequence[int | None], known: Sequence[int], vectors: Floats
) -> Floats:
    """Give the mean direction of each cluster."""
    own = np.array([-1 if each is None else each for each in clusters])
    return unit(np.stack([vectors[own == each].mean(axis=0) for each in known]))


def thousandths(cosine: float) -> int:
    """Turn nearness into a distance as it is kept."""
    return round(1000 * (1 - cosine))
