"""Find the place that fits a proposal which has none, by meaning."""

from collections.abc import Mapping
from uuid import UUID

from lip.database import fetch
from proposals.board.queries.meanings import meanings_on_board
from proposals.board.rules.nearest_cluster import nearest_clusters
from proposals.rules.standing import Standing

_WITHOUT_PLACE = """
    SELECT 1 AS one FROM proposal p
    WHERE p.conference = ? AND p.standing = ? AND p.merged_into IS NULL
        AND NOT EXISTS (SELECT 1 FROM placement a WHERE a.proposal = p.id)
    LIMIT 1
"""


async def places_offered(conference: UUID) -> Mapping[int, tuple[int, int]]:
    """Give (cluster, distance in thousandths) for proposals without a place."""
    if not await fetch(_WITHOUT_PLACE, conference, Standing.SHOWN.value):
        return {}
    found = await meanings_on_board(conference)
    return nearest_clusters(found.numbers, found.clusters, found.vectors)
