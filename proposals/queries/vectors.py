"""Read stored vectors, as a matrix that is kept in memory while it is true."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import numpy as np

from lip.database import fetch, padded
from proposals.rules.kmeans import Floats
from proposals.rules.standing import Standing

NUMBERS = 512
_STORED = np.dtype("<f2")


@dataclass(frozen=True, slots=True, kw_only=True)
class Vectors:
    """The meanings of the shown proposals of a conference, a row each."""

    ids: tuple[UUID, ...]
    meanings: Floats


def packed(vector: Floats) -> bytes:
    """Write a vector for a column, two bytes a number."""
    return vector.astype(_STORED).tobytes()


def unpacked(content: bytes) -> Floats:
    """Read a vector again."""
    return np.frombuffer(content, dtype=_STORED).astype(np.float32)


async def vectors_of(conference: UUID, *, model: str) -> Vectors:
    """Give the vectors of what is shown, in order of number."""
    rows = await fetch(
        "SELECT p.id, v.meaning FROM proposal p "
        "JOIN proposal_vector v ON v.proposal = p.id "
        "WHERE p.conference = ? AND p.standing = ? AND v.model = ? ORDER BY p.number",
        conference,
        Standing.SHOWN.value,
        model,
    )
    return _matrix(rows)


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


def _matrix(rows: Sequence[Mapping[str, Any]]) -> Vectors:
    content = b"".join(bytes(row["meaning"]) for row in rows)
    meanings = unpacked(content).reshape(len(rows), NUMBERS)
    return Vectors(ids=tuple(row["id"] for row in rows), meanings=meanings)
