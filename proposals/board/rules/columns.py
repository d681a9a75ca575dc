"""What happens to clusters: they open, merge, split, stand in order, close."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from proposals.board.rules.cards import kept, moved
from proposals.board.rules.desk import Desk
from proposals.board.rules.positions import evenly, inserted
from proposals.board.rules.rows import ClusterRow
from proposals.rules.standing import Standing


def opened(desk: Desk, cluster: ClusterRow, *, after: UUID | None = None) -> Desk:
    """Put a new cluster at the end, or right after another one."""
    columns = desk.columns()
    at = len(columns)
    if after is not None:
        at = [row.id for row in columns].index(after) + 1
    places, whole = inserted([row.position for row in columns], at, 1)
    rows = [*columns[:at], cluster, *columns[at:]] if whole else [cluster]
    return desk.with_clusters(
        replace(row, position=place) for row, place in zip(rows, places, strict=True)
    )


def named(desk: Desk, cluster: UUID, *, name: str, summary: str, now: datetime) -> Desk:
    """Name a cluster; what is called so already stays as it is."""
    row = desk.clusters[cluster]
    if (row.name, row.summary) == (name, summary):
        return desk
    changed = replace(row, name=name, summary=summary, kept=True, changed_at=now)
    return desk.with_clusters([changed])


def merged_clusters(desk: Desk, cluster: UUID, into: UUID, *, now: datetime) -> Desk:
    """
    Put all cards of a cluster behind those of another one, and close it.

    A name is not lost: a cluster without one takes over that of the other.
    """
    if cluster == into:
        return desk
    there = {row.proposal for row in desk.cards_in(into)}
    cards = desk.cards_in(cluster)
    twice = [row.id for row in cards if row.proposal in there]
    coming = [row for row in cards if row.proposal not in there]
    last = max((row.position for row in desk.cards_in(into)), default=0)
    desk = desk.with_placements(
        replace(row, cluster=into, position=last + place, distance=-1)
        for row, place in zip(coming, evenly(len(coming)), strict=True)
    ).without_placements(twice)
    gone, stays = desk.clusters[cluster], desk.clusters[into]
    if not stays.name:
        stays = replace(stays, name=gone.name, summary=stays.summary or gone.summary)
    stays = replace(stays, kept=True, changed_at=now)
    out = [(one, into) for one, of in desk.taken_out if of == cluster]
    desk = desk.with_clusters([stays]).without_clusters([cluster])
    return desk.with_taken_out(out)


def split(
    desk: Desk,
    cluster: UUID,
    proposals: Sequence[UUID],
    *,
    new: ClusterRow,
    key: UUID,
    now: datetime,
) -> Desk:
    """Put cards of a cluster into a new one that stands right after it."""
    desk = opened(desk, new, after=cluster)
    chosen = set(proposals)
    wanted = [r.proposal for r in desk.cards_in(cluster) if r.proposal in chosen]
    origins = dict.fromkeys(wanted, cluster)
    desk = moved(desk, wanted, new.id, origins=origins, key=key, now=now)
    return kept(desk, cluster, now)


def ordered(desk: Desk, order: Sequence[UUID]) -> Desk:
    """Put clusters into an order; those not named follow as they stood."""
    known = [one for one in dict.fromkeys(order) if one in desk.clusters]
    rest = [row.id for row in desk.columns() if row.id not in set(known)]
    wanted = [*known, *rest]
    if wanted == [row.id for row in desk.columns()]:
        return desk
    return desk.with_clusters(
        replace(desk.clusters[one], position=place)
        for one, place in zip(wanted, evenly(len(wanted)), strict=True)
    )


def cards_to_see(desk: Desk, cluster: UUID) -> int:
    """Count what lies in a cluster and has not left the board."""
    return sum(
        desk.proposals[row.proposal].standing is Standing.SHOWN
        for row in desk.cards_in(cluster)
    )


def closed(desk: Desk, cluster: UUID) -> Desk:
    """Close a cluster, with what lies in it and is not seen any more."""
    out = [row.id for row in desk.cards_in(cluster)]
    return desk.without_placements(out).without_clusters([cluster])
