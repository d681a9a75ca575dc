"""Saying what became of a proposal."""

import asyncio
from datetime import timedelta
from uuid import uuid4

import pytest

from lip.database import StoreEngine
from lip.errors import NotFound, Unusable
from lip.journal.queries import Filter, entries
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import COMMAND
from lip.said import Said
from proposals.actions.follow_up import Answer, say_what_became
from proposals.queries.following import answers_of
from proposals.rules.following import Became, State
from proposals.tables import FollowUp
from tests.factories import clock, make_conference
from tests.proposals.collections import make_collecting, make_proposal

pytestmark = pytest.mark.anyio

TAKEN_UP = Answer(became=Became.TAKEN_UP)
REASON = Said.of(de="Das Land entscheidet.", ar="القرار للولاية.")


async def say(conference, number, answer, *, now=None, request=None):
    return await say_what_became(
        number,
        answer,
        conference=conference,
        by=COMMAND,
        now=now or clock(),
        request=request or uuid4(),
    )


async def test_answers_are_added_and_the_newest_is_last(db: StoreEngine):
    conference = await make_collecting()
    made = await make_proposal(conference)
    refused = Answer(became=Became.NOT_FOLLOWED, reason=REASON)

    await say(conference, made.number, TAKEN_UP, now=clock() - timedelta(days=1))
    await say(conference, made.number, refused)

    steps = (await answers_of([made.id]))[made.id]
    assert [one.state for one in steps] == [State.TAKEN_UP, State.NOT_FOLLOWED]
    assert steps[1].reason["ar"] == "القرار للولاية."
    acts = await entries(Filter(acts=frozenset({Act.PROPOSAL_ANSWERED})))
    assert [one.facts["became"] for one in acts] == ["not_followed", "taken_up"]


async def test_the_same_request_is_said_once_also_at_once(committed_db: StoreEngine):
    conference = await make_collecting()
    made = await make_proposal(conference)
    request = uuid4()

    said = await asyncio.gather(
        *(say(conference, made.number, TAKEN_UP, request=request) for _ in range(6))
    )

    assert sorted(said) == [False] * 5 + [True]
    assert await FollowUp.count() == 1


@pytest.mark.parametrize(
    "answer,code",
    [
        (Answer(became=Became.NOT_FOLLOWED), "answer_without_reason"),
        (Answer(became=Became.ADOPTED, address="plan.html"), "answer_address_unusable"),
        (
            Answer(became=Became.ADOPTED, address="javascript:alert(1)"),
            "answer_address_unusable",
        ),
        (Answer(became=Became.ADOPTED, address="//x.org"), "answer_address_unusable"),
        (
            Answer(became=Became.ADOPTED, address="https://a b.org/c"),
            "answer_address_unusable",
        ),
    ],
)
async def test_what_cannot_be_said_is_refused(db: StoreEngine, answer, code):
    conference = await make_collecting()
    made = await make_proposal(conference)

    with pytest.raises(Unusable) as refusal:
        await say(conference, made.number, answer)

    assert refusal.value.code == code
    assert await FollowUp.count() == 0


@pytest.mark.parametrize("address", ["/p/plan/2.3", "https://example.org/plan#2.3"])
async def test_addresses_of_ours_and_of_others_are_kept(db: StoreEngine, address):
    conference = await make_collecting()
    made = await make_proposal(conference)

    await say(conference, made.number, Answer(became=Became.ADOPTED, address=address))

    assert (await answers_of([made.id]))[made.id][0].path == address


async def test_only_proposals_of_this_conference_are_answered(db: StoreEngine):
    conference = await make_collecting()
    made = await make_proposal(conference)
    other = await make_conference("andere")

    with pytest.raises(NotFound):
        await say(other, made.number, TAKEN_UP)


async def test_a_request_of_something_else_is_not_taken_for_this(db: StoreEngine):
    conference = await make_collecting()
    one, two = [await make_proposal(conference) for _ in range(2)]
    request = uuid4()
    await say(conference, one.number, TAKEN_UP, request=request)

    with pytest.raises(Unusable):
        await say(conference, two.number, TAKEN_UP, request=request)
