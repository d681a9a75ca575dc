"""Read the meanings of proposals with the cluster each lies in."""

from collections import Counter
from dataclasses import dataclass
from typing import Final
from uuid import UUID

import numpy as np

from lip.database import fetch
from proposals.queries.vectors import NUMBERS, unpacked
from proposals.rules.kmeans import Floats
from proposals.rules.similarity import centred
from proposals.rules.standing import Standing

MOST: Final = 5000
"""More are not needed to know where the middle of a cluster is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meanings:
    """Proposals with their vector, centred by language; `clusters` None: no place."""

    numbers: tuple[int, ...]
    clusters: tuple[int | None, ...]
    vectors: Floats


_MEANINGS = """
    SELECT p.number, p.language, v.model, v.meaning, c.number AS cluster
    FROM proposal p JOIN proposal_vector v ON v.proposal = p.id
    LEFT JOIN placement a ON a.proposal = p.id AND a.rank = 0
    LEFT JOIN cluster c ON c.id = a.cluster
    WHERE p.conference = ? AND p.standing = ? AND p.merged_into IS NULL
"""


async def meanings_on_board(conference: UUID) -> Meanings:
    """Read what lies open on the board, first what has no place yet."""
    rows = await fetch(
        f"{_MEANINGS} ORDER BY CASE WHEN c.number IS NULL THEN 0 ELSE 1 END, p.number "
        f"LIMIT {MOST}",
        conference,
        Standing.SHOWN.value,
    )
    usual = Counter(row["model"] for row in rows).most_common(1)
    same = [row for row in rows if row["model"] == usual[0][0]]
    if not same:
        return Meanings(numbers=(), clusters=(), vectors=np.zeros((0, NUMBERS)))
    vectors = np.stack([unpacked(bytes(row["meaning"])) for row in same])
    return Meanings(
        numbers=tuple(row["number"] for row in same),
        clusters=tuple(row["cluster"] for row in same),
        vectors=centred(vectors, [row["language"] for row in same]),
    )
