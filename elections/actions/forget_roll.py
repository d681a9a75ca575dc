"""Forget whom associations sent, names on imported rolls, and what rulings say."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final
from uuid import UUID

from lip.conference.queries.keeping import all_kept
from lip.database import fetch, transaction

_NAMED: Final = (
    "SELECT e.conference, count(*) AS many FROM roll_entry r "
    "JOIN election e ON e.id = r.election WHERE r.name <> '' GROUP BY e.conference"
)
_RULED: Final = (
    "SELECT e.conference, count(*) AS many FROM ruling r "
    "JOIN election e ON e.id = r.election "
    "WHERE r.question <> '' OR r.decision <> '' GROUP BY e.conference"
)


async def forget_delegate(participant: UUID) -> int:
    """Let nobody be named as a delegate any more; return how many rows it were."""
    async with transaction():
        rows = await fetch(
            "DELETE FROM delegate WHERE participant = ? RETURNING id", participant
        )
    return len(rows)


async def forget_rulings_on(participant: UUID) -> int:
    """Empty the rulings about a person; that something was decided stays."""
    async with transaction():
        rows = await fetch(
            "UPDATE ruling SET question = '', decision = '', subject = NULL "
            "WHERE subject = ? "
            "OR subject IN (SELECT id FROM roll_entry WHERE participant = ?) "
            "OR subject IN (SELECT id FROM nomination WHERE participant = ?) "
            "RETURNING id",
            participant,
            participant,
            participant,
        )
    return len(rows)


async def imported_names_due(now: datetime) -> Mapping[str, int]:
    """Count names on rolls of conferences whose guest list is due."""
    return await _due(_NAMED, now)


async def forget_imported_names_due(now: datetime) -> Mapping[str, int]:
    """Empty names on rolls once the guest list is due; the entries stay."""
    return await _emptied(
        "UPDATE roll_entry SET name = '' WHERE name <> '' AND election IN "
        "(SELECT id FROM election WHERE conference = ?)",
        await _due(_NAMED, now),
    )


async def rulings_due(now: datetime) -> Mapping[str, int]:
    """Count rulings with words of conferences whose guest list is due."""
    return await _due(_RULED, now)


async def forget_rulings_due(now: datetime) -> Mapping[str, int]:
    """Empty rulings once the guest list is due; that one was made stays."""
    return await _emptied(
        "UPDATE ruling SET question = '', decision = '', subject = NULL "
        "WHERE election IN (SELECT id FROM election WHERE conference = ?)",
        await _due(_RULED, now),
    )


async def _due(counted: str, now: datetime) -> Mapping[str, int]:
    many = {row["conference"]: int(row["many"]) for row in await fetch(counted)}
    lapsed = [one for one in await all_kept() if one.guests_lapsed(now)]
    return {one.key: many[one.id] for one in lapsed if one.id in many}


async def _emptied(statement: str, due: Mapping[str, int]) -> Mapping[str, int]:
    for one in await all_kept():
        if one.key in due:
            await fetch(statement, one.id)
    return due
