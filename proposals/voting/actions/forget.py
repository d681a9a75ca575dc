"""
Forget that somebody took part, and what she gave as long as that can be found.

While a round is open, her ticket leads to her vote. Afterwards nothing does, and dots
and codes on paper never did.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final
from uuid import UUID

from lip.conference.actions.forget_with_guests import KeptWithGuests
from lip.database import fetch, transaction
from lip.kept import KeyFor
from proposals.voting.queries.ballots import terms_of
from proposals.voting.queries.own import PURPOSE
from proposals.voting.rules.channels import Channel
from proposals.voting.rules.rounds import Stage
from proposals.voting.rules.secrecy import PERSON, round_key, voter

_OPEN = """
    SELECT x.in_round, x.channel FROM receipt x
    JOIN voting_round r ON r.id = x.in_round
    WHERE x.participant = ? AND r.stage = ? ORDER BY r.number
"""
_FORGET_SLIP = (
    "UPDATE voting_round SET slips_forgotten = slips_forgotten + 1 WHERE id = ?"
)

RECEIPTS: Final = KeptWithGuests(
    counted="SELECT r.conference, count(*) AS many FROM receipt x "
    "JOIN voting_round r ON r.id = x.in_round GROUP BY r.conference",
    forgotten=(
        (
            "DELETE FROM receipt WHERE in_round IN "
            "(SELECT id FROM voting_round WHERE conference = ?)"
        ),
    ),
)
"""That somebody took part."""


async def receipts_of(participant: UUID) -> Sequence[Mapping[str, Any]]:
    """List in which rounds somebody took part, and by which way."""
    return await fetch(
        "SELECT r.number, r.title, x.channel FROM receipt x "
        "JOIN voting_round r ON r.id = x.in_round WHERE x.participant = ? "
        "ORDER BY r.number",
        participant,
    )


async def forget_votes(participant: UUID, key_for: KeyFor) -> int:
    """Delete somebody's votes of open rounds; return how many it were."""
    many = 0
    async with transaction():
        for row in await fetch(_OPEN, participant, Stage.OPEN.value):
            terms = await terms_of(row["in_round"], lock=True)
            if terms.stage is not Stage.OPEN:
                continue
            if Channel(row["channel"]) is Channel.CODE:
                await fetch(_FORGET_SLIP, terms.id)
            key = round_key(key_for(PURPOSE), terms.salt)
            gone = await fetch(
                "DELETE FROM vote WHERE in_round = ? AND voter = ? RETURNING id",
                terms.id,
                voter(key, PERSON, participant),
            )
            many += len(gone)
    return many


async def forget_receipts(participant: UUID) -> int:
    """Delete somebody's receipts; return how many it were."""
    async with transaction():
        rows = await fetch(
            "DELETE FROM receipt WHERE participant = ? RETURNING id", participant
        )
    return len(rows)
