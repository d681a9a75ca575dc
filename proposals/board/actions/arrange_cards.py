"""Move cards, give them further topics, take them out of clusters."""

from collections.abc import Sequence

from proposals.board.actions.deed import Deed
from proposals.board.rules.outcomes import Outcome


async def move(
    proposals: Sequence[int], cluster: int, *, before: int | None = None, deed: Deed
) -> Outcome:
    """
    Make a cluster the main topic of cards and lay them there, in this order.

    They come before the card with number `before`, or at the end. This also sorts
    cards within a cluster and places those that had no place.
    """
    raise NotImplementedError(proposals, cluster, before, deed)


async def add_topic(proposal: int, cluster: int, *, deed: Deed) -> Outcome:
    """Let a card lie in a further cluster too; its first cluster is its main topic."""
    raise NotImplementedError(proposal, cluster, deed)


async def remove(proposals: Sequence[int], cluster: int, *, deed: Deed) -> Outcome:
    """Take cards out of a cluster; a further topic becomes the main one."""
    raise NotImplementedError(proposals, cluster, deed)


async def place_offered(
    proposals: Sequence[int] | None = None, *, deed: Deed
) -> Outcome:
    """Lay cards without a place where they were offered one; None: all of them."""
    raise NotImplementedError(proposals, deed)
