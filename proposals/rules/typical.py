"""
Proposals that stand for a cluster: a few that together point to its centre.

The first is the nearest to the centre. Each further one is the one that, with those
before it, comes nearest; a language that has not been heard yet goes first, and what
says nearly the same as another one is left out.
"""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from proposals.rules.kmeans import Floats, Labels, unit

PROPOSALS_PER_NAME = 3
_LOOKED_AT = 40  # nearest to the centre; further out nothing is typical
_NEARLY_THE_SAME = 0.85


def typical_proposals(
    vectors: Floats,
    labels: Labels,
    languages: Sequence[str],
    centres: Mapping[int, Floats],
    *,
    count: int = PROPOSALS_PER_NAME,
) -> dict[int, tuple[int, ...]]:
    """Choose the most typical proposals of each cluster, the nearest first."""
    mean = vectors.mean(axis=0)
    chosen: dict[int, tuple[int, ...]] = {}
    for each, centre in centres.items():
        own = np.flatnonzero(labels == each)
        fit = unit(vectors[own] - mean) @ centre
        near = own[np.argsort(-fit, kind="stable")][:_LOOKED_AT]
        alike = vectors[near] @ vectors[near].T >= _NEARLY_THE_SAME
        pulls = unit(vectors[near] - mean)
        spoken = [languages[at] for at in near]
        turns: list[int] = []
        while len(turns) < count and (free := _free(turns, alike, spoken)):
            together = unit(pulls[free] + pulls[turns].sum(axis=0))
            turns.append(free[int((together @ centre).argmax())])
        chosen[each] = tuple(int(near[at]) for at in turns)
    return chosen


def _free(
    chosen: Sequence[int], alike: NDArray[np.bool_], languages: Sequence[str]
) -> list[int]:
    """List what says something else, in a language not heard yet if there is one."""
    heard = {languages[at] for at in chosen}
    free = [
        at
        for at in range(len(languages))
        if at not in chosen and not alike[at, list(chosen)].any()
    ]
    return [at for at in free if languages[at] not in heard] or free
