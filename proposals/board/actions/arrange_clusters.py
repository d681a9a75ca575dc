"""Open, name, merge, split, order and close clusters."""

from collections.abc import Sequence

from lip.said import Said
from proposals.board.actions.deed import Deed
from proposals.board.rules.outcomes import Outcome


async def open_cluster(name: Said, *, deed: Deed) -> Outcome:
    """Open an empty cluster at the end of the board; its name may come later."""
    raise NotImplementedError(name, deed)


async def name_cluster(
    cluster: int, name: Said, summary: Said, *, deed: Deed
) -> Outcome:
    """Name a cluster and say in a few sentences what it is about."""
    raise NotImplementedError(cluster, name, summary, deed)


async def merge_clusters(cluster: int, into: int, *, deed: Deed) -> Outcome:
    """Put all cards of a cluster into another one, and close it."""
    raise NotImplementedError(cluster, into, deed)


async def split_cluster(
    cluster: int, proposals: Sequence[int], *, name: Said, deed: Deed
) -> Outcome:
    """Put chosen cards of a cluster into a new one that stands right after it."""
    raise NotImplementedError(cluster, proposals, name, deed)


async def order_clusters(order: Sequence[int], *, deed: Deed) -> Outcome:
    """Put clusters into this order; those not named follow as they stood."""
    raise NotImplementedError(order, deed)


async def close_cluster(cluster: int, *, deed: Deed) -> Outcome:
    """Close a cluster without cards; `cluster_not_empty` is refused."""
    raise NotImplementedError(cluster, deed)
