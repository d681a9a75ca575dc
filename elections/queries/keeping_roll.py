"""What the lists and rulings of elections know of one person."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from lip.database import fetch


async def delegations_of(participant: UUID) -> Sequence[str]:
    """Name the associations for which a person is a delegate."""
    rows = await fetch(
        "SELECT a.name FROM delegate d JOIN association a ON a.id = d.association "
        "WHERE d.participant = ? ORDER BY a.name",
        participant,
    )
    return [row["name"] for row in rows]


async def rulings_on(participant: UUID) -> Sequence[Mapping[str, Any]]:
    """List the rulings about a person, her entries and her nominations."""
    return await fetch(
        "SELECT e.title, r.question, r.decision FROM ruling r "
        "JOIN election e ON e.id = r.election WHERE r.subject = ? "
        "OR r.subject IN (SELECT id FROM roll_entry WHERE participant = ?) "
        "OR r.subject IN (SELECT id FROM nomination WHERE participant = ?) "
        "ORDER BY e.number, r.number",
        participant,
        participant,
        participant,
    )
