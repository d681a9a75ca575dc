"""Read stored vectors, and find what lacks one."""

from collections.abc import Mapping, Sequence
from uuid import UUID

import numpy as np

from lip.database import fetch, padded
from proposals.rules.kmeans import Floats

NUMBERS = 512
_STORED = np.dtype("<f2")


def packed(vector: Floats) -> bytes:
    """Write a vector for a column, two bytes a number."""
    return vector.astype(_STORED).tobytes()


def unpacked(content: bytes) -> Floats:
    """Read a vector again."""
    return np.frombuffer(content, dtype=_STORED).astype(np.float32)


async def conferences_without_vectors(*, model: str) -> Sequence[UUID]:
    """List conferences with proposals whose vector is missing or of another model."""
    rows = await fetch(
        "SELECT DISTINCT p.conference FROM proposal p LEFT JOIN proposal_vector v "
        "ON v.proposal = p.id AND v.model = ? WHERE v.proposal IS NULL",
        model,
    )
    return [row["conference"] for row in rows]


async def texts_without_vector(
    conference: UUID, *, model: str, most: int = 500
) -> Mapping[UUID, str]:
    """Find proposals whose vector is missing or of another model."""
    rows = await fetch(
        "SELECT p.id, p.title, p.text FROM proposal p "  # noqa: S608 - a number only
        "LEFT JOIN proposal_vector v ON v.proposal = p.id AND v.model = ? "
        "WHERE p.conference = ? AND v.proposal IS NULL "
        f"ORDER BY p.number LIMIT {int(most)}",
        model,
        conference,
    )
    return {row["id"]: f"{row['title']} {row['text']}".strip() for row in rows}


async def stored_meanings(
    proposals: Sequence[UUID], *, model: str
) -> Mapping[UUID, bytes]:
    """Read the vectors of these proposals, as they are stored."""
    if not proposals:
        return {}
    wanted = padded(proposals)
    marks = ", ".join("?" * len(wanted))
    rows = await fetch(
        "SELECT proposal, meaning FROM proposal_vector "  # noqa: S608 - marks only
        f"WHERE model = ? AND proposal IN ({marks})",
        model,
        *wanted,
    )
    return {row["proposal"]: bytes(row["meaning"]) for row in rows}
