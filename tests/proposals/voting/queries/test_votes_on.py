"""What votes tell of the way of a proposal."""

from uuid import uuid4

import pytest

from proposals.rules.following import State
from proposals.voting.queries.results import votes_on
from proposals.voting.tables import RoundOption
from tests.factories import make_conference
from tests.proposals.collections import make_collecting, make_proposal
from tests.proposals.voting.counted import closed, make_round

pytestmark = pytest.mark.anyio

VOTES = [{1: 1}] * 5 + [{2: 1}] * 2


async def test_a_vote_tells_its_place_once_it_is_closed(db):
    conference = await make_collecting("eins")
    proposal = await make_proposal(conference)
    made = await make_round(conference, votes=VOTES, receipts=False)
    await (
        RoundOption
        .update({RoundOption.proposal: proposal.id})
        .where(RoundOption.in_round == made.id)
        .where(RoundOption.position == 2)
    )

    [running] = (await votes_on([proposal.id]))[proposal.id]
    await closed(made, conference)
    [done] = (await votes_on([proposal.id, uuid4()]))[proposal.id]

    assert (running.state, running.place) == (State.IN_VOTE, 0)
    assert (done.state, done.place, done.out_of) == (State.VOTED, 2, 3)
    assert (done.number, done.path, done.tied) == (1, "/c/eins/rounds/1", False)


async def test_of_too_few_people_no_place_is_told(db):
    conference = await make_collecting("eins")
    proposal = await make_proposal(conference)
    made = await make_round(conference, votes=VOTES[:3], receipts=False)
    await RoundOption.update({RoundOption.proposal: proposal.id}).where(
        RoundOption.position == 1
    )
    await closed(made, conference)

    [step] = (await votes_on([proposal.id]))[proposal.id]

    assert (step.state, step.place) == (State.VOTED, 0)


async def test_what_no_vote_knows_is_left_out(db):
    await make_conference("eins")

    assert await votes_on([uuid4()]) == {}
    assert await votes_on([]) == {}
