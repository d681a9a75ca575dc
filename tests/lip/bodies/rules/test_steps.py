"""How far a text has come, and what looks odd on its way."""

from typing import Any
from uuid import UUID, uuid4

import pytest

from lip.bodies.rules.kinds import Outcome, Station
from lip.bodies.rules.steps import (
    Remark,
    Standing,
    StepFacts,
    place_of,
    remarks_on,
    state_after,
)
from lip.partial_dates import PartialDate
from lip.said import Said
from lip.subjects import SubjectKind

SUBJECT = UUID(int=1)
EXPERTS, STATEMENTS, STEERING, COMMITTEE, COUNCIL, DOING = Station


def step(station: Station, outcome: Outcome, **more: Any) -> StepFacts:
    return StepFacts(
        id=uuid4(),
        kind=SubjectKind.CHAPTER,
        subject=SUBJECT,
        station=station,
        outcome=outcome,
        **more,
    )


AGREED = step(STEERING, Outcome.AGREED)
DECIDED = step(COUNCIL, Outcome.DECIDED)


@pytest.mark.parametrize(
    "steps,standing",
    [
        ([], Standing.DRAFT),
        ([step(EXPERTS, Outcome.PENDING)], Standing.DRAFT),
        ([step(STATEMENTS, Outcome.PENDING)], Standing.IN_STATEMENT),
        ([step(STATEMENTS, Outcome.STATED)], Standing.IN_STATEMENT),
        ([step(STEERING, Outcome.SENT_BACK)], Standing.SENT_BACK),
        ([AGREED], Standing.AGREED),
        ([step(STEERING, Outcome.AGREED_CHANGED)], Standing.AGREED_CHANGED),
        ([step(STEERING, Outcome.REFUSED)], Standing.REFUSED),
        ([AGREED, step(COMMITTEE, Outcome.POSTPONED)], Standing.AGREED),
        ([AGREED, step(COMMITTEE, Outcome.NOTED)], Standing.AGREED),
        ([AGREED, DECIDED], Standing.DECIDED),
        ([DECIDED, step(DOING, Outcome.IN_PROGRESS)], Standing.IN_PROGRESS),
        ([DECIDED, step(DOING, Outcome.ONGOING_BUSINESS)], Standing.ONGOING_BUSINESS),
        ([DECIDED, step(DOING, Outcome.DONE)], Standing.DONE),
        ([DECIDED, step(DOING, Outcome.NOT_PURSUED)], Standing.NOT_PURSUED),
    ],
)
def test_every_state_of_the_city_follows_from_steps(
    steps: list[StepFacts], standing: Standing
):
    state = state_after(steps)

    assert state.standing is standing
    assert (state.step is None) == (standing is Standing.DRAFT)


@pytest.mark.parametrize(
    "outcomes,standing",
    [
        ([Outcome.REFUSED, Outcome.AGREED], Standing.AGREED_CHANGED),
        ([Outcome.AGREED, Outcome.REFUSED], Standing.AGREED_CHANGED),
        ([Outcome.REFUSED, Outcome.DECIDED], Standing.DECIDED),
        ([Outcome.REFUSED, Outcome.REFUSED], Standing.REFUSED),
        ([Outcome.AGREED, Outcome.AGREED], Standing.AGREED),
        ([Outcome.PENDING, Outcome.PENDING], Standing.DRAFT),
    ],
)
def test_points_voted_on_by_themselves_count_together(
    outcomes: list[Outcome], standing: Standing
):
    points = [step(COMMITTEE, one, part=f"Punkt {n}") for n, one in enumerate(outcomes)]

    assert state_after(points).standing is standing
    assert state_after([*points, DECIDED]).standing is Standing.DECIDED


@pytest.mark.parametrize(
    "one,before,remarks",
    [
        (step(EXPERTS, Outcome.DECIDED), [],
         {Remark.UNUSUAL_OUTCOME, Remark.WHO_DECIDED, Remark.WHEN_DECIDED,
          Remark.WHICH_PAPER}),
        (step(COUNCIL, Outcome.DECIDED, body=SUBJECT, paper="1/2026",
              happened=PartialDate(2026)), [AGREED], set()),
        (step(DOING, Outcome.DONE), [AGREED], {Remark.NOT_DECIDED_YET}),
        (step(DOING, Outcome.DONE), [], {Remark.NOT_DECIDED_YET}),
        (step(COMMITTEE, Outcome.NOTED), [step(STEERING, Outcome.PENDING)],
         {Remark.NOT_AGREED_YET}),
        (step(EXPERTS, Outcome.PENDING), [AGREED], {Remark.WENT_BACK}),
        (step(EXPERTS, Outcome.PENDING), [step(STEERING, Outcome.SENT_BACK)], set()),
        (step(STEERING, Outcome.SENT_BACK), [], {Remark.WHAT_TO_CHANGE}),
        (step(STEERING, Outcome.SENT_BACK, words=Said.of(de="Kosten")), [], set()),
        (step(COMMITTEE, Outcome.AGREED), [step(STEERING, Outcome.REFUSED)],
         {Remark.NOT_AGREED_YET, Remark.AFTER_REFUSAL}),
        (step(COMMITTEE, Outcome.AGREED, yes=2, no=8), [],
         {Remark.VOTES_SAY_OTHERWISE}),
        (step(COMMITTEE, Outcome.REFUSED, yes=9, no=8), [],
         {Remark.VOTES_SAY_OTHERWISE}),
        (step(COMMITTEE, Outcome.AGREED, happened=PartialDate(2025)),
         [step(STEERING, Outcome.AGREED, happened=PartialDate(2026, 1))],
         {Remark.EARLIER_THAN_BEFORE}),
        (step(COMMITTEE, Outcome.AGREED, happened=PartialDate(2026)),
         [step(STEERING, Outcome.AGREED, happened=PartialDate(2026, 5))], set()),
    ],
)  # fmt: skip
def test_what_looks_odd_is_said_and_nothing_is_forbidden(
    one: StepFacts, before: list[StepFacts], remarks: set[Remark]
):
    assert set(remarks_on(one, before)) == remarks


def test_a_step_entered_later_stands_where_its_date_belongs():
    steps = [
        step(EXPERTS, Outcome.AGREED, happened=PartialDate(2025, 40)),
        step(STATEMENTS, Outcome.STATED),
        step(COUNCIL, Outcome.DECIDED, happened=PartialDate(2026, 5, 21)),
    ]

    assert place_of(steps, PartialDate(2026, 2)) == 2
    assert place_of(steps, PartialDate(2026)) == 3
    assert place_of(steps, PartialDate(2024)) == 0
    assert place_of(steps, None) == 3
