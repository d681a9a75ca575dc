"""Which cluster a proposal without a place lies nearest to."""

from collections.abc import Collection, Mapping, Sequence

import numpy as np

from proposals.rules.kmeans import Floats, unit


def nearest_clusters(
    numbers: Sequence[int],
    clusters: Sequence[int | None],
    vectors: Floats,
    barred: Collection[tuple[int, int]] = (),
) -> Mapping[int, tuple[int, int]]:
    """
    Offer those without a cluster the one whose middle is nearest, the nearest first.

    Of `barred` (number, cluster) a person has taken the one out of the other.
    Distances are thousandths of cosine distance, as `Placement.distance`.
    """
    known = sorted({each for each in clusters if each is not None})
    homeless = [at for at, each in enumerate(clusters) if each is None]
    if not known or not homeless:
        return {}
    cosines = vectors[homeless] @ middles(clusters, known, vectors).T
    rows = {numbers[at]: row for row, at in enumerate(homeless)}
    columns = {each: place for place, each in enumerate(known)}
    for number, cluster in barred:
        if number in rows and cluster in columns:
            cosines[rows[number], columns[cluster]] = -np.inf
    best = cosines.argmax(axis=1)
    offers = [
        (thousandths(float(cosines[row, place])), numbers[at], known[place])
        for row, (at, place) in enumerate(zip(homeless, best.tolist(), strict=True))
        if np.isfinite(cosines[row, place])
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
