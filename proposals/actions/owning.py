"""Whose proposal it is: of a ticket, of an account, or for staff to put right."""

from typing import Any

from lip.conference.queries.conferences import ConferenceFacts
from lip.database import lock_rows
from lip.errors import NotFound
from proposals.rules.owner import Owner
from proposals.tables import Proposal


async def own_row(
    number: int, owner: Owner, conference: ConferenceFacts
) -> dict[str, Any]:
    """Lock one's own proposal, or raise NotFound."""
    row = await any_row(number, conference)
    if not owner.has(row["participant"], row["account"]):
        raise NotFound("not_your_proposal")
    return row


async def any_row(number: int, conference: ConferenceFacts) -> dict[str, Any]:
    """Lock a proposal, whosesoever it is, or raise NotFound."""
    rows: list[dict[str, Any]] = await lock_rows(
        Proposal.select().where(
            (Proposal.conference == conference.id) & (Proposal.number == number)
        )
    )
    if not rows:
        raise NotFound("no_such_proposal", number=number)
    return rows[0]


async def row_for(
    number: int, owner: Owner | None, conference: ConferenceFacts
) -> dict[str, Any]:
    """Lock one's own proposal, or any for staff (None)."""
    if owner is None:
        return await any_row(number, conference)
    return await own_row(number, owner, conference)
