"""What elections know of one person."""

from collections.abc import Mapping, Sequence
from datetime import datetime
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


async def nominations_by_person(participant: UUID) -> Sequence[UUID]:
    """Give the ids of a person's nominations."""
    rows = await fetch("SELECT id FROM nomination WHERE participant = ?", participant)
    return [row["id"] for row in rows]


async def stood_before(moment: datetime) -> Sequence[UUID]:
    """Give the ids of nominations in elections that closed before a moment."""
    rows = await fetch(
        "SELECT n.id FROM nomination n JOIN election e ON e.id = n.election "
        "WHERE e.closed_at < ?",
        moment,
    )
    return [row["id"] for row in rows]
