"""Laying traces, and the letter that tells what became of proposals."""

import asyncio
from datetime import timedelta
from uuid import uuid4

import pytest

from lip.database import StoreEngine, fetch
from lip.errors import Conflict, Unusable
from lip.journal.queries import Filter, entries
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import COMMAND
from lip.said import Said
from lip.subjects import SubjectKind
from lip.traces import TRACERS
from lip.tracing.actions.lay_trace import TraceWish, lay_trace, take_up_trace
from lip.tracing.actions.tell_answers import tell_answers
from lip.tracing.actions.wish_answer import AFTER, end_wish, wish_answer, wish_of
from lip.tracing.queries.traces import (
    answers_of_conferences,
    traces_around,
    traces_at,
)
from lip.tracing.rules.chains import Node
from lip.tracing.rules.figures import figures_of
from proposals.actions.follow_up import Answer, say_what_became
from proposals.rules.following import Became
from tests.factories import KEYS, clock, make_participant
from tests.proposals.collections import make_collecting, make_proposal

pytestmark = pytest.mark.anyio


def node(kind: SubjectKind) -> Node:
    return Node(kind, uuid4())


async def lay(origin: Node, result: Node, **more) -> bool:
    wish = TraceWish(origin=origin, result=result, **more)
    return await lay_trace(wish, by=COMMAND, now=clock(), request=uuid4())


async def test_a_trace_is_laid_once_and_read_from_both_ends(db: StoreEngine):
    proposal, chapter, measure = map(
        node, (SubjectKind.PROPOSAL, SubjectKind.CHAPTER, SubjectKind.MEASURE)
    )

    await lay(proposal, chapter, first_line=70, last_line=73)
    await lay(chapter, measure)
    with pytest.raises(Conflict) as again:
        await lay(proposal, chapter)

    assert again.value.code == "trace_is_there"
    for one in (proposal, measure):
        assert len(await traces_around([one])) == 2
    [first] = await traces_at(proposal)
    assert (first.origin, first.result, first.first_line) == (proposal, chapter, 70)


async def test_the_same_request_lays_one_trace_also_at_once(committed_db: StoreEngine):
    proposal, chapter = node(SubjectKind.PROPOSAL), node(SubjectKind.CHAPTER)
    wish, request = TraceWish(origin=proposal, result=chapter), uuid4()

    await lay_trace(wish, by=COMMAND, now=clock(), request=request)
    again = await asyncio.gather(*[
        lay_trace(wish, by=COMMAND, now=clock(), request=request) for _ in range(3)
    ])

    assert again == [False, False, False]
    assert len(await traces_at(proposal)) == 1


async def test_a_trace_is_taken_up_and_the_journal_knows(db: StoreEngine):
    proposal, chapter = node(SubjectKind.PROPOSAL), node(SubjectKind.CHAPTER)
    await lay(proposal, chapter)
    [there] = await traces_at(proposal)

    await take_up_trace(there.id, by=COMMAND, now=clock(), request=uuid4())

    assert await traces_at(proposal) == []
    told = await entries(Filter(subject=chapter.id))
    assert {one.act for one in told} == {Act.TRACE_LAID, Act.TRACE_TAKEN_UP}


@pytest.mark.parametrize(
    "origin,result,lines,code",
    [
        (SubjectKind.MEASURE, SubjectKind.PROPOSAL, (0, 0), "trace_leads_back"),
        (SubjectKind.PROPOSAL, SubjectKind.CHAPTER, (9, 3), "trace_lines_unusable"),
        (SubjectKind.PROPOSAL, SubjectKind.CHAPTER, (0, 3), "trace_lines_unusable"),
        (SubjectKind.PROPOSAL, SubjectKind.CHAPTER, (-1, 3), "trace_lines_unusable"),
    ],
)
async def test_what_cannot_be_a_trace_is_refused(
    db: StoreEngine,
    origin: SubjectKind,
    result: SubjectKind,
    lines: tuple[int, int],
    code: str,
):
    with pytest.raises(Unusable) as refusal:
        await lay(node(origin), node(result), first_line=lines[0], last_line=lines[1])

    assert refusal.value.code == code


async def test_circles_are_refused(db: StoreEngine):
    first, second = node(SubjectKind.MEASURE), node(SubjectKind.MEASURE)
    await lay(first, second)

    with pytest.raises(Unusable) as refusal:
        await lay(second, first)

    assert refusal.value.code == "trace_in_a_circle"


async def test_figures_count_proposals_and_their_answers(db: StoreEngine):
    place = await make_collecting()
    made = [await make_proposal(place) for _ in range(3)]
    answer = Answer(became=Became.NOT_FOLLOWED, reason=Said.of(de="Geht nicht."))
    await say_what_became(
        made[0].number,
        answer,
        conference=place,
        by=COMMAND,
        now=clock(),
        request=uuid4(),
    )

    told = await answers_of_conferences()

    figures = figures_of(told[place.key])
    assert (figures.proposals, figures.answered) == (3, 1)
    assert figures.by_answer == {"not_followed": 1}


async def test_who_asked_is_told_once_four_weeks_after_and_forgotten(db: StoreEngine):
    place = await make_collecting()
    author = await make_participant(place, given_name="Ada")
    made = await make_proposal(place, participant=author.id, text="Mehr Sprachkurse.")
    await wish_answer(
        author.id,
        " ada@example.org ",
        conference=place,
        language="de",
        by=COMMAND,
        now=clock(),
    )
    _address, day = await wish_of(author.id)
    answer = Answer(became=Became.NOT_FOLLOWED, reason=Said.of(de="Zu teuer."))
    await say_what_became(
        made.number,
        answer,
        conference=place,
        by=COMMAND,
        now=clock(),
        request=uuid4(),
    )
    there = {"keys": KEYS, "base_url": "https://lip.example.org"}

    early = await tell_answers(TRACERS, now=clock(), **there)
    due = clock() + AFTER + timedelta(days=2)
    told = await tell_answers(TRACERS, now=due, **there)
    again = await tell_answers(TRACERS, now=due, **there)

    assert (early, told, again) == (0, 1, 0)
    [letter] = await fetch("SELECT to_address, text, language FROM mail_out")
    assert letter["to_address"] == "ada@example.org"
    assert "Mehr Sprachkurse." in letter["text"]
    assert "Zu teuer." in letter["text"]
    assert "/de/t/" in letter["text"]
    assert await wish_of(author.id) is None
    assert day >= (clock() + AFTER - timedelta(days=2)).date()


async def test_a_wish_can_be_changed_and_ended(db: StoreEngine):
    place = await make_collecting()
    author = await make_participant(place)
    wish = {"conference": place, "language": "ar", "by": COMMAND, "now": clock()}

    with pytest.raises(Unusable):
        await wish_answer(author.id, "keine Adresse", **wish)
    changed = [
        await wish_answer(author.id, address, **wish)
        for address in ("a@example.org", "a@example.org", "b@example.org")
    ]
    ended = [
        await end_wish(author.id, scope=place.key, by=COMMAND, now=clock())
        for _ in range(2)
    ]

    assert changed == [True, False, True]
    assert ended == [True, False]
