"""Forget who stood: all of it before the polls open, all but the name afterwards."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final
from uuid import UUID

from elections.rules.stages import PollStage, Standing
from lip.conference.queries.keeping import all_kept
from lip.database import fetch, transaction

_PUBLIC: Final = f"('{Standing.ADMITTED.value}', '{Standing.WITHDRAWN.value}')"
_MORE_THAN_A_NAME: Final = (
    "n.photo_kind <> '' OR n.statement <> '' OR n.attributes <> '{}' "
    "OR n.declared <> '[]' OR n.reason <> '' OR n.consent_seal IS NOT NULL "
    "OR n.participant IS NOT NULL"
)
_BARE: Final = (
    "photo = NULL, photo_kind = '', statement = '', attributes = '{}', "
    "declared = '[]', reason = '', consent_seal = NULL, participant = NULL"
)


async def forget_candidate(participant: UUID) -> int:
    """
    Delete a person's nominations; what voters have seen keeps her name.

    While the polls are open it is a withdrawal: votes for her are void.
    """
    async with transaction():
        gone = await fetch(
            "DELETE FROM nomination WHERE participant = ? AND ("  # noqa: S608
            f"standing NOT IN {_PUBLIC} OR election IN "
            "(SELECT id FROM election WHERE stage = ?)) RETURNING id",
            participant,
            PollStage.PREPARED.value,
        )
        await fetch(
            "UPDATE nomination SET standing = ? WHERE participant = ? AND "
            "election IN (SELECT id FROM election WHERE stage = ?)",
            Standing.WITHDRAWN.value,
            participant,
            PollStage.OPEN.value,
        )
        bare = await fetch(
            f"UPDATE nomination SET {_BARE} WHERE participant = ? RETURNING id",  # noqa: S608
            participant,
        )
    return len(gone) + len(bare)


async def nominations_due(now: datetime) -> Mapping[str, int]:
    """Count nominations that say more than a name, and those nobody was shown."""
    rows = await fetch(
        "SELECT e.conference, count(*) AS many FROM nomination n "  # noqa: S608
        "JOIN election e ON e.id = n.election WHERE e.stage <> ? "
        f"AND (n.standing NOT IN {_PUBLIC} OR {_MORE_THAN_A_NAME}) "
        "GROUP BY e.conference",
        PollStage.OPEN.value,
    )
    many = {row["conference"]: int(row["many"]) for row in rows}
    lapsed = [one for one in await all_kept() if one.guests_lapsed(now)]
    return {one.key: many[one.id] for one in lapsed if one.id in many}


async def forget_nominations_due(now: datetime) -> Mapping[str, int]:
    """Leave only the names of those who stood, once the guest list is due."""
    due = await nominations_due(now)
    for one in await all_kept():
        if one.key in due:
            await fetch(
                "DELETE FROM nomination WHERE "  # noqa: S608
                f"standing NOT IN {_PUBLIC} AND election IN "
                "(SELECT id FROM election WHERE conference = ? AND stage <> ?)",
                one.id,
                PollStage.OPEN.value,
            )
            await fetch(
                f"UPDATE nomination SET {_BARE} WHERE election IN "  # noqa: S608
                "(SELECT id FROM election WHERE conference = ? AND stage <> ?)",
                one.id,
                PollStage.OPEN.value,
            )
    return due
