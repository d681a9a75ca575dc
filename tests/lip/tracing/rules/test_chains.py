"""Traces read both ways."""

from uuid import UUID, uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lip.subjects import SubjectKind
from lip.tracing.rules.chains import (
    FARTHEST,
    Node,
    TraceFacts,
    backward,
    closes_circle,
    leads_on,
    onward,
)

PROPOSAL = Node(SubjectKind.PROPOSAL, UUID(int=1))
TWIN = Node(SubjectKind.PROPOSAL, UUID(int=2))
CHAPTER = Node(SubjectKind.CHAPTER, UUID(int=3))
MEASURE = Node(SubjectKind.MEASURE, UUID(int=4))
PAPER = Node(SubjectKind.PAPER, UUID(int=5))


def trace(origin: Node, result: Node, first: int = 0, last: int = 0) -> TraceFacts:
    return TraceFacts(
        id=uuid4(), origin=origin, result=result, first_line=first, last_line=last
    )


WAY = [
    trace(PROPOSAL, CHAPTER, 70, 73),
    trace(TWIN, CHAPTER),
    trace(CHAPTER, MEASURE),
    trace(MEASURE, PAPER),
]


def test_a_proposal_leads_to_lines_a_measure_and_a_paper():
    found = onward(PROPOSAL, WAY)

    assert [(one.node, one.steps) for one in found] == [
        (CHAPTER, 1),
        (MEASURE, 2),
        (PAPER, 3),
    ]
    assert (found[0].first_line, found[0].last_line) == (70, 73)


def test_a_paper_tells_all_that_it_came_from():
    assert [one.node for one in backward(PAPER, WAY)] == [
        PROPOSAL,
        TWIN,
        CHAPTER,
        MEASURE,
    ]


def test_what_others_became_is_not_told_of_mine():
    assert TWIN not in {one.node for one in onward(PROPOSAL, WAY)}


@pytest.mark.parametrize(
    "origin,result,may",
    [
        (SubjectKind.PROPOSAL, SubjectKind.CHAPTER, True),
        (SubjectKind.CHAPTER, SubjectKind.MEASURE, True),
        (SubjectKind.MEASURE, SubjectKind.MEASURE, True),
        (SubjectKind.MEASURE, SubjectKind.PROPOSAL, False),
        (SubjectKind.PAPER, SubjectKind.CHAPTER, False),
        (SubjectKind.CONFERENCE, SubjectKind.CHAPTER, False),
    ],
)
def test_a_trace_never_leads_back(origin: SubjectKind, result: SubjectKind, may: bool):
    assert leads_on(origin, result) is may


def test_circles_are_seen_before_they_are_closed():
    other = Node(SubjectKind.MEASURE, UUID(int=9))

    assert closes_circle(other, MEASURE, [trace(MEASURE, other)])
    assert closes_circle(MEASURE, MEASURE, [])
    assert not closes_circle(PROPOSAL, MEASURE, WAY)


nodes = st.builds(
    Node,
    st.sampled_from([*SubjectKind][1:9]),
    st.integers(0, 5).map(lambda n: UUID(int=n)),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(nodes, nodes), max_size=14), nodes)
def test_both_directions_agree_and_circles_end(
    pairs: list[tuple[Node, Node]], start: Node
):
    pairs = [(a, b) for a, b in pairs if leads_on(a.kind, b.kind)]
    traces = [trace(*pair) for pair in pairs]

    results = onward(start, traces) if leads_on(start.kind, start.kind) else []

    assert len({one.node for one in results}) == len(results)
    assert all(one.steps <= FARTHEST for one in results)
    for one in results:
        if one.steps < FARTHEST:
            assert start in {link.node for link in backward(one.node, traces)}
