"""The way of a proposal, and the state it leads to."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proposals.rules.following import (
    ANSWERS,
    Became,
    State,
    Step,
    Traces,
    state_at_end,
    state_of,
    traced,
    way_of,
)

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)

steps = st.builds(
    Step,
    state=st.sampled_from(State),
    at=st.none() | st.integers(0, 10_000).map(lambda n: NOW + timedelta(minutes=n)),
    number=st.integers(0, 9),
)


@pytest.mark.parametrize(
    "traces,state",
    [
        (Traces(), State.COLLECTED),
        (Traces(in_cluster=True), State.IN_CLUSTER),
        (Traces(in_cluster=True, merged=True), State.MERGED),
        (Traces(merged=True, in_vote=True), State.IN_VOTE),
        (Traces(in_vote=True, voted=True), State.VOTED),
        (Traces(became=[Became.TAKEN_UP]), State.TAKEN_UP),
        (Traces(voted=True, became=[Became.NOT_FOLLOWED]), State.NOT_FOLLOWED),
        (Traces(became=[Became.NOT_FOLLOWED, Became.ADOPTED]), State.ADOPTED),
    ],
)
def test_the_furthest_step_is_the_state_and_the_newest_answer_speaks(traces, state):
    assert state_of(traces) is state


@given(st.lists(steps), st.randoms(use_true_random=False))
def test_a_way_does_not_depend_on_the_order_in_which_steps_are_told(found, chance):
    shuffled = list(found)
    chance.shuffle(shuffled)

    assert {state_at_end(way_of(found))} == {state_at_end(way_of(shuffled))}
    assert [one.state for one in way_of(found)] == [
        one.state for one in way_of(shuffled)
    ]


@given(st.lists(steps))
def test_a_step_told_twice_stands_once(found):
    assert way_of([*found, *found]) == way_of(found)


@given(st.lists(steps))
def test_answers_come_last_and_only_they_decide_once_there_are_any(found):
    way = way_of(found)
    answered = [one.state in ANSWERS for one in way]

    assert answered == sorted(answered)
    if any(answered):
        assert state_at_end(way) is way[-1].state


@given(st.lists(steps.filter(lambda step: step.state not in ANSWERS)), steps)
def test_without_answers_a_further_step_never_leads_back(found, further):
    if further.state in ANSWERS:
        return
    ranks = {
        state: place
        for place, state in enumerate((
            State.COLLECTED,
            State.IN_CLUSTER,
            State.MERGED,
            State.IN_VOTE,
            State.VOTED,
        ))
    }

    before = state_at_end(way_of(found))
    after = state_at_end(way_of([*found, further]))

    assert ranks[after] >= ranks[before]


def test_the_newest_of_two_answers_speaks_whatever_came_in_first():
    late = Step(state=State.ADOPTED, at=NOW)
    early = Step(state=State.NOT_FOLLOWED, at=NOW - timedelta(days=1))

    assert traced(way_of([late, early])).became == [
        Became.NOT_FOLLOWED,
        Became.ADOPTED,
    ]
