"""Laying traces, and what proposals are told with them."""

import asyncio
from itertools import pairwise
from uuid import UUID, uuid4

import pytest

from lip.database import StoreEngine, fetch
from lip.errors import Conflict, NotFound, Unusable
from lip.journal.queries import Filter, entries
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import COMMAND
from lip.said import Said
from lip.subjects import SubjectKind
from lip.tracing.actions.decline import decline
from lip.tracing.actions.lay_trace import TraceWish, lay_trace
from lip.tracing.queries.traces import traces_at, traces_onward
from lip.tracing.rules.chains import Node, closes_circle
from proposals.queries.following import ways_of
from proposals.rules.following import Became, State, Step, state_at_end
from tests.factories import clock
from tests.lip.tracing.ways import lay, make_clusters, node, proposal_numbered, take_up
from tests.proposals.collections import make_collecting, make_proposal

pytestmark = pytest.mark.anyio

REASON = Said.of(de="Dafür ist das Land zuständig.")


async def state(proposal: Node) -> State:
    return state_at_end((await ways_of([proposal.id]))[proposal.id])


async def answers(proposal: Node) -> list[Step]:
    way = (await ways_of([proposal.id]))[proposal.id]
    return [one for one in way if one.state in {State(each.value) for each in Became}]


async def a_proposal() -> Node:
    made = await make_proposal(await make_collecting())
    return node(SubjectKind.PROPOSAL, made.id)


async def say_no(origin: Node, *, request: UUID | None = None) -> int:
    return await decline(
        origin, REASON, by=COMMAND, now=clock(), request=request or uuid4()
    )


async def test_a_trace_is_laid_once_and_the_proposal_is_told(db: StoreEngine):
    proposal, chapter = await a_proposal(), node(SubjectKind.CHAPTER)
    title, note = Said.of(de="Sprache"), Said.of(de="Zum Teil.")

    told = {"title": title, "note": note, "became": Became.ADOPTED_CHANGED}
    await lay(proposal, chapter, **told)
    with pytest.raises(Conflict) as again:
        await lay(proposal, chapter)

    assert again.value.code == "trace_is_there"
    [step] = await answers(proposal)
    assert (step.state, step.title, step.reason) == (
        *(State.ADOPTED_CHANGED, title),
        note,
    )
    assert step.path == f"/traces/proposal/{proposal.id}"
    assert len(await traces_at(chapter)) == 1


async def test_the_same_request_lays_one_trace_also_at_once(committed_db: StoreEngine):
    proposal, request = await a_proposal(), uuid4()
    wish = TraceWish(origin=proposal, result=node(SubjectKind.CHAPTER))

    laid = await asyncio.gather(
        *(lay_trace(wish, by=COMMAND, now=clock(), request=request) for _ in range(3)),
        return_exceptions=True,
    )

    again = await lay_trace(wish, by=COMMAND, now=clock(), request=request)
    assert laid.count(True) == 1
    assert again is False
    assert len(await answers(proposal)) == len(await traces_at(proposal)) == 1


async def test_two_who_close_a_circle_at_once_lay_one_trace(committed_db: StoreEngine):
    first, second = node(SubjectKind.MEASURE), node(SubjectKind.MEASURE)

    await asyncio.gather(lay(first, second), lay(second, first), return_exceptions=True)

    assert len(await traces_at(first)) == 1


async def test_taking_a_trace_up_takes_back_what_was_told(db: StoreEngine):
    proposal, chapter = await a_proposal(), node(SubjectKind.CHAPTER)
    measure = node(SubjectKind.MEASURE)
    await lay(proposal, measure)
    await lay(proposal, chapter, became=Became.ADOPTED)

    await take_up(chapter)
    with_one = await state(proposal)
    await take_up(measure)

    assert with_one is State.TAKEN_UP
    assert await state(proposal) is State.COLLECTED
    assert all(one.taken_back_at for one in await answers(proposal))
    assert await traces_at(proposal) == []
    told = {one.act for one in await entries(Filter(subject=proposal.id))}
    assert {Act.PROPOSAL_ANSWERED, Act.ANSWER_TAKEN_BACK} <= told


async def test_a_trace_of_a_cluster_tells_all_that_lay_in_it(db: StoreEngine):
    place, proposals, (cluster, _other) = await make_clusters()
    measure = node(SubjectKind.MEASURE)

    await lay(cluster, measure)
    late = await make_proposal(place, "Kurse auch für Ältere.")

    told = [await state(one) for one in proposals[:3]]
    assert told == [State.TAKEN_UP, State.TAKEN_UP, State.COLLECTED]
    assert await state(node(SubjectKind.PROPOSAL, late.id)) is State.COLLECTED


@pytest.mark.parametrize(
    "origin,result,more,code",
    [
        (SubjectKind.MEASURE, SubjectKind.PROPOSAL, {}, "trace_leads_back"),
        (SubjectKind.PROPOSAL, SubjectKind.CLUSTER, {}, "trace_leads_back"),
        (
            *(SubjectKind.CHAPTER, SubjectKind.MEASURE),
            {"became": Became.NOT_FOLLOWED},
            "trace_of_what_is_not_followed",
        ),
    ],
)
async def test_what_cannot_be_a_trace_is_refused(
    db: StoreEngine,
    origin: SubjectKind,
    result: SubjectKind,
    more: dict[str, Became],
    code: str,
):
    with pytest.raises(Unusable) as refusal:
        await lay(node(origin), node(result), **more)

    assert refusal.value.code == code


async def test_a_withdrawn_proposal_gets_no_trace(db: StoreEngine):
    proposal, measure = await a_proposal(), node(SubjectKind.MEASURE)
    await fetch("UPDATE proposal SET standing = ?", "withdrawn")

    with pytest.raises(NotFound):
        await lay(proposal, measure)

    assert await traces_at(measure) == []


async def test_circles_are_refused_however_long(db: StoreEngine):
    line = [node(SubjectKind.MEASURE) for _ in range(9)]
    for pair in pairwise(line):
        await lay(*pair)

    with pytest.raises(Unusable) as refusal:
        await lay(line[-1], line[0])

    assert refusal.value.code == "trace_in_a_circle"
    assert not closes_circle(line[0], line[8], await traces_onward([line[8]]))


async def test_not_followed_needs_a_reason_and_no_trace(db: StoreEngine):
    proposal, request = await a_proposal(), uuid4()

    with pytest.raises(Unusable) as without:
        await decline(proposal, Said(), by=COMMAND, now=clock(), request=uuid4())
    said = [await say_no(proposal, request=request) for _ in range(2)]
    await lay(proposal, node(SubjectKind.MEASURE))
    with pytest.raises(Conflict) as traced:
        await say_no(proposal)

    assert without.value.code == "answer_without_reason"
    assert said == [1, 1]
    assert traced.value.code == "trace_still_there"
    assert [one.state for one in await answers(proposal)] == [
        State.NOT_FOLLOWED,
        State.TAKEN_UP,
    ]


async def test_a_cluster_is_declined_where_nothing_was_answered(db: StoreEngine):
    place, proposals, (cluster, _other) = await make_clusters()
    await lay(await proposal_numbered(place, 1), node(SubjectKind.MEASURE))

    told = [await say_no(cluster) for _ in range(2)]

    assert told == [1, 0]
    assert [await state(one) for one in proposals[:2]] == [
        State.TAKEN_UP,
        State.NOT_FOLLOWED,
    ]
