"""Forget who translated and commented what; the words stay."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from lip.conference.queries.keeping import all_kept
from lip.database import fetch, transaction

_TRANSLATED = (
    "FROM proposal_translation t JOIN proposal p ON p.id = t.proposal "
    "WHERE t.participant IS NOT NULL GROUP BY p.conference"
)
_COMMENTED = (
    "FROM comment c JOIN proposal p ON p.id = c.proposal "
    "WHERE c.participant IS NOT NULL OR (c.author_name <> '' AND c.person IS NULL) "
    "GROUP BY p.conference"
)


async def forget_translator(participant: UUID) -> int:
    """Part translations from whoever wrote them; return how many it were."""
    async with transaction():
        rows = await fetch(
            "UPDATE proposal_translation SET participant = NULL "
            "WHERE participant = ? RETURNING id",
            participant,
        )
    return len(rows)


async def forget_commenter(participant: UUID) -> int:
    """Part comments from whoever wrote them; return how many it were."""
    async with transaction():
        rows = await fetch(
            "UPDATE comment SET participant = NULL, author_name = '' "
            "WHERE participant = ? RETURNING id",
            participant,
        )
    return len(rows)


async def translators_due(now: datetime) -> Mapping[str, int]:
    """Count translations whose authors are known for longer than the guest list."""
    return await _due(_TRANSLATED, now)


async def commenters_due(now: datetime) -> Mapping[str, int]:
    """Count comments whose authors are known for longer than the guest list."""
    return await _due(_COMMENTED, now)


async def forget_translators_due(now: datetime) -> Mapping[str, int]:
    """Part translations from their authors once the guest list is due."""
    due = await translators_due(now)
    for one in await all_kept():
        if one.key in due:
            await fetch(
                "UPDATE proposal_translation SET participant = NULL "
                "WHERE proposal IN (SELECT id FROM proposal WHERE conference = ?)",
                one.id,
            )
    return due


async def forget_commenters_due(now: datetime) -> Mapping[str, int]:
    """Part comments from their authors once the guest list is due."""
    due = await commenters_due(now)
    for one in await all_kept():
        if one.key in due:
            await fetch(
                "UPDATE comment SET participant = NULL, author_name = '' "
                "WHERE person IS NULL "
                "AND proposal IN (SELECT id FROM proposal WHERE conference = ?)",
                one.id,
            )
    return due


async def _due(known: str, now: datetime) -> Mapping[str, int]:
    rows = await fetch(f"SELECT p.conference, count(*) AS many {known}")
    many = {row["conference"]: int(row["many"]) for row in rows}
    lapsed = [one for one in await all_kept() if one.guests_lapsed(now)]
    return {one.key: many[one.id] for one in lapsed if one.id in many}
