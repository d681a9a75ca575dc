"""
Opinion groups: who votes alike, as pol.is does it.

Small et al. 2021, "Polis: scaling deliberation by mapping high dimensional opinion
spaces". A vote matrix has one row per participant and one column per proposal:
1 agrees, -1 disagrees, 0 passes, NaN has not seen it.
Who voted too little is left without a group (-1). The order of rows changes nothing.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from proposals.rules.kmeans import Floats, Labels, kmeans, largest_first, silhouette

VOTES_TO_BE_GROUPED = 7
PEOPLE_TO_GROUP = 15
BASE_CLUSTERS = 100
MOST_GROUPS = 5


class Grouping(NamedTuple):
    """The group of each participant (-1: none), and how many groups there are."""

    labels: Labels
    groups: int


def group_opinions(
    votes: Floats, moderated_out: Labels, count: int | None = None, seed: int = 0
) -> Grouping:
    """Divide participants into groups; without `count` two to five, by silhouette."""
    labels = np.full(len(votes), -1, dtype=np.int64)
    enough = enough_votes(votes)
    if not enough.any():
        return Grouping(labels, 0)
    # the order of rows must not matter, not even by the last digit of a sum
    order = np.lexsort(np.nan_to_num(votes, nan=2.0).T)
    places = np.round(opinion_map(votes[order], moderated_out), 9)
    kept = enough[order]
    found = _divide(places[kept], count, seed)
    labels[order[kept]] = found
    return Grouping(labels, int(found.max()) + 1)


def enough_votes(votes: Floats) -> NDArray[np.bool_]:
    """Say who voted enough to be grouped: seven votes, or the fifteen busiest."""
    cast = (~np.isnan(votes)).sum(axis=1)
    enough = cast >= min(VOTES_TO_BE_GROUPED, votes.shape[1])
    if enough.sum() < PEOPLE_TO_GROUP <= len(cast):
        enough |= cast >= max(1, np.sort(cast)[-PEOPLE_TO_GROUP])
    return np.asarray(enough & (cast > 0))


def opinion_map(votes: Floats, moderated_out: Labels) -> Floats:
    """
    Place each participant on two axes of opinion.

    Proposals taken out count as passed by everybody, as in pol.is. The axes come from
    a matrix in which the mean fills the gaps; a place comes from the votes really cast,
    pushed outwards by the root of proposals per vote, so that few votes do not look
    like indifference.
    """
    seen, moved, _means = _moved(votes, moderated_out)
    stretch = np.sqrt(votes.shape[1] / np.maximum(seen.sum(axis=1), 1))
    return np.asarray((moved @ _axes(moved)) * stretch[:, None])


class Compass(NamedTuple):
    """What places somebody on the map from her own votes: means, and two axes."""

    means: Floats
    axes: Floats


def compass_of(votes: Floats, moderated_out: Labels) -> Compass:
    """Find the means and axes by which `opinion_map` places participants."""
    order = np.lexsort(np.nan_to_num(votes, nan=2.0).T)
    _seen, moved, means = _moved(votes[order], moderated_out)
    return Compass(means, _axes(moved))


def place_of(votes: Floats, compass: Compass) -> Floats:
    """Place one person, who voted on some (the others NaN), as the map does."""
    seen = ~np.isnan(votes)
    moved = np.where(seen, votes - compass.means, 0.0)
    return np.asarray(
        (moved @ compass.axes) * np.sqrt(len(votes) / max(1, int(seen.sum())))
    )


def _moved(
    votes: Floats, moderated_out: Labels
) -> tuple[NDArray[np.bool_], Floats, Floats]:
    out = np.asarray(moderated_out, dtype=bool)
    seen = ~np.isnan(votes) | out
    cast = np.where(seen & ~out, votes, 0.0)
    means = cast.sum(axis=0) / np.maximum(seen.sum(axis=0), 1)
    return seen, np.where(seen, cast - means, 0.0), means


def _axes(moved: Floats) -> Floats:
    """Find the two main axes, each pointing to its larger side."""
    centred = moved - moved.mean(axis=0)
    axes = np.linalg.eigh(centred.T @ centred)[1][:, ::-1][:, :2]
    heaviest = axes[np.abs(axes).argmax(axis=0), np.arange(axes.shape[1])]
    return np.asarray(axes * np.where(heaviest < 0, -1.0, 1.0))


def _divide(places: Floats, count: int | None, seed: int) -> Labels:
    """Divide places by way of base clusters, largest group first."""
    distinct = len(np.unique(places, axis=0))
    first = kmeans(places, min(BASE_CLUSTERS, distinct), seed=seed, starts=5)
    used, base = np.unique(first.labels, return_inverse=True)
    centres = first.centres[used]
    weights = np.bincount(base).astype(float)
    most = min(MOST_GROUPS, 2 + len(centres) // 12, len(centres))
    counts = range(2, most + 1) if count is None else [min(count, len(centres))]
    tries = [
        kmeans(centres, each, seed=seed, weights=weights).labels
        for each in counts or [1]
    ]
    best = max(tries, key=lambda labels: silhouette(centres, labels))
    return largest_first(best[base])
