"""Forget who stood: all of it before the polls open, all but the name afterwards."""

from typing import Final
from uuid import UUID

from elections.rules.stages import PollStage, Standing
from lip.conference.actions.forget_with_guests import KeptWithGuests
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
_SETTLED: Final = f"e.stage <> '{PollStage.OPEN.value}'"
_OF_SETTLED: Final = (
    f"(SELECT e.id FROM election e WHERE e.conference = ? AND {_SETTLED})"  # noqa: S608
)

NOMINATIONS: Final = KeptWithGuests(
    counted="SELECT e.conference, count(*) AS many FROM nomination n "  # noqa: S608
    f"JOIN election e ON e.id = n.election WHERE {_SETTLED} "
    f"AND (n.standing NOT IN {_PUBLIC} OR {_MORE_THAN_A_NAME}) "
    "GROUP BY e.conference",
    forgotten=(
        (
            f"DELETE FROM nomination WHERE standing NOT IN {_PUBLIC} "  # noqa: S608
            f"AND election IN {_OF_SETTLED}"
        ),
        f"UPDATE nomination SET {_BARE} WHERE election IN {_OF_SETTLED}",  # noqa: S608
    ),
)
"""Who stood: what nobody was shown goes, of the others the name stays."""


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
