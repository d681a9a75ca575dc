"""Count support: every person once over a proposal and all that merged into it."""

from collections.abc import Mapping, Sequence
from typing import Final
from uuid import UUID

from lip.database import fetch, padded

SUPPORT: Final = """
    CASE WHEN EXISTS (SELECT 1 FROM proposal o WHERE o.merged_into = p.id)
    THEN (SELECT count(DISTINCT s.participant) FROM support s WHERE s.proposal IN (
        WITH RECURSIVE spoken (one) AS (
            SELECT p.id UNION
            SELECT m.id FROM spoken JOIN proposal m ON m.merged_into = spoken.one)
        SELECT one FROM spoken))
    ELSE (SELECT count(*) FROM support s WHERE s.proposal = p.id) END
"""
"""A column for any statement with `proposal p`; a circle of mergers ends by itself."""


async def support_of(proposals: Sequence[UUID]) -> Mapping[UUID, int]:
    """
    Count who supports each proposal or one merged into it, every person once.

    Proposals without support have 0; one that was merged counts for itself, too.
    """
    if not proposals:
        return {}
    wanted = padded(proposals)
    marks = ", ".join("?" * len(wanted))
    rows = await fetch(
        f"SELECT p.id, {SUPPORT} AS support FROM proposal p "  # noqa: S608 - marks only
        f"WHERE p.id IN ({marks})",
        *wanted,
    )
    return {row["id"]: int(row["support"]) for row in rows}
