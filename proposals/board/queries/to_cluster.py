"""Read what the machine divides: words and vectors of what lies open."""

from dataclasses import dataclass
from uuid import UUID

import numpy as np

from lip.database import fetch
from proposals.queries.vectors import NUMBERS, unpacked
from proposals.rules.kmeans import Floats
from proposals.rules.standing import Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class ToCluster:
    """Proposals in order of number, a row of `vectors` each."""

    ids: tuple[UUID, ...]
    numbers: tuple[int, ...]
    texts: tuple[str, ...]
    languages: tuple[str, ...]
    vectors: Floats


_OPEN = "p.conference = ? AND p.standing = ? AND p.merged_into IS NULL"
_WORDS = """
    SELECT p.id, p.number, p.title, p.text, p.language, v.meaning
    FROM proposal p JOIN proposal_vector v ON v.proposal = p.id AND v.model = ?
"""


async def number_to_cluster(conference: UUID) -> int:
    """Count what lies open."""
    (row,) = await fetch(
        f"SELECT count(*) AS many FROM proposal p WHERE {_OPEN}",  # noqa: S608 - fixed text
        conference,
        Standing.SHOWN.value,
    )
    return int(row["many"])


async def number_without_vector(conference: UUID, *, model: str) -> int:
    """Count the proposals whose vector is missing or of another model."""
    (row,) = await fetch(
        "SELECT count(*) AS many FROM proposal p LEFT JOIN proposal_vector v "
        "ON v.proposal = p.id AND v.model = ? "
        "WHERE p.conference = ? AND v.proposal IS NULL",
        model,
        conference,
    )
    return int(row["many"])


async def to_cluster(
    conference: UUID, *, model: str, cluster: int | None = None
) -> ToCluster:
    """Read what lies open at a conference, or in one of its clusters."""
    within, values = "", [model, conference, Standing.SHOWN.value]
    if cluster is not None:
        within = (
            "AND p.id IN (SELECT a.proposal FROM placement a JOIN cluster c "
            "ON c.id = a.cluster WHERE c.conference = ? AND c.number = ?)"
        )
        values += [conference, cluster]
    rows = await fetch(f"{_WORDS} WHERE {_OPEN} {within} ORDER BY p.number", *values)
    content = b"".join(bytes(row["meaning"]) for row in rows)
    return ToCluster(
        ids=tuple(row["id"] for row in rows),
        numbers=tuple(row["number"] for row in rows),
        texts=tuple(f"{row['title']} {row['text']}".strip() for row in rows),
        languages=tuple(row["language"] for row in rows),
        vectors=unpacked(content).reshape(len(rows), NUMBERS)
        if rows
        else np.zeros((0, NUMBERS), dtype=np.float32),
    )
