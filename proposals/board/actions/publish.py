"""Show the clusters to everybody, or only to those who work on them."""

from proposals.board.actions.deed import Deed


async def publish_clusters(*, public: bool, deed: Deed) -> bool:
    """Set whether everybody sees the clusters; tell whether that changed anything."""
    raise NotImplementedError(public, deed)
