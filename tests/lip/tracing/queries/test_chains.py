"""Ways survive what happens to the things on them."""

import pytest

from lip.database import StoreEngine, fetch
from lip.plan.rules.kinds import TextState
from lip.said import Said
from lip.subjects import SubjectKind
from lip.traces import LINES
from lip.tracing.actions.report_on import report_on
from lip.tracing.queries.chains import Chain, chain_of
from lip.tracing.queries.traces import traces_at
from lip.tracing.rules.chains import Node
from lip.tracing.rules.lines import ShownLines
from proposals.board.actions.arrange_clusters import merge_clusters, split_cluster
from proposals.board.actions.merge_proposals import merge_proposals
from tests.lip.plan.chapters import make_chapter, make_plan
from tests.lip.tracing.ways import (
    PARAGRAPHS,
    lay,
    make_clusters,
    node,
    publish,
    put_to_vote,
    rewrite,
)
from tests.proposals.board.boards import a_deed
from tests.queries import counted_queries

pytestmark = pytest.mark.anyio

BEFORE = "Ein neuer Absatz steht jetzt davor.\n\n"


def ends(chain: Chain) -> tuple[list[Node], list[Node]]:
    return [one.node for one in chain.origins], [one.node for one in chain.results]


async def test_a_way_leads_through_cluster_and_vote_both_ways(db: StoreEngine):
    place, (first, second, third, *_), (cluster, _other) = await make_clusters()
    voted = await put_to_vote(place, [first, third])
    round_ = node(SubjectKind.VOTING_ROUND, voted.id)
    chapter, measure = node(SubjectKind.CHAPTER), node(SubjectKind.MEASURE)
    report = node(SubjectKind.CHAPTER)
    await lay(first, chapter)
    await lay(chapter, measure)
    await report_on([measure.id], report.id)

    onward, back = await chain_of(first), await chain_of(measure)

    assert ends(onward) == ([], [cluster, round_, chapter, measure])
    assert ends(back) == ([first, cluster, round_, chapter], [])
    assert list(onward.reports) == list(back.reports) == [report.id]
    assert list((await chain_of(report)).reported) == [measure.id]
    assert ends(await chain_of(second)) == ([], [cluster])
    assert set(ends(await chain_of(cluster))[0]) == {first, second}
    assert ends(await chain_of(cluster))[1] == [round_, chapter, measure]
    assert set(ends(await chain_of(round_))[0]) == {first, third, cluster}


async def test_clusters_that_were_merged_or_split_keep_what_was_laid(db: StoreEngine):
    place, (first, second, third, *_), (cluster, other) = await make_clusters()
    measure = node(SubjectKind.MEASURE)
    await lay(cluster, measure)

    await split_cluster(1, [2], name=Said.of(de="Frauen"), deed=a_deed(place))
    after_split = ends(await chain_of(measure))[0]
    await merge_clusters(1, 2, deed=a_deed(place))
    after_merge = ends(await chain_of(measure))[0]
    await merge_proposals([2], 3, deed=a_deed(place))

    assert {first, second, cluster} < set(after_split)
    assert {first, second, other} < set(after_merge)
    assert {third, measure} < set(ends(await chain_of(second))[1])
    assert measure not in ends(await chain_of(third))[1]


async def test_what_became_of_the_one_that_speaks_became_of_the_merged(db: StoreEngine):
    place, (first, _second, third, *_), (cluster, _other) = await make_clusters()
    measure = node(SubjectKind.MEASURE)
    await merge_proposals([3], 1, deed=a_deed(place))
    await lay(first, measure)

    assert ends(await chain_of(third))[1] == [first, cluster, measure]
    assert set(ends(await chain_of(measure))[0]) == {first, third, cluster}
    assert ends(await chain_of(first))[0] == [third]


async def shown(chapter: Node) -> list[ShownLines | None]:
    """Say where the lines of a chapter's only trace stand for everybody."""
    [trace] = await traces_at(chapter)
    passage = trace.passage
    assert passage is not None
    return [(await LINES.shown([passage])).get(passage)]


async def test_lines_follow_their_words_through_drafts_and_versions(db: StoreEngine):
    _place, (first, *_), _clusters = await make_clusters()
    plan = await make_plan()
    chapter = node(SubjectKind.CHAPTER, await make_chapter(plan, PARAGRAPHS))
    await lay(first, chapter, lines=(4, 5))

    at_first = await shown(chapter)
    await publish(plan)
    await rewrite(chapter.id, BEFORE + PARAGRAPHS)
    frozen = await shown(chapter)
    await publish(plan)
    moved = await shown(chapter)
    await rewrite(chapter.id, "Alles ist anders.")
    await publish(plan)

    assert [(one.first, one.last) for one in (*at_first, *frozen, *moved) if one] == [
        *[(4, 5)] * 2,
        (5, 6),
    ]
    assert [one.path for one in (*at_first, *moved) if one] == [
        "/plan/lip/draft/1-sprache/de",
        "/plan/lip/1-sprache/de",
    ]
    assert await shown(chapter) == [None]


async def test_lines_of_an_unreadable_draft_are_shown_to_nobody(db: StoreEngine):
    _place, (first, *_), _clusters = await make_clusters()
    made = await make_chapter(await make_plan(), PARAGRAPHS, state=TextState.DRAFT)
    chapter = node(SubjectKind.CHAPTER, made)
    await lay(first, chapter, lines=(1, 1))

    assert await shown(chapter) == [None]


async def test_a_way_costs_the_same_with_many_traces(db: StoreEngine):
    _place, proposals, _clusters = await make_clusters()
    measure = node(SubjectKind.MEASURE)
    await lay(proposals[0], measure)
    with counted_queries() as few:
        await chain_of(measure)

    for one in proposals[1:]:
        await lay(one, measure)
    with counted_queries() as many:
        await chain_of(measure)

    assert len(many) == len(few)


async def test_a_trace_whose_end_is_gone_still_stands(db: StoreEngine):
    _place, (first, *_), _clusters = await make_clusters()
    measure, paper = node(SubjectKind.MEASURE), node(SubjectKind.PAPER)
    await lay(first, measure)
    await lay(measure, paper)

    await fetch("DELETE FROM proposal WHERE id = ?", first.id)

    assert ends(await chain_of(paper))[0] == [first, measure]
    assert await fetch("SELECT id FROM traced_proposal") == []
