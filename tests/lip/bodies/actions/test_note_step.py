"""Noting steps of a text, changing, releasing and taking them back."""

import asyncio
from datetime import timedelta
from uuid import uuid4

import pytest

from lip.bodies.actions.note_step import (
    StepWish,
    change_step,
    note_step,
    release_step,
    take_back_step,
)
from lip.bodies.queries.steps import step_by_id, steps_at, steps_of
from lip.bodies.rules.kinds import Outcome, Station
from lip.database import StoreEngine
from lip.errors import Conflict, NotFound, Unusable
from lip.journal.queries import Filter, entries
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import COMMAND
from lip.partial_dates import PartialDate
from lip.said import Said
from lip.subjects import SubjectKind
from tests.factories import clock
from tests.lip.bodies.factories import make_body, make_step
from tests.queries import counted_queries

pytestmark = pytest.mark.anyio

PAPER = SubjectKind.PAPER
POINT = StepWish(
    station=Station.COMMITTEE,
    outcome=Outcome.REFUSED,
    part="Handlungsfeld 3, 3.1 Frauen Punkte 6 und 7",
    words=Said.of(de="Das gibt es schon.", ar="هذا موجود بالفعل."),
    result=Said.of(de="Mehrheitlich abgelehnt"),
    yes=2,
    no=8,
    abstained=0,
    happened=PartialDate(2008, 3),
    movers="Fraktion A, Fraktion B",
    paper="Drucks.",
)


async def test_a_vote_on_points_is_kept_as_it_was(db: StoreEngine):
    body, subject = await make_body("Sozialausschuss"), uuid4()
    wish = StepWish(**{
        **{name: getattr(POINT, name) for name in StepWish.__dataclass_fields__},
        "body": body,
        "paper": "0597-2008",
    })
    step = await note_step(PAPER, subject, wish, by=COMMAND, now=clock())

    there = await step_by_id(step)

    assert (there.yes, there.no, there.abstained) == (2, 8, 0)
    assert (there.part, there.words) == (POINT.part, POINT.words)
    assert (there.result, there.movers) == (POINT.result, POINT.movers)
    assert (there.happened, there.paper) == (POINT.happened, "0597/2008")
    assert there.body_name.pick("de").text == "Sozialausschuss"
    assert there.public_from is None


async def test_steps_stand_by_date_and_are_read_for_many_in_one_statement(
    db: StoreEngine,
):
    first, second = uuid4(), uuid4()
    for year in (2025, 2023, 2024):
        await make_step(first, happened=PartialDate(year))
    await make_step(second, outcome=Outcome.DECIDED, station=Station.COUNCIL)

    with counted_queries() as seen:
        found = await steps_of(PAPER, [first, second, uuid4()])

    years = [one.happened.year for one in found[first] if one.happened]
    assert years == [2023, 2024, 2025]
    assert len(seen) == 1
    assert [one.outcome for one in found[second]] == [Outcome.DECIDED]
    assert await steps_of(PAPER, []) == {}


async def test_nobody_reads_a_step_before_it_is_released(db: StoreEngine):
    body, subject = await make_body(), uuid4()
    step = await make_step(subject, public=False, body=body)

    assert (await steps_of(PAPER, [subject], now=clock()))[subject] == []
    assert await steps_at(body, now=clock()) == []
    assert await release_step(step, by=COMMAND, now=clock())
    assert not await release_step(step, by=COMMAND, now=clock())
    assert len(await steps_at(body, now=clock())) == 1
    past = clock() - timedelta(hours=1)
    assert (await steps_of(PAPER, [subject], now=past))[subject] == []
    with pytest.raises(Conflict, match="step_is_public"):
        await take_back_step(step, by=COMMAND, now=clock())
    await release_step(step, public=False, by=COMMAND, now=clock())
    await take_back_step(step, by=COMMAND, now=clock())
    with pytest.raises(NotFound, match="unknown_step"):
        await step_by_id(step)
    acts = {one.act for one in await entries(Filter(subject=step))}
    assert acts == {
        *(Act.STEP_NOTED, Act.STEP_RELEASED, Act.STEP_HIDDEN, Act.STEP_TAKEN_BACK)
    }


async def test_a_refusal_needs_its_reason_and_counts_must_be_counts(db: StoreEngine):
    subject = uuid4()
    for outcome in (Outcome.REFUSED, Outcome.NOT_PURSUED):
        with pytest.raises(Unusable, match="refusal_needs_reason"):
            await make_step(subject, outcome=outcome)
    with pytest.raises(Unusable, match="votes_out_of_range"):
        await make_step(subject, yes=-1)
    with pytest.raises(NotFound, match="unknown_body"):
        await make_step(subject, body=uuid4())
    with pytest.raises(NotFound, match="no_steps_of_this"):
        await make_step(subject, kind=SubjectKind.NEWS)
    step = await make_step(subject)
    refused = StepWish(station=Station.COUNCIL, outcome=Outcome.REFUSED)
    with pytest.raises(Unusable, match="refusal_needs_reason"):
        await change_step(step, refused, by=COMMAND, now=clock())


async def test_a_changed_date_moves_a_step_and_the_same_change_changes_nothing(
    db: StoreEngine,
):
    subject = uuid4()
    first = await make_step(subject, happened=PartialDate(2024))
    second = await make_step(subject, happened=PartialDate(2025))
    wish = StepWish(
        station=Station.STEERING_GROUP,
        outcome=Outcome.AGREED,
        happened=PartialDate(2023),
    )

    assert await change_step(second, wish, by=COMMAND, now=clock())
    assert not await change_step(second, wish, by=COMMAND, now=clock())
    there = (await steps_of(PAPER, [subject]))[subject]
    assert [one.id for one in there] == [second, first]


async def test_the_same_request_notes_one_step(committed_db: StoreEngine):
    subject, request = uuid4(), uuid4()
    wish = StepWish(station=Station.COUNCIL, outcome=Outcome.NOTED)

    made = await asyncio.gather(
        *(
            note_step(PAPER, subject, wish, by=COMMAND, now=clock(), request=request)
            for _ in range(3)
        )
    )

    assert len(set(made)) == 1
    assert len((await steps_of(PAPER, [subject]))[subject]) == 1
