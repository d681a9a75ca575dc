"""Which field of action a proposal is near to, from vectors handed in."""

from collections.abc import Sequence
from typing import Final

import numpy as np

from proposals.rules.kmeans import Floats

CLEARLY: Final = 0.02
"""How much nearer than the next field one must be to be worth a suggestion."""

FAR: Final = 0.2
"""What is no nearer than that to any word of a field belongs to none."""


def nearest_field(
    meaning: Floats, sayings: Floats, owners: Sequence[int]
) -> int | None:
    """
    Find the field whose nearest saying is clearly nearer than those of all others.

    `owners` says to which field each saying (a name, a goal, a word) belongs. None
    where it is not clear: a suggestion that is often wrong helps nobody.
    """
    if not len(sayings):
        return None
    nearness = sayings @ meaning
    fields = sorted(set(owners))
    places = np.asarray(owners)
    best = np.array([nearness[places == field].max() for field in fields])
    order = np.argsort(-best, kind="stable")
    first = best[order[0]]
    rival = best[order[1]] if len(fields) > 1 else -1.0
    if first < FAR or first - rival < CLEARLY:
        return None
    return fields[int(order[0])]
