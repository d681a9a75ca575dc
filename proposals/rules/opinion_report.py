"""
What may be shown of opinion groups.

A group is shown from five people up, and never who is in it. Smaller groups are left
out of every figure per group and of the consensus, so nothing can be worked back.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from proposals.rules.consensus import (
    PEOPLE_TO_PUBLISH,
    Counts,
    Position,
    Side,
    counts_by_group,
    counts_of_all,
    dividing,
    group_aware_consensus,
    representative,
    united,
)
from proposals.rules.kmeans import Floats, Labels
from proposals.rules.opinions import Grouping, group_opinions


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupShown:
    """A group as everybody may see it; numbers start at 1, largest first."""

    number: int
    size: int
    representative: tuple[Position, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalShown:
    """A proposal with its consensus, and (agrees, disagrees, seen) per group."""

    proposal: int
    taken_out: bool
    agree: float
    disagree: float
    division: float
    by_group: tuple[tuple[int, int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OpinionReport:
    """Groups, what unites, and the figures of each proposal."""

    participants: int
    grouped: int
    groups_too_small: int
    groups: tuple[GroupShown, ...]
    united_for: tuple[Position, ...]
    united_against: tuple[Position, ...]
    proposals: tuple[ProposalShown, ...]


def report_opinions(
    votes: Sequence[Sequence[float]] | Floats,
    taken_out: Sequence[bool],
    *,
    count: int | None = None,
    seed: int = 0,
) -> OpinionReport:
    """Group the participants and say what may be shown of it."""
    matrix = np.asarray(votes, dtype=float)
    out = np.asarray(taken_out, dtype=np.int64)
    return report_of(matrix, out, group_opinions(matrix, out, count, seed))


def report_of(matrix: Floats, out: Labels, found: Grouping) -> OpinionReport:
    """Say what may be shown of participants who are grouped already."""
    sizes = np.bincount(found.labels[found.labels >= 0], minlength=found.groups)
    shown = int((sizes >= PEOPLE_TO_PUBLISH).sum())  # largest first
    published = np.where(found.labels < shown, found.labels, -1)
    everybody = counts_of_all(matrix if shown else matrix[:0])
    return OpinionReport(
        participants=len(matrix),
        grouped=int((found.labels >= 0).sum()),
        groups_too_small=found.groups - shown,
        groups=_groups(counts_by_group(matrix, published), sizes, out),
        united_for=tuple(united(everybody, Side.AGREE, left_out=out)),
        united_against=tuple(united(everybody, Side.DISAGREE, left_out=out)),
        proposals=_proposals(counts_by_group(matrix, published), out),
    )


def _groups(counts: Counts, sizes: Labels, out: Labels) -> tuple[GroupShown, ...]:
    return tuple(
        GroupShown(
            number=group + 1,
            size=int(sizes[group]),
            representative=tuple(representative(counts, group, left_out=out)),
        )
        for group in range(len(counts.seen))
    )


def _proposals(counts: Counts, out: Labels) -> tuple[ProposalShown, ...]:
    if not len(counts.seen):
        return ()
    agree = group_aware_consensus(counts, Side.AGREE)
    disagree = group_aware_consensus(counts, Side.DISAGREE)
    division = dividing(counts)
    figures = np.stack([counts.agrees, counts.disagrees, counts.seen], axis=2)
    return tuple(
        ProposalShown(
            proposal=each,
            taken_out=bool(out[each]),
            agree=float(agree[each]),
            disagree=float(disagree[each]),
            division=float(division[each]),
            by_group=tuple(
                (int(a), int(d), int(s)) for a, d, s in figures[:, each].tolist()
            ),
        )
        for each in range(len(agree))
    )
