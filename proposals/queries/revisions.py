"""What changed about the proposals of a conference since a revision."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from lip.database import fetch
from proposals.rules.standing import Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """
    A proposal as it stands now; without a meaning it cannot be found.

    `shown` is what everybody may read and no other proposal speaks for.
    """

    id: UUID
    text: str
    shown: bool
    meaning: bytes


async def revision_of(conference: UUID) -> int:
    """Give the revision of a conference's proposals."""
    rows = await fetch(
        "SELECT revision FROM collecting WHERE conference = ?", conference
    )
    return int(rows[0]["revision"]) if rows else 0


async def next_revision(conference: UUID) -> int:
    """
    Count one on, within the transaction that changes something.

    The row stays locked until that is committed, so whoever reads a revision reads all
    that belongs to it.
    """
    rows = await fetch(
        "UPDATE collecting SET revision = revision + 1 WHERE conference = ? "
        "RETURNING revision",
        conference,
    )
    return int(rows[0]["revision"]) if rows else 0


async def changed_since(
    conference: UUID, revision: int, *, model: str
) -> Sequence[Changed]:
    """List what changed after a revision, in order of number."""
    rows: Sequence[dict[str, Any]] = await fetch(
        "SELECT p.id, p.title, p.text, p.standing, p.merged_into, v.meaning "
        "FROM proposal p "
        "LEFT JOIN proposal_vector v ON v.proposal = p.id AND v.model = ? "
        "WHERE p.conference = ? AND p.revision > ? ORDER BY p.number",
        model,
        conference,
        revision,
    )
    return [
        Changed(
            id=row["id"],
            text=f"{row['title']} {row['text']}".strip(),
            shown=row["standing"] == Standing.SHOWN and row["merged_into"] is None,
            meaning=bytes(row["meaning"] or b""),
        )
        for row in rows
    ]
