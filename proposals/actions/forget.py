"""Forget who wrote and supported what; the words stay."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from lip.conference.queries.keeping import all_kept
from lip.database import fetch, transaction

_AUTHORED = (
    "FROM proposal WHERE participant IS NOT NULL OR author_name <> '' "
    "GROUP BY conference"
)


async def forget_author(participant: UUID) -> int:
    """Part proposals from their author; return how many it were."""
    async with transaction():
        rows = await fetch(
            "UPDATE proposal SET participant = NULL, author_name = '' "
            "WHERE participant = ? RETURNING id",
            participant,
        )
    return len(rows)


async def forget_support(participant: UUID) -> int:
    """Delete a person's support; return how many it were."""
    async with transaction():
        rows = await fetch(
            "DELETE FROM support WHERE participant = ? RETURNING id", participant
        )
    return len(rows)


async def authors_due(now: datetime) -> Mapping[str, int]:
    """Count the proposals whose authors are known for longer than the guest list."""
    rows = await fetch(f"SELECT conference, count(*) AS many {_AUTHORED}")
    many = {row["conference"]: int(row["many"]) for row in rows}
    lapsed = [one for one in await all_kept() if one.guests_lapsed(now)]
    return {one.key: many[one.id] for one in lapsed if one.id in many}


async def forget_authors_due(now: datetime) -> Mapping[str, int]:
    """Part proposals from their authors once the guest list is due."""
    due = await authors_due(now)
    for one in await all_kept():
        if one.key in due:
            await fetch(
                "UPDATE proposal SET participant = NULL, author_name = '' "
                "WHERE conference = ?",
                one.id,
            )
    return due


async def forget_photos(participant: UUID) -> int:
    """Delete the photos beside a person's proposals; return how many it were."""
    async with transaction():
        rows = await fetch(
            "DELETE FROM proposal_photo WHERE proposal IN "
            "(SELECT id FROM proposal WHERE participant = ?) RETURNING id",
            participant,
        )
    return len(rows)


async def photos_due(now: datetime) -> Mapping[str, int]:
    """Count the photos of conferences whose guest list is due: they may show people."""
    rows = await fetch(
        "SELECT p.conference, count(*) AS many FROM proposal_photo f "
        "JOIN proposal p ON p.id = f.proposal GROUP BY p.conference"
    )
    many = {row["conference"]: int(row["many"]) for row in rows}
    lapsed = [one for one in await all_kept() if one.guests_lapsed(now)]
    return {one.key: many[one.id] for one in lapsed if one.id in many}


async def forget_photos_due(now: datetime) -> Mapping[str, int]:
    """Delete photos once the guest list is due; the words beside them stay."""
    due = await photos_due(now)
    for one in await all_kept():
        if one.key in due:
            await fetch(
                "DELETE FROM proposal_photo WHERE proposal IN "
                "(SELECT id FROM proposal WHERE conference = ?)",
                one.id,
            )
    return due
