"""Support a proposal: "that is mine too", once a person, and take that back."""

from datetime import datetime
from uuid import UUID, uuid4

from lip.conference.queries.conferences import ConferenceFacts
from lip.database import fetch, transaction
from lip.errors import NotFound
from proposals.queries.proposals import ProposalFacts, proposal_of
from proposals.rules.standing import Standing


async def support(
    number: int, *, participant: UUID, conference: ConferenceFacts, now: datetime
) -> ProposalFacts:
    """Support a proposal; doing it twice changes nothing."""
    proposal = await _shown(conference, number)
    async with transaction():
        await fetch(
            "INSERT INTO support (id, proposal, participant, given_at) "
            "VALUES (?, ?, ?, ?) ON CONFLICT (proposal, participant) DO NOTHING",
            uuid4(),
            proposal.id,
            participant,
            now,
        )
    return await _shown(conference, number)


async def take_back(
    number: int, *, participant: UUID, conference: ConferenceFacts
) -> ProposalFacts:
    """Take one's support back."""
    proposal = await _shown(conference, number)
    async with transaction():
        await fetch(
            "DELETE FROM support WHERE proposal = ? AND participant = ?",
            proposal.id,
            participant,
        )
    return await _shown(conference, number)


async def _shown(conference: ConferenceFacts, number: int) -> ProposalFacts:
    proposal = await proposal_of(conference.id, number)
    if proposal is None or proposal.standing is not Standing.SHOWN:
        raise NotFound("no_such_proposal", number=number)
    return proposal
