"""Traces read both ways."""

from itertools import pairwise
from uuid import UUID, uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lip.errors import Unusable
from lip.subjects import SubjectKind
from lip.tracing.rules.chains import (
    FARTHEST,
    Lines,
    Node,
    Passage,
    TraceFacts,
    backward,
    closes_circle,
    leads_on,
    onward,
)
from lip.tracing.rules.lines import DraftLines, lines_in

PROPOSAL = Node(SubjectKind.PROPOSAL, UUID(int=1))
TWIN = Node(SubjectKind.PROPOSAL, UUID(int=2))
CHAPTER = Node(SubjectKind.CHAPTER, UUID(int=3))
MEASURE = Node(SubjectKind.MEASURE, UUID(int=4))
PAPER = Node(SubjectKind.PAPER, UUID(int=5))
CLUSTER = Node(SubjectKind.CLUSTER, UUID(int=6))
LINES = Lines(first=70, last=73, language="de", base_version=2)
DRAFT = DraftLines(language="de", version=2, many=80)


def trace(origin: Node, result: Node, **more) -> TraceFacts:
    return TraceFacts(id=uuid4(), origin=origin, result=result, **more)


WAY = [
    trace(PROPOSAL, CHAPTER, lines=LINES),
    trace(TWIN, CHAPTER),
    trace(CHAPTER, MEASURE),
    trace(MEASURE, PAPER),
]


def test_a_proposal_leads_to_lines_a_measure_and_a_paper():
    found = onward([PROPOSAL], WAY)

    assert [(one.node, one.steps) for one in found] == [
        (CHAPTER, 1),
        (MEASURE, 2),
        (PAPER, 3),
    ]
    assert found[0].passages == (Passage(CHAPTER.id, LINES),)


def test_a_paper_tells_all_that_it_came_from():
    assert [one.node for one in backward([PAPER], WAY)] == [
        PROPOSAL,
        TWIN,
        CHAPTER,
        MEASURE,
    ]


def test_lines_of_a_chapter_are_named_wherever_the_way_is_read():
    passage = Passage(CHAPTER.id, LINES)

    read = {
        start: {link.node: link.passages for link in backward([start], WAY)}
        for start in (MEASURE, CHAPTER)
    }

    assert read[MEASURE][CHAPTER] == read[CHAPTER][PROPOSAL] == (passage,)
    assert read[CHAPTER][TWIN] == ()


def test_what_others_became_is_not_told_of_mine():
    assert TWIN not in {one.node for one in onward([PROPOSAL], WAY)}


def test_a_trace_of_a_cluster_leads_on_from_the_proposals_it_was_laid_for():
    laid = [trace(CLUSTER, CHAPTER, spoken_for=[PROPOSAL.id])]

    assert [one.node for one in onward([PROPOSAL], laid)] == [CHAPTER]
    assert onward([TWIN], laid) == []
    assert [one.node for one in backward([CHAPTER], laid)] == [PROPOSAL, CLUSTER]


@pytest.mark.parametrize(
    "origin,result,may",
    [
        (SubjectKind.PROPOSAL, SubjectKind.CHAPTER, True),
        (SubjectKind.CHAPTER, SubjectKind.MEASURE, True),
        (SubjectKind.MEASURE, SubjectKind.MEASURE, True),
        (SubjectKind.PROPOSAL, SubjectKind.CLUSTER, False),
        (SubjectKind.CLUSTER, SubjectKind.VOTING_ROUND, False),
        (SubjectKind.MEASURE, SubjectKind.PROPOSAL, False),
        (SubjectKind.PAPER, SubjectKind.CHAPTER, False),
        (SubjectKind.CONFERENCE, SubjectKind.CHAPTER, False),
    ],
)
def test_a_trace_never_leads_back(origin: SubjectKind, result: SubjectKind, may: bool):
    assert leads_on(origin, result) is may


@pytest.mark.parametrize("many", [1, FARTHEST, FARTHEST + 4])
def test_circles_are_seen_before_they_are_closed_however_long(many: int):
    line = [Node(SubjectKind.MEASURE, UUID(int=10 + n)) for n in range(many + 1)]
    laid = [trace(*pair) for pair in pairwise(line)]

    assert closes_circle(line[-1], line[0], laid)
    assert closes_circle(line[0], line[0], [])
    assert not closes_circle(PROPOSAL, line[0], laid)


@pytest.mark.parametrize(
    "first,last,told",
    [(70, 73, (70, 73)), (70, 0, (70, 70)), (80, 80, (80, 80)), (0, 0, None)],
)
def test_lines_are_those_of_the_draft(first, last, told):
    found = lines_in(DRAFT, first, last)

    assert (found and (found.first, found.last)) == told
    assert found is None or (found.language, found.base_version) == ("de", 2)


@pytest.mark.parametrize("first,last", [(9, 3), (0, 3), (-1, 3), (80, 81)])
def test_lines_that_are_not_there_are_refused(first: int, last: int):
    for draft in (DRAFT, None):
        with pytest.raises(Unusable) as refusal:
            lines_in(draft, first, last)
        assert refusal.value.code == "trace_lines_unusable"


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
    traces = [trace(*pair) for pair in pairs if leads_on(pair[0].kind, pair[1].kind)]

    results = onward([start], traces)

    assert len({one.node for one in results}) == len(results)
    assert all(one.steps <= FARTHEST for one in results)
    for one in results:
        assert start in {link.node for link in backward([one.node], traces)}
