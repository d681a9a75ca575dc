"""Count support: every person once over a proposal and all that merged into it."""

from typing import Final

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
