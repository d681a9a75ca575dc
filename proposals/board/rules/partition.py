"""
What the machine suggests, and what becomes of it on a board that people work on.

A cluster that a person has worked on is left as it is. Where most of its cards lie in
one suggested cluster and make up a good part of it, what is new there joins it. What
nobody has worked on is divided anew; a cluster that comes out much the same keeps its
number and place. What a person took out of a cluster is not put back: it stays without
a place until a person lays it somewhere.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID, uuid5

from proposals.board.rules.desk import Desk
from proposals.board.rules.machine_name import MachineName
from proposals.board.rules.positions import GAP, evenly
from proposals.board.rules.rows import ClusterRow, PlacementRow
from proposals.rules.standing import Standing

GOOD_PART = 3
"""A kept cluster makes up at least a third of what may join it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggested:
    """
    A cluster as the machine sees it, with distances in thousandths by proposal.

    The most typical proposals come first.
    """

    name: MachineName
    medoid: UUID
    distances: Mapping[UUID, int]


def applied(
    desk: Desk,
    suggested: Sequence[Suggested],
    *,
    number: int,
    key: UUID,
    now: datetime,
) -> Desk:
    """Lay out what was suggested; `desk` is the whole board, `number` the next one."""
    mains = {r.proposal: r for r in desk.placements.values() if r.rank == 0}
    fixed = {one for one, row in desk.clusters.items() if row.kept}
    free = {
        one
        for one, row in desk.proposals.items()
        if row.standing is Standing.SHOWN
        and row.merged_into is None
        and not (one in mains and mains[one].cluster in fixed)
    }
    before = _Before(
        clusters=desk.clusters,
        mains=mains,
        sizes=Counter(row.cluster for row in mains.values()),
    )
    wanted = [each for each in suggested if not free.isdisjoint(each.distances)]
    homes = _homes(wanted, before, number=number, key=key, now=now)
    known = {(row.proposal, row.cluster): row for row in desk.placements.values()}
    desk = _without_loose(desk, fixed)
    rows = [
        row
        for cluster, cards in homes
        for row in _placed(desk, known, cluster, cards, free=free, key=key)
    ]
    desk = _laid(desk.with_clusters(cluster for cluster, _cards in homes), rows)
    left = frozenset(pair for pair in desk.taken_out if pair[1] in desk.clusters)
    return replace(desk, taken_out=left)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Before:
    """The board as it was: main placements by proposal, and how many lie where."""

    clusters: Mapping[UUID, ClusterRow]
    mains: Mapping[UUID, PlacementRow]
    sizes: Mapping[UUID, int]

    def same(self, each: Suggested, taken: set[UUID]) -> ClusterRow | None:
        """Find the cluster that this one was, if most of it lies here."""
        mains = self.mains
        here = Counter(mains[one].cluster for one in each.distances if one in mains)
        fitting = [
            (many, -self.clusters[cluster].number, cluster)
            for cluster, many in here.items()
            if cluster not in taken and self._fits(cluster, many, each)
        ]
        return self.clusters[max(fitting)[2]] if fitting else None

    def _fits(self, cluster: UUID, many: int, each: Suggested) -> bool:
        good_part = GOOD_PART * many >= len(each.distances)
        loose = not self.clusters[cluster].kept
        return 2 * many > self.sizes[cluster] and (loose or good_part)


def _homes(
    suggested: Sequence[Suggested],
    before: _Before,
    *,
    number: int,
    key: UUID,
    now: datetime,
) -> list[tuple[ClusterRow, Suggested]]:
    """Give each suggested cluster the row it goes to."""
    taken: set[UUID] = set()
    kept = [row.position for row in before.clusters.values() if row.kept]
    last = max(kept, default=0)
    homes: list[tuple[ClusterRow, Suggested]] = []
    for each in suggested:
        row = before.same(each, taken)
        if row is None:
            one = uuid5(key, f"suggested {number}")
            row = ClusterRow(id=one, number=number, position=0, changed_at=now)
            number += 1
        taken.add(row.id)
        if not row.kept:
            last += GAP
            row = _described(row, each, position=last, now=now)
        homes.append((row, each))
    return homes


def _described(
    row: ClusterRow, each: Suggested, *, position: int, now: datetime
) -> ClusterRow:
    words = each.name.dump()
    wanted = replace(row, position=position, words=words, medoid=each.medoid)
    return row if wanted == row else replace(wanted, changed_at=now)


def _without_loose(desk: Desk, fixed: set[UUID]) -> Desk:
    """Clear away what nobody has worked on; it is laid out anew."""
    return replace(
        desk,
        clusters={one: row for one, row in desk.clusters.items() if one in fixed},
        placements={o: r for o, r in desk.placements.items() if r.cluster in fixed},
    )


def _placed(
    desk: Desk,
    known: Mapping[tuple[UUID, UUID], PlacementRow],
    cluster: ClusterRow,
    each: Suggested,
    *,
    free: set[UUID],
    key: UUID,
) -> list[PlacementRow]:
    """Make the rows of what is free, behind what lies in the cluster already."""
    out = desk.taken_out
    coming = [o for o in each.distances if o in free and (o, cluster.id) not in out]
    last = 0
    if cluster.kept:
        there = {
            r.proposal: r for r in desk.placements.values() if r.cluster == cluster.id
        }
        coming = [one for one in coming if one not in there]
        last = max((row.position for row in there.values()), default=0)
    return [
        replace(
            known.get((one, cluster.id)) or _new(one, cluster.id, key),
            rank=0,
            position=last + place,
            by_person=False,
            distance=each.distances[one],
        )
        for one, place in zip(coming, evenly(len(coming)), strict=True)
    ]


def _new(proposal: UUID, cluster: UUID, key: UUID) -> PlacementRow:
    return PlacementRow(
        id=uuid5(key, f"{cluster} {proposal}"), proposal=proposal, cluster=cluster
    )


def _laid(desk: Desk, rows: Sequence[PlacementRow]) -> Desk:
    """Put main topics in place; further ones that people chose come after them."""
    main = {row.proposal: row for row in rows}
    further: dict[UUID, list[PlacementRow]] = {}
    for row in desk.placements.values():
        further.setdefault(row.proposal, []).append(row)
    counted = []
    for proposal, others in further.items():
        first = 1 if proposal in main else 0
        ordered = sorted(others, key=lambda row: row.rank)
        counted += [replace(row, rank=first + at) for at, row in enumerate(ordered)]
    return desk.with_placements([*rows, *counted])
