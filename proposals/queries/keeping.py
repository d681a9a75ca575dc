"""What proposals keep of a person."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from lip.database import fetch


async def written_by(participant: UUID) -> Sequence[dict[str, Any]]:
    """List what a person wrote, every wording of it."""
    return await fetch(
        "SELECT p.number, p.title, p.text, p.author_name, p.created_at FROM proposal p "
        "WHERE p.participant = ? "
        "UNION ALL SELECT p.number, v.title, v.text, '', v.written_at "
        "FROM proposal_version v JOIN proposal p ON p.id = v.proposal "
        "WHERE p.participant = ? ORDER BY 1",
        participant,
        participant,
    )


async def supported_numbers(participant: UUID) -> Sequence[int]:
    """List the numbers of what a person supports."""
    rows = await fetch(
        "SELECT p.number FROM support s JOIN proposal p ON p.id = s.proposal "
        "WHERE s.participant = ? ORDER BY p.number",
        participant,
    )
    return [int(row["number"]) for row in rows]


async def photos_by(participant: UUID) -> Sequence[dict[str, Any]]:
    """List the photos that a person added to her proposals."""
    return await fetch(
        "SELECT p.number, f.shows, f.added_at FROM proposal_photo f "
        "JOIN proposal p ON p.id = f.proposal "
        "WHERE p.participant = ? ORDER BY p.number, f.added_at",
        participant,
    )
