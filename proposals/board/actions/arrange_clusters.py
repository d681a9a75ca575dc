"""Open, name, merge, split, order and close clusters."""

from collections.abc import Mapping, Sequence
from uuid import uuid5

from lip.errors import Conflict, Unusable
from lip.said import Said
from proposals.board.actions.arrange_cards import from_clusters
from proposals.board.actions.deed import Deed
from proposals.board.actions.stepping import Aim, take_step
from proposals.board.rules.cards import moved
from proposals.board.rules.columns import (
    cards_to_see,
    closed,
    merged_clusters,
    named,
    opened,
    ordered,
    split,
)
from proposals.board.rules.desk import Desk
from proposals.board.rules.outcomes import Outcome
from proposals.board.rules.rows import ClusterRow
from proposals.board.rules.steps import Step

LONGEST_NAME = 120
LONGEST_SUMMARY = 1000


async def open_cluster(name: Said, *, deed: Deed) -> Outcome:
    """Open an empty cluster at the end of the board; its name may come later."""
    _check(name, Said())

    def change(desk: Desk, number: int) -> Desk:
        return opened(desk, _new(number, name, deed))

    return await take_step(Step.OPENED, Aim(), change, deed=deed)


async def name_cluster(
    cluster: int, name: Said, summary: Said, *, deed: Deed
) -> Outcome:
    """Name a cluster and say in a few sentences what it is about."""
    _check(name, summary)

    def change(desk: Desk, _number: int) -> Desk:
        return named(
            desk,
            desk.cluster(cluster).id,
            name=name.dump(),
            summary=summary.dump(),
            now=deed.now,
        )

    aim = Aim(clusters=[cluster], names=[cluster])
    return await take_step(Step.NAMED, aim, change, deed=deed)


async def merge_clusters(cluster: int, into: int, *, deed: Deed) -> Outcome:
    """Put all cards of a cluster into another one, and close it."""

    def change(desk: Desk, _number: int) -> Desk:
        one, other = desk.cluster(cluster).id, desk.cluster(into).id
        return merged_clusters(desk, one, other, now=deed.now)

    aim = Aim(clusters=[cluster, into], names=[cluster])
    return await take_step(Step.MERGED_CLUSTERS, aim, change, deed=deed)


async def split_cluster(
    cluster: int, proposals: Sequence[int], *, name: Said, deed: Deed
) -> Outcome:
    """
    Put chosen cards of a cluster into a new one that stands right after it.

    Without any chosen card `nothing_chosen` is refused.
    """
    _check(name, Said())
    if not proposals:
        raise Unusable("nothing_chosen")

    def change(desk: Desk, number: int) -> Desk:
        here = desk.cluster(cluster).id
        wanted = desk.ids(proposals)
        lying = {row.proposal for row in desk.cards_in(here)}
        if not lying.intersection(wanted):
            return desk
        new = _new(number, name, deed)
        return split(desk, here, wanted, new=new, key=deed.request, now=deed.now)

    aim = Aim(clusters=[cluster], cards=proposals)
    return await take_step(Step.SPLIT, aim, change, deed=deed)


async def gather_cards(
    proposals: Sequence[int], *, origins: Mapping[int, int], deed: Deed
) -> Outcome:
    """Put cards, wherever they lie, into a new cluster at the end of the board."""
    if not proposals:
        raise Unusable("nothing_chosen")

    def change(desk: Desk, number: int) -> Desk:
        new = _new(number, Said(), deed)
        return moved(
            opened(desk, new),
            desk.ids(proposals),
            new.id,
            origins=from_clusters(desk, origins),
            key=deed.request,
            now=deed.now,
        )

    return await take_step(Step.OPENED, Aim(cards=proposals), change, deed=deed)


async def order_clusters(order: Sequence[int], *, deed: Deed) -> Outcome:
    """Put clusters into this order; those not named follow as they stood."""

    def change(desk: Desk, _number: int) -> Desk:
        return ordered(desk, [desk.cluster(each).id for each in order])

    return await take_step(Step.ORDERED, Aim(clusters=order), change, deed=deed)


async def close_cluster(cluster: int, *, deed: Deed) -> Outcome:
    """Close a cluster without cards; `cluster_not_empty` is refused."""

    def change(desk: Desk, _number: int) -> Desk:
        row = desk.cluster(cluster)
        if many := cards_to_see(desk, row.id):
            raise Conflict("cluster_not_empty", number=cluster, many=many)
        return closed(desk, row.id)

    aim = Aim(clusters=[cluster])
    return await take_step(Step.CLOSED, aim, change, deed=deed)


def _new(number: int, name: Said, deed: Deed) -> ClusterRow:
    return ClusterRow(
        id=uuid5(deed.request, f"cluster {number}"),
        number=number,
        position=0,
        name=name.dump(),
        kept=True,
        changed_at=deed.now,
    )


def _check(name: Said, summary: Said) -> None:
    if any(len(text) > LONGEST_NAME for text in name.values()):
        raise Unusable("cluster_name_too_long", most=LONGEST_NAME)
    if any(len(text) > LONGEST_SUMMARY for text in summary.values()):
        raise Unusable("cluster_summary_too_long", most=LONGEST_SUMMARY)
