"""What votes tell of the way of a proposal."""

from uuid import UUID, uuid4

import pytest

from lip.conference.queries.conferences import ConferenceFacts, conference_by_id
from lip.journal.rules.entries import COMMAND
from lip.said import Said
from proposals.board.actions.arrange_cards import move
from proposals.board.actions.arrange_clusters import merge_clusters
from proposals.board.actions.merge_proposals import merge_proposals, part_proposals
from proposals.queries.following import ways_of
from proposals.queries.listed import listed_proposals
from proposals.queries.proposals import shown_proposals
from proposals.rules.following import State, state_at_end
from proposals.voting.actions.open_round import open_round
from proposals.voting.actions.plan_round import RoundWish, choose_options, make_round
from proposals.voting.queries.candidates import candidates_of
from proposals.voting.queries.results import VOTE_MARKS, votes_on
from proposals.voting.queries.rounds import RoundFacts, round_of
from proposals.voting.rules.channels import Channel
from proposals.voting.rules.rounds import Subject
from tests.factories import clock
from tests.proposals.ballots import (
    EVERY_WAY,
    THREE_POINTS,
    close,
    make_open,
    people,
    vote,
)
from tests.proposals.board.boards import a_deed, make_board

pytestmark = pytest.mark.anyio

NO_PAPER = EVERY_WAY - {Channel.PAPER}


async def give(one: RoundFacts, *marks: dict[int, int]) -> None:
    conference = await conference_by_id(one.conference)
    for person, given in zip(await people(conference, len(marks)), marks, strict=True):
        assert (await vote(one, person, given)).refusal is None


async def ids_in(conference: UUID) -> dict[int, UUID]:
    return {one.number: one.id for one in await shown_proposals(conference)}


async def vote_on_clusters(conference: ConferenceFacts) -> RoundFacts:
    """Open a round on all clusters."""
    wish = RoundWish(
        title=Said.of(de="Was zuerst?"),
        terms=THREE_POINTS,
        channels=NO_PAPER,
        subject=Subject.CLUSTERS,
    )
    by = {"by": COMMAND, "now": clock()}
    one = await make_round(wish, conference=conference, request=uuid4(), **by)
    found = await candidates_of(conference.id, Subject.CLUSTERS)
    await choose_options(one, [each.id for each in found], **by)
    await open_round(one, **by)
    return await round_of(conference.id, one.number)


async def states(conference: ConferenceFacts) -> dict[int, State]:
    """Say where each proposal stands; lists and ways must tell the same."""
    found = await listed_proposals(conference.id, marks=VOTE_MARKS)
    listed = {one.number: one.state for one in found.proposals}
    ways = await ways_of([one.id for one in found.proposals], [votes_on])
    walked = {one.number: state_at_end(ways[one.id]) for one in found.proposals}
    assert listed == walked
    return listed


async def test_a_vote_tells_its_place_once_it_is_closed(db):
    one = await make_open(channels=NO_PAPER)
    proposal = (await ids_in(one.conference))[2]
    await give(one, *[{1: 3}] * 5, *[{2: 3}] * 2)

    [running] = (await votes_on([proposal]))[proposal]
    await close(one)
    [done] = (await votes_on([proposal, uuid4()]))[proposal]

    assert (running.state, running.place) == (State.IN_VOTE, 0)
    assert (done.state, done.place, done.out_of) == (State.VOTED, 2, 4)
    assert (done.number, done.path, done.tied) == (1, "/c/konferenz/rounds/1", False)


async def test_of_too_few_people_no_place_is_told(db):
    one = await make_open(channels=NO_PAPER)
    proposal = (await ids_in(one.conference))[1]
    await give(one, {1: 3}, {1: 3}, {2: 3})
    await close(one)

    [step] = (await votes_on([proposal]))[proposal]

    assert (step.state, step.place) == (State.VOTED, 0)


async def test_what_lay_in_a_cluster_was_voted_on_wherever_it_goes(db):
    here = await make_board()
    await move([1, 2], 1, deed=a_deed(here))
    await move([3], 2, deed=a_deed(here))
    await merge_proposals([2], 1, deed=a_deed(here))
    one = await vote_on_clusters(here)
    await close(one)

    await part_proposals([2], deed=a_deed(here))
    await move([1], 2, deed=a_deed(here))
    await move([4], 1, deed=a_deed(here))
    await merge_clusters(1, 2, deed=a_deed(here))

    told = await states(here)
    assert [n for n, state in sorted(told.items()) if state is State.VOTED] == [1, 2, 3]


async def test_a_round_that_runs_is_no_vote_yet_and_a_draft_is_a_secret(db):
    here = await make_board()
    await move([1], 1, deed=a_deed(here))
    before = await states(here)
    await vote_on_clusters(here)

    running = await states(here)

    assert set(before.values()) == {State.COLLECTED}
    assert running == {**before, 1: State.IN_VOTE}


async def test_what_no_vote_knows_is_left_out(db):
    assert await votes_on([uuid4()]) == {}
    assert await votes_on([]) == {}
