"""Find the place that fits a proposal which has none, by meaning."""

from collections.abc import Collection, Mapping
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
_BARRED = """
    SELECT p.number, c.number AS cluster FROM removal r
    JOIN proposal p ON p.id = r.proposal JOIN cluster c ON c.id = r.cluster
    WHERE c.conference = ?
"""


async def places_barred(conference: UUID) -> frozenset[tuple[int, int]]:
    """List (number, cluster) where a person took the one out of the other."""
    rows = await fetch(_BARRED, conference)
    return frozenset((row["number"], row["cluster"]) for row in rows)


async def places_offered(
    conference: UUID, *, barred: Collection[tuple[int, int]]
) -> Mapping[int, tuple[int, int]]:
    """Give (cluster, distance in thousandths) for proposals without a place."""
    if not await fetch(_WITHOUT_PLACE, conference, Standing.SHOWN.value):
        return {}
    found = await meanings_on_board(conference)
    return nearest_clusters(found.numbers, found.clusters, found.vectors, barred)
