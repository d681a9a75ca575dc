"""What happens to cards: they move, get further topics, are taken out."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType
from typing import Final
from uuid import UUID, uuid5

from proposals.board.rules.desk import Desk
from proposals.board.rules.positions import inserted
from proposals.board.rules.rows import ClusterRow, PlacementRow, ProposalRow

FIRST: Final = -1
"""A rank before all others, until topics are counted anew."""


def moved(
    desk: Desk,
    proposals: Sequence[UUID],
    cluster: UUID,
    *,
    origins: Mapping[UUID, UUID] = MappingProxyType({}),
    before: UUID | None = None,
    key: UUID,
    now: datetime,
) -> Desk:
    """
    Lay cards into a cluster, before a card or at the end.

    What is taken from its cluster in `origins` keeps its rank; without one it is the
    main topic that moves. `key` makes the ids of new rows.
    """
    laid, gone, left = [], [], []
    for one, topics in desk.topics(proposals).items():
        taken = _taken(topics, origins.get(one))
        row, other = _laid(one, topics, taken, cluster, key=key)
        laid.append(row)
        gone += other
        left += [(one, taken.cluster)] if taken else []
    desk = desk.with_placements(laid).without_placements(gone)
    desk = _in_order(desk, proposals, cluster, before).with_taken_out(left)
    return kept(desk, cluster, now)


def _taken(topics: Sequence[PlacementRow], origin: UUID | None) -> PlacementRow | None:
    """Find the topic that moves."""
    fitting = (row for row in topics if row.cluster == origin)
    return next(fitting, topics[0] if topics else None)


def _laid(
    proposal: UUID,
    topics: Sequence[PlacementRow],
    taken: PlacementRow | None,
    cluster: UUID,
    *,
    key: UUID,
) -> tuple[PlacementRow, list[UUID]]:
    """Give the row of a card in its new cluster, and the one that it leaves for it."""
    there = next((row for row in topics if row.cluster == cluster), None)
    if taken is None:
        return new_placement(proposal, cluster, key=key), []
    if there is not None and there.id != taken.id:
        rank = FIRST if taken.rank == 0 else there.rank
        return replace(there, rank=rank, by_person=True), [taken.id]
    distance = taken.distance if taken.cluster == cluster else -1
    return replace(taken, cluster=cluster, by_person=True, distance=distance), []


def _in_order(
    desk: Desk, proposals: Sequence[UUID], cluster: UUID, before: UUID | None
) -> Desk:
    moving = set(proposals)
    cards = desk.cards_in(cluster)
    standing = [row for row in cards if row.proposal not in moving]
    by_proposal = {row.proposal: row for row in cards}
    coming = [by_proposal[one] for one in proposals]
    at = next(
        (place for place, row in enumerate(standing) if row.proposal == before),
        len(standing),
    )
    places, whole = inserted([row.position for row in standing], at, len(coming))
    rows = [*standing[:at], *coming, *standing[at:]] if whole else coming
    return desk.with_placements(
        replace(row, position=place) for row, place in zip(rows, places, strict=True)
    )


def added(
    desk: Desk, proposals: Sequence[UUID], cluster: UUID, *, key: UUID, now: datetime
) -> Desk:
    """Let cards lie in a cluster too, as their last topic; there already: as it is."""
    coming = {
        one: len(topics)
        for one, topics in desk.topics(proposals).items()
        if all(row.cluster != cluster for row in topics)
    }
    if not coming:
        return desk
    desk = desk.with_placements(
        new_placement(one, cluster, key=key, rank=rank) for one, rank in coming.items()
    )
    return kept(_in_order(desk, list(coming), cluster, None), cluster, now)


def removed(
    desk: Desk, proposals: Sequence[UUID], cluster: UUID, *, now: datetime
) -> Desk:
    """Take cards out of a cluster, and remember it."""
    wanted = set(proposals)
    out = [row for row in desk.cards_in(cluster) if row.proposal in wanted]
    if not out:
        return desk
    desk = desk.without_placements(row.id for row in out)
    desk = desk.with_taken_out((row.proposal, cluster) for row in out)
    return kept(desk, cluster, now)


def offered(desk: Desk, offers: Mapping[UUID, tuple[UUID, int]], *, key: UUID) -> Desk:
    """Lay cards where they were offered a place: (cluster, distance) by proposal."""
    free = [one for one, topics in desk.topics(offers).items() if not topics]
    for cluster in dict.fromkeys(offers[one][0] for one in free):
        coming = [one for one in free if offers[one][0] == cluster]
        rows = [
            new_placement(one, cluster, key=key, distance=offers[one][1])
            for one in coming
        ]
        desk = _in_order(desk.with_placements(rows), coming, cluster, None)
    return desk


def merged(desk: Desk, proposals: Sequence[UUID], into: UUID) -> Desk:
    """
    Let one proposal speak for others, and for those they spoke for.

    The others leave their places; where it had none it takes the place of the first.
    """
    wanted_in_order = [one for one in dict.fromkeys(proposals) if one != into]
    wanted = set(wanted_in_order)
    rows = [
        replace(row, merged_into=into)
        for row in desk.proposals.values()
        if row.id in wanted or row.merged_into in wanted
    ]
    leaving = [row for rows in desk.topics(wanted_in_order).values() for row in rows]
    heir = next((row for row in leaving if row.rank == 0), None)
    desk = desk.without_placements(row.id for row in leaving).with_proposals(rows)
    if heir is None or desk.topics_of(into):
        return desk
    return desk.with_placements([replace(heir, proposal=into, distance=-1)])


def parted(desk: Desk, proposals: Sequence[UUID], *, key: UUID, now: datetime) -> Desk:
    """Let proposals speak for themselves, next to the one that spoke for them."""
    for one in proposals:
        row = desk.proposals[one]
        if row.merged_into is None:
            continue
        beside = desk.topics_of(row.merged_into)
        desk = desk.with_proposals([replace(row, merged_into=None)])
        if beside:
            desk = _beside(desk, one, beside[0], key=key, now=now)
    return desk


def _beside(
    desk: Desk, proposal: UUID, other: PlacementRow, *, key: UUID, now: datetime
) -> Desk:
    cards = desk.cards_in(other.cluster)
    at = [row.id for row in cards].index(other.id) + 1
    before = cards[at].proposal if at < len(cards) else None
    return moved(desk, [proposal], other.cluster, before=before, key=key, now=now)


def assigned(
    desk: Desk,
    field: UUID | None,
    *,
    clusters: Sequence[UUID],
    proposals: Sequence[UUID],
    now: datetime,
) -> Desk:
    """Assign clusters and proposals to a field of action, or to none."""
    changed: list[ClusterRow] = [
        replace(row, field=field, kept=True, changed_at=now)
        for row in (desk.clusters[one] for one in clusters)
        if row.field != field
    ]
    cards: list[ProposalRow] = [
        replace(desk.proposals[one], field=field) for one in proposals
    ]
    return desk.with_clusters(changed).with_proposals(cards)


def kept(desk: Desk, cluster: UUID, now: datetime) -> Desk:
    """Note that a person has worked on a cluster: suggestions leave it from now on."""
    row = desk.clusters[cluster]
    if row.kept:
        return desk
    return desk.with_clusters([replace(row, kept=True, changed_at=now)])


def new_placement(
    proposal: UUID,
    cluster: UUID,
    *,
    key: UUID,
    rank: int = 0,
    distance: int | None = None,
) -> PlacementRow:
    """Make a row; with a distance it is the machine's, without one a person's."""
    return PlacementRow(
        id=uuid5(key, f"{cluster} {proposal}"),
        proposal=proposal,
        cluster=cluster,
        rank=rank,
        by_person=distance is None,
        distance=-1 if distance is None else distance,
    )
