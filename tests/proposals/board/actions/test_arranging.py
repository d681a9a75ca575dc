"""Moving, adding, merging, splitting, and boards that somebody else changed."""

import asyncio
from uuid import uuid4

import pytest

from lip.database import StoreEngine, fetch
from lip.errors import Conflict, NotFound, Unusable
from lip.journal.queries import Filter, entries
from lip.journal.rules.acts import Act
from lip.said import Said
from proposals.actions.moderate import Verdict, moderate
from proposals.actions.support import support
from proposals.board.actions.arrange_cards import add_topic, move, place_offered, remove
from proposals.board.actions.arrange_clusters import (
    LONGEST_NAME,
    close_cluster,
    gather_cards,
    merge_clusters,
    name_cluster,
    open_cluster,
    order_clusters,
    split_cluster,
)
from proposals.board.actions.merge_proposals import merge_proposals, part_proposals
from proposals.board.actions.undo import redo, undo
from proposals.board.queries.board import board_facts, board_of
from proposals.board.queries.offers import places_barred, places_offered
from proposals.board.queries.traces import board_traces
from proposals.board.rules.outcomes import (
    Done,
    Meanwhile,
    Outcome,
    Stale,
    TakenBack,
    Unchanged,
)
from proposals.board.rules.steps import Step
from proposals.rules.standing import Reason, Standing
from tests.factories import clock, make_participant
from tests.proposals.board.boards import a_deed, all_rows, lying, make_board

pytestmark = pytest.mark.anyio


def done(outcome: Outcome) -> Done:
    assert isinstance(outcome, Done), outcome
    return outcome


async def test_cards_lie_where_they_were_put_in_that_order(db: StoreEngine):
    here = await make_board()

    await move([2, 1], 1, deed=a_deed(here))
    await move([3], 1, before=1, deed=a_deed(here))
    await move([4], 2, deed=a_deed(here))

    assert await lying(here) == {1: [2, 3, 1], 2: [4], 0: [5, 6]}


async def test_many_moves_between_the_same_two_cards_keep_their_order(db: StoreEngine):
    here = await make_board()
    await move([1, 2], 1, deed=a_deed(here))

    for _ in range(12):  # each halves the gap; then all get new places
        await move([3], 1, before=2, deed=a_deed(here))
        await move([4], 1, before=3, deed=a_deed(here))
        await move([3], 1, before=4, deed=a_deed(here))

    assert (await lying(here))[1] == [1, 3, 4, 2]


async def test_a_card_has_a_main_topic_and_further_ones(db: StoreEngine):
    here = await make_board()
    await move([1], 1, deed=a_deed(here))

    await add_topic([1], 2, deed=a_deed(here))

    view = await board_of(here.id)
    assert [one.cards[0].topics for one in view.columns] == [(1, 2), (1, 2)]
    assert [one.cards[0].rank for one in view.columns] == [0, 1]
    await remove({1: [1]}, deed=a_deed(here))
    (card,) = (await board_of(here.id)).columns[1].cards
    assert (card.rank, card.topics) == (0, (2,))


async def test_what_is_done_with_several_cards_is_one_step(db: StoreEngine):
    here = await make_board(["Sprache", "Wohnen", "Kinder"])
    await move([1, 2], 1, deed=a_deed(here))
    await move([3], 2, deed=a_deed(here))
    acts = (
        lambda deed: add_topic([1, 3, 5], 3, deed=deed),
        lambda deed: remove({1: [1, 2], 2: [3]}, deed=deed),
        lambda deed: gather_cards([1, 3, 5], origins={1: 1, 3: 2}, deed=deed),
        lambda deed: move([1, 3], 3, origins={1: 1, 3: 2}, deed=deed),
    )

    for act in acts:
        before = await all_rows()
        number = done(await act(a_deed(here))).number
        assert await all_rows() != before
        await undo(number, deed=a_deed(here))
        assert await all_rows() == before


async def test_a_removal_follows_its_cluster_into_another(db: StoreEngine):
    here = await make_board()
    await move([1, 2], 1, deed=a_deed(here))
    await move([3], 2, deed=a_deed(here))
    await remove({1: [1]}, deed=a_deed(here))

    await merge_clusters(1, 2, deed=a_deed(here))

    assert await places_barred(here.id) == {(1, 2)}


async def test_the_card_taken_from_its_second_topic_leaves_its_main_one(
    db: StoreEngine,
):
    here = await make_board(["Sprache", "Wohnen", "Kinder"])
    await move([1], 1, deed=a_deed(here))
    await add_topic([1], 2, deed=a_deed(here))

    await move([1], 3, origins={1: 2}, deed=a_deed(here))

    assert await lying(here) == {1: [1], 2: [], 3: [1], 0: [2, 3, 4, 5, 6]}


async def test_merged_clusters_keep_every_card_once_and_the_name(db: StoreEngine):
    here = await make_board(["Sprache", ""])
    await move([1, 2], 1, deed=a_deed(here))
    await move([3], 2, deed=a_deed(here))
    await add_topic([1], 2, deed=a_deed(here))

    await merge_clusters(1, 2, deed=a_deed(here))

    assert await lying(here) == {2: [3, 1, 2], 0: [4, 5, 6]}
    (column,) = (await board_of(here.id)).columns
    assert column.name.pick("de").text == "Sprache"


async def test_a_part_of_a_cluster_stands_right_after_it(db: StoreEngine):
    here = await make_board()
    await move([1, 2, 3], 1, deed=a_deed(here))

    made = done(
        await split_cluster(1, [3, 2], name=Said.of(de="Abends"), deed=a_deed(here))
    )

    assert made.clusters == (3,)
    assert await lying(here) == {1: [1], 3: [2, 3], 2: [], 0: [4, 5, 6]}
    assert [one.number for one in (await board_of(here.id)).columns] == [1, 3, 2]


async def test_clusters_stand_in_the_order_given(db: StoreEngine):
    here = await make_board(["A", "B", "C"])

    await order_clusters([3, 1], deed=a_deed(here))

    assert [one.number for one in (await board_of(here.id)).columns] == [3, 1, 2]
    again = await order_clusters([3, 1, 2], deed=a_deed(here))
    assert isinstance(again, Unchanged)


async def test_only_a_cluster_without_cards_is_closed(db: StoreEngine):
    here = await make_board()
    await move([1], 1, deed=a_deed(here))

    with pytest.raises(Conflict) as refusal:
        await close_cluster(1, deed=a_deed(here))

    assert refusal.value.code == "cluster_not_empty"
    await _hide(here, 1)
    await close_cluster(1, deed=a_deed(here))
    assert await lying(here) == {2: [], 0: [2, 3, 4, 5, 6]}


async def _hide(here, number: int) -> None:
    verdict = Verdict(standing=Standing.HIDDEN, reason=Reason.REPEATED)
    deed = a_deed(here)
    await moderate(number, verdict, conference=here, by=deed.by, now=deed.now)


async def test_what_is_hidden_leaves_the_board_and_comes_back(db: StoreEngine):
    here = await make_board()
    await move([1, 2], 1, deed=a_deed(here))

    await _hide(here, 1)

    seen = await board_of(here.id, everything=False)
    assert [[card.number for card in one.cards] for one in seen.columns] == [[2]]
    assert (await lying(here))[1] == [1, 2]
    gone = await move([1], 2, deed=a_deed(here))
    assert isinstance(gone, Stale)
    assert (gone.meanwhile, gone.proposals) == (Meanwhile.GONE, (1,))


async def test_merged_proposals_speak_with_one_voice_and_keep_their_own(
    db: StoreEngine,
):
    here = await make_board()
    ada, bo = await make_participant(here), await make_participant(here)
    for number, person in ((1, ada), (2, ada), (2, bo)):
        await support(number, participant=person.id, conference=here, now=clock())
    await move([1], 1, deed=a_deed(here))

    await merge_proposals([2], 1, deed=a_deed(here))
    await merge_proposals([1], 3, deed=a_deed(here))

    (card,) = (await board_of(here.id)).columns[0].cards
    assert (card.number, card.merged, card.support) == (3, (1, 2), 2)
    assert len(await fetch("SELECT 1 AS one FROM support")) == 3
    await part_proposals([2], deed=a_deed(here))
    cards = (await board_of(here.id)).columns[0].cards
    assert [(one.number, one.merged, one.support) for one in cards] == [
        (3, (1,), 1),
        (2, (), 2),
    ]


async def test_nobody_merges_in_circles(db: StoreEngine):
    here = await make_board()
    await merge_proposals([2], 1, deed=a_deed(here))

    with pytest.raises(Unusable) as refusal:
        await merge_proposals([1, 3], 1, deed=a_deed(here))
    back = await merge_proposals([1], 2, deed=a_deed(here))

    assert refusal.value.code == "merged_into_itself"
    assert isinstance(back, Stale)


async def test_what_became_of_many_is_told_in_one_query(db: StoreEngine):
    here = await make_board()
    await move([1], 1, deed=a_deed(here))
    await merge_proposals([2], 1, deed=a_deed(here))
    ids = [row["id"] for row in await fetch("SELECT id FROM proposal ORDER BY number")]

    traces = await board_traces(ids)

    assert [traces[one].merged_into for one in ids[:2]] == [None, 1]
    assert [traces[one].cluster for one in ids[:2]] == [1, 1]
    assert traces.keys() == set(ids[:2])


async def test_the_same_request_is_done_once_and_answered_alike(db: StoreEngine):
    here = await make_board()
    request = uuid4()

    first = done(await open_cluster(Said(), deed=a_deed(here, request=request)))
    again = done(await open_cluster(Said(), deed=a_deed(here, request=request)))

    assert (again.number, again.clusters) == (first.number, first.clusters)
    assert again.repeated
    assert len((await board_of(here.id)).columns) == 3


async def test_moderators_at_the_same_moment_lose_nothing(committed_db: StoreEngine):
    here = await make_board()

    await asyncio.gather(
        *(move([each], 1 + each % 2, deed=a_deed(here)) for each in range(1, 7))
    )

    found = await lying(here)
    assert (set(found[1]), set(found[2]), found[0]) == ({2, 4, 6}, {1, 3, 5}, [])
    assert (await board_facts(here.id)).standing == 8


async def test_who_looked_at_an_older_board_is_told(db: StoreEngine):
    here = await make_board()
    seen = (await board_facts(here.id)).standing
    await move([1], 1, deed=a_deed(here))

    late = await move([1], 2, deed=a_deed(here, seen=seen))
    other = await move([2], 2, deed=a_deed(here, seen=seen))

    assert isinstance(late, Stale)
    assert (late.meanwhile, late.proposals) == (Meanwhile.MOVED, (1,))
    assert isinstance(other, Done)
    assert (await lying(here))[1] == [1]


async def test_two_names_at_once_do_not_overwrite_each_other(db: StoreEngine):
    here = await make_board()
    seen = (await board_facts(here.id)).standing
    named = Said.of(de="Deutsch lernen")
    await name_cluster(1, named, Said(), deed=a_deed(here, seen=seen))

    late = await name_cluster(
        1, Said.of(de="Kurse"), Said(), deed=a_deed(here, seen=seen)
    )

    assert isinstance(late, Stale)
    assert late.meanwhile is Meanwhile.RENAMED
    assert (await board_of(here.id)).columns[0].name == named


async def test_an_older_board_that_was_undone_is_not_trusted(db: StoreEngine):
    here = await make_board()
    gone = done(await move([1], 1, deed=a_deed(here))).number
    await undo(gone, deed=a_deed(here))
    await move([2], 1, deed=a_deed(here))

    late = await move([1], 2, deed=a_deed(here, seen=gone))

    assert isinstance(late, Stale)
    assert late.meanwhile is Meanwhile.DONE_MORE


async def test_two_who_undo_at_once_undo_one_step(db: StoreEngine):
    here = await make_board()
    number = done(await move([1], 1, deed=a_deed(here))).number

    first = await undo(number, deed=a_deed(here))
    second = await undo(number, deed=a_deed(here))

    assert isinstance(first, TakenBack)
    assert first.step is Step.MOVED
    assert isinstance(second, Stale)
    assert isinstance(await redo(number, deed=a_deed(here)), TakenBack)


async def test_undo_leaves_a_field_that_its_author_chose_meanwhile(db: StoreEngine):
    here = await make_board()
    number = done(await merge_proposals([2], 1, deed=a_deed(here))).number
    field = uuid4()
    await fetch(
        "INSERT INTO field_of_action "
        "(id, position, name, goal, words, closed, changed_at) "
        "VALUES (?, 1, '', '', '', ?, ?)",
        field,
        False,
        clock(),
    )
    await fetch("UPDATE proposal SET field = ? WHERE number = 2", field)

    await undo(number, deed=a_deed(here))

    (row,) = await fetch("SELECT field, merged_into FROM proposal WHERE number = 2")
    assert row == {"field": field, "merged_into": None}


async def test_a_new_proposal_is_offered_the_nearest_cluster(db: StoreEngine):
    here = await make_board()
    await move([1], 1, deed=a_deed(here))
    await move([4], 2, deed=a_deed(here))

    offers = await places_offered(here.id, barred=())

    assert (offers[2][0], offers[3][0]) == (1, 2)
    assert 0 <= offers[2][1] < 1000
    await place_offered([2], deed=a_deed(here))
    assert await lying(here) == {1: [1, 2], 2: [4], 0: [3, 5, 6]}
    await place_offered(deed=a_deed(here))
    assert (await lying(here))[0] == []


async def test_every_step_stands_in_the_journal_without_words_of_people(
    db: StoreEngine,
):
    here = await make_board()

    await name_cluster(1, Said.of(de="Kurse"), Said(), deed=a_deed(here))

    newest, *_rest = await entries(Filter(acts=frozenset({Act.BOARD_CHANGED})))
    assert newest.facts == {"step": "named", "number": 3, "clusters": None}


async def test_what_is_not_there_or_too_long_is_refused(db: StoreEngine):
    here = await make_board()

    with pytest.raises(NotFound):
        await move([1], 99, deed=a_deed(here))
    with pytest.raises(NotFound):
        await move([99], 1, deed=a_deed(here))
    with pytest.raises(Unusable):
        await open_cluster(Said.of(de="x" * (LONGEST_NAME + 1)), deed=a_deed(here))
    with pytest.raises(Unusable):
        await move([], 1, deed=a_deed(here))
