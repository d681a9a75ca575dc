"""Forget who proposed and remarked what; the words stay."""

from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from lip.conference.actions.forget_with_guests import KeptWithGuests
from lip.database import fetch, transaction

AMENDMENT_NAMES: Final = timedelta(days=5 * 365)
"""As long as a plan runs."""

REMARK_NAMES: Final = timedelta(days=365)

AUTHORS: Final = KeptWithGuests(
    counted="SELECT g.conference, count(*) AS many FROM participant g JOIN ("
    "SELECT participant FROM amendment WHERE participant IS NOT NULL UNION ALL "
    "SELECT participant FROM line_remark WHERE participant IS NOT NULL) t "
    "ON t.participant = g.id GROUP BY g.conference",
    forgotten=tuple(
        f"UPDATE {table} SET participant = NULL WHERE participant IN "  # noqa: S608 - one of two
        "(SELECT id FROM participant WHERE conference = ?)"
        for table in ("amendment", "line_remark")
    ),
)
"""Who wrote amendments and remarks; the words stay."""

_NAMES: Final = (
    "SELECT (SELECT count(*) FROM amendment WHERE initiator_name <> '' "
    "AND body IS NULL AND submitted_at < ?) + (SELECT count(*) FROM line_remark "
    "WHERE author_name <> '' AND written_at < ?) AS many"
)


async def forget_author(participant: UUID) -> int:
    """Part amendments and remarks from whoever wrote them; return how many it were."""
    async with transaction():
        amendments = await fetch(
            "UPDATE amendment SET participant = NULL, initiator_name = '' "
            "WHERE participant = ? RETURNING id",
            participant,
        )
        remarks = await fetch(
            "UPDATE line_remark SET participant = NULL, author_name = '' "
            "WHERE participant = ? RETURNING id",
            participant,
        )
    return len(amendments) + len(remarks)


async def names_due(now: datetime) -> int:
    """Count the names at amendments and remarks that have stood long enough."""
    (row,) = await fetch(_NAMES, now - AMENDMENT_NAMES, now - REMARK_NAMES)
    return int(row["many"])


async def forget_names_due(now: datetime) -> int:
    """Empty the names that have stood long enough; a body's name stays."""
    due = await names_due(now)
    if due:
        await fetch(
            "UPDATE amendment SET initiator_name = '' "
            "WHERE body IS NULL AND submitted_at < ?",
            now - AMENDMENT_NAMES,
        )
        await fetch(
            "UPDATE line_remark SET author_name = '' WHERE written_at < ?",
            now - REMARK_NAMES,
        )
    return due
