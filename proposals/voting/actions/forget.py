"""Forget that somebody took part; the tally knows nobody anyway."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from lip.conference.queries.keeping import all_kept
from lip.database import fetch, transaction


async def receipts_of(participant: UUID) -> Sequence[Mapping[str, Any]]:
    """List in which rounds somebody took part, and by which way."""
    return await fetch(
        "SELECT r.number, r.title, x.channel FROM receipt x "
        "JOIN voting_round r ON r.id = x.in_round WHERE x.participant = ? "
        "ORDER BY r.number",
        participant,
    )


async def forget_receipts(participant: UUID) -> int:
    """Delete somebody's receipts; return how many it were."""
    async with transaction():
        rows = await fetch(
            "DELETE FROM receipt WHERE participant = ? RETURNING id", participant
        )
    return len(rows)


async def receipts_due(now: datetime) -> Mapping[str, int]:
    """Count the receipts of conferences whose guest list is due."""
    rows = await fetch(
        "SELECT r.conference, count(*) AS many FROM receipt x "
        "JOIN voting_round r ON r.id = x.in_round GROUP BY r.conference"
    )
    many = {row["conference"]: int(row["many"]) for row in rows}
    lapsed = [one for one in await all_kept() if one.guests_lapsed(now)]
    return {one.key: many[one.id] for one in lapsed if one.id in many}


async def forget_receipts_due(now: datetime) -> Mapping[str, int]:
    """Delete receipts once the guest list is due."""
    due = await receipts_due(now)
    for one in await all_kept():
        if one.key in due:
            await fetch(
                "DELETE FROM receipt WHERE in_round IN "
                "(SELECT id FROM voting_round WHERE conference = ?)",
                one.id,
            )
    return due
