"""
What unites and what divides opinion groups.

Small et al. 2021: group-aware consensus is the product over groups of
(agrees + 1) / (seen + 2); a proposal represents a group when the group agrees with it
(or disagrees) clearly, and clearly more than the others, by two z-tests at 90 percent.
"""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from proposals.rules.kmeans import Floats, Labels

CLEARLY = 1.2816
PER_GROUP = 5
PEOPLE_TO_PUBLISH = 5


class Side(StrEnum):
    """On which side a group stands."""

    AGREE = "agree"
    DISAGREE = "disagree"


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """Agrees, disagrees and votes per group (row) and proposal (column)."""

    agrees: Floats
    disagrees: Floats
    seen: Floats


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """How clearly a group, or everybody, stands on one side of a proposal."""

    proposal: int
    side: Side
    votes: int
    seen: int
    share: float
    share_test: float
    ratio: float = 1.0
    ratio_test: float = 0.0

    @property
    def strength(self) -> float:
        """The product by which representative proposals are ranked."""
        return self.ratio * self.ratio_test * self.share * self.share_test


def counts_by_group(votes: Floats, labels: Labels) -> Counts:
    """Count votes per group; participants without a group (-1) are left out."""
    groups = range(int(labels.max(initial=-1)) + 1)
    member = np.array([labels == group for group in groups], dtype=float)
    member = member.reshape(len(groups), len(votes))
    return Counts(
        agrees=member @ (votes == 1),
        disagrees=member @ (votes == -1),
        seen=member @ ~np.isnan(votes),
    )


def counts_of_all(votes: Floats) -> Counts:
    """Count the votes of everybody as of one group."""
    return counts_by_group(votes, np.zeros(len(votes), dtype=np.int64))


def group_aware_consensus(counts: Counts, side: Side = Side.AGREE) -> Floats:
    """Give per proposal the chance that every group stands on this side."""
    return np.asarray(((_on(counts, side) + 1) / (counts.seen + 2)).prod(axis=0))


def representative(
    counts: Counts, group: int, *, left_out: Labels | None = None
) -> list[Position]:
    """Give up to five proposals that tell a group from the others, clearest first."""
    stands = [
        stand
        for side in Side
        for stand in _stands_of_group(counts, group, side)
        if left_out is None or not left_out[stand.proposal]
    ]
    clear = [
        stand
        for stand in stands
        if stand.share_test > CLEARLY and stand.ratio_test > CLEARLY
    ]
    return sorted(clear, key=lambda stand: (-stand.strength, stand.proposal))[
        :PER_GROUP
    ]


def united(
    counts: Counts, side: Side, *, left_out: Labels | None = None
) -> list[Position]:
    """Give up to five proposals on which all stand clearly on one side."""
    on, seen = _on(counts, side).sum(axis=0), counts.seen.sum(axis=0)
    share, test = _share(on, seen), share_test(on, seen)
    stands = [
        Position(
            proposal=each,
            side=side,
            votes=int(on[each]),
            seen=int(seen[each]),
            share=float(share[each]),
            share_test=float(test[each]),
        )
        for each in np.flatnonzero((share > 0.5) & (test > CLEARLY)).tolist()
        if left_out is None or not left_out[each]
    ]
    return sorted(
        stands, key=lambda stand: (-stand.share * stand.share_test, stand.proposal)
    )[:PER_GROUP]


def dividing(counts: Counts) -> Floats:
    """Give per proposal how far the groups lie apart: largest share less smallest."""
    share = _share(counts.agrees, counts.seen)
    return np.asarray(share.max(axis=0) - share.min(axis=0))


def share_test(on: Floats, seen: Floats) -> Floats:
    """Test whether a share lies above one half (z-value)."""
    return np.asarray(2 * np.sqrt(seen + 1) * ((on + 1) / (seen + 1) - 0.5))


def ratio_test(
    on: Floats, seen: Floats, other_on: Floats, other_seen: Floats
) -> Floats:
    """Test whether the share here lies above the share elsewhere (z-value)."""
    on, seen, other_on, other_seen = on + 1, seen + 1, other_on + 1, other_seen + 1
    pooled = (on + other_on) / (seen + other_seen)
    error = np.sqrt(np.abs(pooled * (1 - pooled)) * (1 / seen + 1 / other_seen))
    apart = on / seen - other_on / other_seen
    return np.asarray(
        np.divide(apart, error, out=np.zeros_like(apart), where=error > 0)
    )


def _on(counts: Counts, side: Side) -> Floats:
    return counts.agrees if side is Side.AGREE else counts.disagrees


def _share(on: Floats, seen: Floats) -> Floats:
    return np.asarray((on + 1) / (seen + 2))


def _stands_of_group(counts: Counts, group: int, side: Side) -> list[Position]:
    on, seen = _on(counts, side), counts.seen
    other_on = on.sum(axis=0) - on[group]
    other_seen = seen.sum(axis=0) - seen[group]
    share = _share(on[group], seen[group])
    ratio = share / _share(other_on, other_seen)
    tests = share_test(on[group], seen[group])
    ratio_tests = ratio_test(on[group], seen[group], other_on, other_seen)
    return [
        Position(
            proposal=each,
            side=side,
            votes=int(on[group, each]),
            seen=int(seen[group, each]),
            share=float(share[each]),
            share_test=float(tests[each]),
            ratio=float(ratio[each]),
            ratio_test=float(ratio_tests[each]),
        )
        for each in range(seen.shape[1])
    ]
