"""A part of the board laid out for an act: rows by id, found by number."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from uuid import UUID

from proposals.board.rules.rows import (
    ClusterRow,
    Pair,
    PlacementRow,
    ProposalRow,
    Rows,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """
    All clusters of a conference, and of its proposals those an act is about.

    Each placement of such a proposal is here, and each one in such a cluster.
    `taken_out` are all proposals with the clusters that a person took them out of.
    """

    clusters: Mapping[UUID, ClusterRow] = field(default_factory=dict)
    placements: Mapping[UUID, PlacementRow] = field(default_factory=dict)
    proposals: Mapping[UUID, ProposalRow] = field(default_factory=dict)
    taken_out: frozenset[Pair] = frozenset()

    def cluster(self, number: int) -> ClusterRow:
        """Find a cluster by its number."""
        return next(row for row in self.clusters.values() if row.number == number)

    def proposal(self, number: int) -> ProposalRow:
        """Find a proposal by its number."""
        return next(row for row in self.proposals.values() if row.number == number)

    def cards_in(self, cluster: UUID) -> list[PlacementRow]:
        """List what lies in a cluster, in order."""
        found = [row for row in self.placements.values() if row.cluster == cluster]
        return sorted(found, key=lambda row: (row.position, self._number(row)))

    def topics_of(self, proposal: UUID) -> list[PlacementRow]:
        """List where a proposal lies, its main topic first."""
        return self.topics([proposal])[proposal]

    def topics(self, proposals: Iterable[UUID]) -> dict[UUID, list[PlacementRow]]:
        """List for proposals, in this order, where each lies."""
        found: dict[UUID, list[PlacementRow]] = {one: [] for one in proposals}
        for row in self.placements.values():
            if row.proposal in found:
                found[row.proposal].append(row)
        for rows in found.values():
            rows.sort(key=lambda row: row.rank)
        return found

    def ids(self, numbers: Iterable[int]) -> list[UUID]:
        """Find proposals by number."""
        known = {row.number: row.id for row in self.proposals.values()}
        return [known[each] for each in numbers]

    def columns(self) -> list[ClusterRow]:
        """List the clusters in order."""
        return sorted(
            self.clusters.values(), key=lambda row: (row.position, row.number)
        )

    def _number(self, row: PlacementRow) -> int:
        return self.proposals[row.proposal].number

    def with_clusters(self, rows: Iterable[ClusterRow]) -> "Desk":
        """Put clusters in place of those they were."""
        return replace(self, clusters={**self.clusters, **{r.id: r for r in rows}})

    def with_placements(self, rows: Iterable[PlacementRow]) -> "Desk":
        """Put placements in place of those they were; what lies there is not out."""
        laid = {row.id: row for row in rows}
        lying = {(row.proposal, row.cluster) for row in laid.values()}
        return replace(
            self,
            placements={**self.placements, **laid},
            taken_out=self.taken_out - lying,
        )

    def with_taken_out(self, pairs: Iterable[Pair]) -> "Desk":
        """Remember what a person took out of which cluster, unless it lies there."""
        lying = {(row.proposal, row.cluster) for row in self.placements.values()}
        return replace(self, taken_out=self.taken_out | (set(pairs) - lying))

    def with_proposals(self, rows: Iterable[ProposalRow]) -> "Desk":
        """Put proposals in place of those they were."""
        return replace(self, proposals={**self.proposals, **{r.id: r for r in rows}})

    def without_clusters(self, gone: Iterable[UUID]) -> "Desk":
        """Take clusters away; nothing may lie in them any more."""
        out = set(gone)
        kept = {one: row for one, row in self.clusters.items() if one not in out}
        left = frozenset(pair for pair in self.taken_out if pair[1] not in out)
        return replace(self, clusters=kept, taken_out=left)

    def without_placements(self, gone: Iterable[UUID]) -> "Desk":
        """Take placements away; the next topic moves up where the main one went."""
        out = set(gone)
        if not out:
            return self
        touched = {self.placements[one].proposal for one in out}
        kept = {one: row for one, row in self.placements.items() if one not in out}
        left: dict[UUID, list[PlacementRow]] = {one: [] for one in touched}
        for row in kept.values():
            if row.proposal in left:
                left[row.proposal].append(row)
        for rows in left.values():
            ordered = sorted(rows, key=lambda row: row.rank)
            kept |= {
                row.id: replace(row, rank=rank) for rank, row in enumerate(ordered)
            }
        return replace(self, placements=kept)


def difference(before: Desk, after: Desk) -> tuple[Rows, Rows]:
    """Give the rows that differ, as they were and as they are now."""
    rows = partial(
        _rows,
        clusters=_differing(before.clusters, after.clusters),
        placements=_differing(before.placements, after.placements),
        links=_differing(before.proposals, after.proposals),
        pairs=sorted(before.taken_out ^ after.taken_out),
    )
    return rows(before), rows(after)


def _differing(
    before: Mapping[UUID, object], after: Mapping[UUID, object]
) -> Sequence[UUID]:
    both = {**before, **after}
    return [one for one in both if before.get(one) != after.get(one)]


def _rows(
    desk: Desk,
    *,
    clusters: Sequence[UUID],
    placements: Sequence[UUID],
    links: Sequence[UUID],
    pairs: Sequence[Pair],
) -> Rows:
    proposals = desk.proposals
    return Rows(
        clusters={one: desk.clusters.get(one) for one in clusters},
        placements={one: desk.placements.get(one) for one in placements},
        links={
            one: (proposals[one].merged_into, proposals[one].field) for one in links
        },
        removals={pair: pair in desk.taken_out for pair in pairs},
    )
