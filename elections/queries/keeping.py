"""What elections know of one person."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from lip.database import fetch
from lip.said import Said


async def rolls_with(participant: UUID) -> Sequence[tuple[str, bool]]:
    """List on which rolls a person stands, and whether she fetched a credential."""
    rows = await fetch(
        "SELECT e.title, r.blinded FROM roll_entry r "
        "JOIN election e ON e.id = r.election WHERE r.participant = ? "
        "ORDER BY e.number",
        participant,
    )
    return [
        (Said.load(row["title"]).pick("de").text, bool(row["blinded"])) for row in rows
    ]


async def nominations_with(participant: UUID) -> Sequence[Mapping[str, Any]]:
    """List the nominations of a person with all that is kept of them."""
    return await fetch(
        "SELECT e.title, n.name, n.association, n.statement, n.attributes, n.standing, "
        "n.declared, n.photo_kind, n.by_oneself, n.accepted FROM nomination n "
        "JOIN election e ON e.id = n.election WHERE n.participant = ? "
        "ORDER BY e.number, n.number",
        participant,
    )
