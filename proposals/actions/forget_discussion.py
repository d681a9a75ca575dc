"""Forget who translated and commented what; the words stay."""

from typing import Final
from uuid import UUID

from lip.conference.actions.forget_with_guests import KeptWithGuests
from lip.database import fetch, transaction

TRANSLATORS: Final = KeptWithGuests(
    counted="SELECT p.conference, count(*) AS many FROM proposal_translation t "
    "JOIN proposal p ON p.id = t.proposal WHERE t.participant IS NOT NULL "
    "GROUP BY p.conference",
    forgotten=(
        (
            "UPDATE proposal_translation SET participant = NULL "
            "WHERE proposal IN (SELECT id FROM proposal WHERE conference = ?)"
        ),
    ),
)
"""Who translated a proposal; the translation stays."""

COMMENTERS: Final = KeptWithGuests(
    counted="SELECT p.conference, count(*) AS many FROM comment c "
    "JOIN proposal p ON p.id = c.proposal WHERE c.participant IS NOT NULL "
    "OR (c.author_name <> '' AND c.person IS NULL) GROUP BY p.conference",
    forgotten=(
        (
            "UPDATE comment SET participant = NULL, author_name = '' "
            "WHERE person IS NULL AND proposal IN "
            "(SELECT id FROM proposal WHERE conference = ?)"
        ),
    ),
)
"""Who commented; the words stay."""


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
