"""Read what somebody has handed in at a conference."""

from collections.abc import Sequence
from uuid import UUID

from lip.database import fetch
from proposals.queries.proposals import ProposalFacts, proposals_by_id
from proposals.rules.owner import Owner


async def own_ids(owner: Owner, conference: UUID) -> frozenset[UUID]:
    """Name what somebody has handed in."""
    return frozenset(await _ids(owner, conference))


async def own_proposals(owner: Owner, conference: UUID) -> Sequence[ProposalFacts]:
    """List what somebody has handed in, in order."""
    return await proposals_by_id(await _ids(owner, conference))


async def _ids(owner: Owner, conference: UUID) -> Sequence[UUID]:
    column = "participant" if owner.participant else "account"
    rows = await fetch(  # by the index of the owner; what is hers is sorted here
        f"SELECT id, conference, number FROM proposal WHERE {column} = ?",  # noqa: S608
        owner.participant or owner.account,
    )
    here = [row for row in rows if row["conference"] == conference]
    return [row["id"] for row in sorted(here, key=lambda row: int(row["number"]))]
