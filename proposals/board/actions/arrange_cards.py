"""Move cards, give them further topics, take them out of clusters."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from uuid import UUID

from lip.errors import Unusable
from proposals.board.actions.deed import Deed
from proposals.board.actions.stepping import Aim, take_step
from proposals.board.queries.offers import places_barred, places_offered
from proposals.board.rules.cards import added, moved, offered, removed
from proposals.board.rules.desk import Desk
from proposals.board.rules.outcomes import Outcome, Unchanged
from proposals.board.rules.steps import Step


async def move(
    proposals: Sequence[int],
    cluster: int,
    *,
    origins: Mapping[int, int] = MappingProxyType({}),
    before: int | None = None,
    deed: Deed,
) -> Outcome:
    """
    Lay cards into a cluster, in this order.

    They come before the card with number `before`, or at the end. This also sorts
    cards within a cluster and places those that had no place. Of a card that lies in
    several clusters the topic named in `origins` moves; without it, its main topic.
    """
    chosen = _chosen(proposals)

    def change(desk: Desk, _number: int) -> Desk:
        return moved(
            desk,
            desk.ids(chosen),
            desk.cluster(cluster).id,
            origins=from_clusters(desk, origins),
            before=_card(desk, before),
            key=deed.request,
            now=deed.now,
        )

    aim = Aim(clusters=[cluster], cards=chosen)
    return await take_step(Step.MOVED, aim, change, deed=deed)


async def add_topic(proposals: Sequence[int], cluster: int, *, deed: Deed) -> Outcome:
    """Let cards lie in a further cluster too; their first one is their main topic."""
    chosen = _chosen(proposals)

    def change(desk: Desk, _number: int) -> Desk:
        wanted, there = desk.ids(chosen), desk.cluster(cluster).id
        return added(desk, wanted, there, key=deed.request, now=deed.now)

    aim = Aim(clusters=[cluster], cards=chosen)
    return await take_step(Step.ADDED, aim, change, deed=deed)


async def remove(cards: Mapping[int, Sequence[int]], *, deed: Deed) -> Outcome:
    """
    Take cards out of clusters, by cluster; a further topic becomes the main one.

    Later suggestions do not put them back.
    """
    chosen = _chosen([number for numbers in cards.values() for number in numbers])

    def change(desk: Desk, _number: int) -> Desk:
        for cluster, numbers in cards.items():
            there = desk.cluster(cluster).id
            desk = removed(desk, desk.ids(numbers), there, now=deed.now)
        return desk

    aim = Aim(clusters=list(cards), cards=chosen)
    return await take_step(Step.REMOVED, aim, change, deed=deed)


async def place_offered(
    proposals: Sequence[int] | None = None, *, deed: Deed
) -> Outcome:
    """Lay cards without a place where they were offered one; None: all of them."""
    barred = await places_barred(deed.conference.id)
    offers = await places_offered(deed.conference.id, barred=barred)
    wanted = offers.keys() if proposals is None else offers.keys() & set(proposals)
    if not wanted:
        return Unchanged()

    def change(desk: Desk, _number: int) -> Desk:
        known = {row.number: row.id for row in desk.clusters.values()}
        chosen = [each for each in offers if each in wanted]
        places = {
            one: (known[offers[each][0]], offers[each][1])
            for each, one in zip(chosen, desk.ids(chosen), strict=True)
        }
        return offered(desk, places, key=deed.request)

    aim = Aim(cards=sorted(wanted), clusters=sorted({offers[w][0] for w in wanted}))
    return await take_step(Step.PLACED, aim, change, deed=deed)


def from_clusters(desk: Desk, origins: Mapping[int, int]) -> dict[UUID, UUID]:
    """Turn numbers of cards and of the clusters they come from into ids."""
    known = {row.number: row.id for row in desk.clusters.values()}
    wanted = [card for card, cluster in origins.items() if cluster in known]
    return {
        one: known[origins[card]]
        for card, one in zip(wanted, desk.ids(wanted), strict=True)
    }


def _chosen(proposals: Sequence[int]) -> list[int]:
    if not proposals:
        raise Unusable("nothing_chosen")
    return list(dict.fromkeys(proposals))


def _card(desk: Desk, number: int | None) -> UUID | None:
    found = (row.id for row in desk.proposals.values() if row.number == number)
    return next(found, None)
