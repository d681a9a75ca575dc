"""The machine's suggestions: asked for, worked through, killed in the middle."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from datetime import timedelta
from unittest.mock import ANY
from uuid import uuid4

import pytest

from lip.database import StoreEngine, fetch
from lip.errors import Unusable
from lip.said import Said
from proposals.board.actions.arrange_cards import move, place_offered, remove
from proposals.board.actions.arrange_clusters import name_cluster
from proposals.board.actions.start_machine import start_machine
from proposals.board.actions.suggest import ask_for_clusters, suggest_split
from proposals.board.actions.undo import undo
from proposals.board.actions.work_through import (
    MOST_TRIES,
    SILENT,
    work_through,
    work_through_one,
)
from proposals.board.queries.board import board_facts, board_of
from proposals.board.queries.board_map import board_map
from proposals.board.queries.suggestions import newest_run, run_by_id
from proposals.board.rules.outcomes import Unchanged
from proposals.board.rules.steps import Step
from proposals.board.rules.suggesting import RunState
from tests.factories import clock
from tests.proposals.board.boards import TEXTS, a_deed, all_rows, lying, make_board
from tests.proposals.collections import make_proposal

pytestmark = pytest.mark.anyio


async def suggest(conference, **wish):
    """Ask, and work it through here."""
    run = await ask_for_clusters(**wish, deed=a_deed(conference))
    await work_through(run.id, clock)
    return await run_by_id(run.id)


async def test_a_suggestion_is_one_step_that_can_be_undone(db: StoreEngine):
    here = await make_board(())
    before = await all_rows()

    run = await suggest(here, topics=2)

    view = await board_of(here.id)
    assert (run.state, run.done, run.total) == (RunState.DONE, 6, 6)
    assert sum(len(one.cards) for one in view.columns) == 6
    assert len(view.columns) == 2
    for column in view.columns:
        assert column.words
        assert column.medoid in {card.number for card in column.cards}
        assert all(0 <= card.distance <= 2000 for card in column.cards)
        assert not any(card.by_person for card in column.cards)
    assert view.facts.undoable == (1, Step.SUGGESTED)
    await undo(1, deed=a_deed(here))
    assert await all_rows() == before


async def test_the_same_seed_again_leaves_the_board_as_it_is(db: StoreEngine):
    here = await make_board(())
    await suggest(here, topics=2, seed=3)
    once = await all_rows()

    await suggest(here, topics=2, seed=3)

    assert await all_rows() == once
    assert (await board_facts(here.id)).standing == 1


async def test_what_people_put_together_stays_together(db: StoreEngine):
    here = await make_board()
    await move([1, 3, 5], 1, deed=a_deed(here))
    await name_cluster(2, Said.of(de="Leer"), Said(), deed=a_deed(here))

    await suggest(here, topics=3)

    view = await board_of(here.id)
    kept = [card.number for card in view.columns[0].cards if card.by_person]
    assert kept == [1, 3, 5]
    assert [one.name.pick("de").text for one in view.columns[:2]] == ["Sprache", "Leer"]
    assert (await lying(here))[0] == []


async def test_what_a_person_took_out_is_not_put_back(db: StoreEngine):
    here = await make_board(())
    await suggest(here, topics=1)
    await remove({1: [2]}, deed=a_deed(here))

    await suggest(here, topics=1)

    assert await lying(here) == {1: ANY, 0: [2]}
    assert isinstance(await place_offered(deed=a_deed(here)), Unchanged)
    await move([2], 1, deed=a_deed(here))
    assert await fetch("SELECT proposal FROM removal") == []


async def test_the_map_shows_each_proposal_once(db: StoreEngine):
    here = await make_board(())
    await suggest(here, topics=2)

    found = await board_map(here.id)

    assert sorted(point.number for point in found.points) == list(range(1, 7))
    assert all(0 <= each.x <= 1000 and 0 <= each.y <= 1000 for each in found.points)
    assert sorted(region.size for region in found.regions) == sorted(
        len(one.cards) for one in (await board_of(here.id)).columns
    )


@pytest.mark.parametrize(
    "texts",
    [
        ["Busse"],
        ["Mehr Kurse.", "Wohnungen.", "Busse."],
        ["Immer dasselbe."] * 40,
        ["Nin ga lafiya ku", "Ba mu da ruwa", "Makaranta ga yara", "Hanya mai kyau"],
        ["😀😀 a", "\u202eb c", "<b>x</b> y", "z" * 4000, "# *q*", "é", "دورات German"],
        [],
    ],
    ids=[
        "one word",
        "three",
        "all alike",
        "no model's language",
        "odd signs",
        "none",
    ],
)
async def test_any_list_is_divided_so_that_each_lies_in_one_cluster(
    db: StoreEngine, texts: list[str]
):
    here = await make_board((), texts)

    run = await suggest(here)

    found = await lying(here)
    assert run.state is RunState.DONE
    assert sorted(each for cards in found.values() for each in cards) == list(
        range(1, len(texts) + 1)
    )
    assert found[0] == []
    assert len(found) - 1 == (1 if 0 < len({*texts}) < 4 else len(found) - 1)


async def test_more_than_ten_topics_come_in_two_levels(db: StoreEngine):
    texts = [f"{text} Punkt {at}" for at in range(6) for text in TEXTS]
    here = await make_board((), texts)

    await suggest(here, topics=12)

    assert len((await board_of(here.id)).columns) == 12


async def test_vectors_that_are_missing_are_made_first(db: StoreEngine):
    here = await make_board(())
    await fetch("DELETE FROM proposal_vector")

    await suggest(here, topics=2)

    assert (await fetch("SELECT count(*) AS n FROM proposal_vector"))[0]["n"] == 6


async def test_asking_twice_asks_once(db: StoreEngine):
    here = await make_board(())
    request = uuid4()

    first = await ask_for_clusters(deed=a_deed(here, request=request))
    again = await ask_for_clusters(deed=a_deed(here, request=request))
    other = await ask_for_clusters(topics=5, deed=a_deed(here))

    assert first.id == again.id == other.id
    with pytest.raises(Unusable):
        await ask_for_clusters(topics=101, deed=a_deed(here))


async def test_a_silent_run_is_taken_over_and_a_deadly_one_given_up(db: StoreEngine):
    here = await make_board(())
    run = await ask_for_clusters(topics=2, deed=a_deed(here))
    await fetch(
        "UPDATE suggestion_run SET state = 'running', beat_at = ?, tries = 1", clock()
    )

    assert await work_through_one(clock) is None
    late = clock() + SILENT + timedelta(seconds=1)
    done = await work_through_one(lambda: late)

    assert done is not None
    assert (done.id, done.state) == (run.id, RunState.DONE)
    await ask_for_clusters(topics=2, deed=a_deed(here))
    await fetch(
        "UPDATE suggestion_run SET tries = ? WHERE state = 'waiting'", MOST_TRIES
    )
    given_up = await work_through_one(clock)
    assert given_up is not None
    assert given_up.state is RunState.FAILED


async def test_a_split_is_suggested_without_changing_anything(db: StoreEngine):
    here = await make_board()
    await move([1, 2, 3, 4, 5, 6], 1, deed=a_deed(here))
    before = await all_rows()

    parts = await suggest_split(here.id, 1)

    assert len(parts) == 2
    assert sorted(each for part in parts for each in part.proposals) == [*range(1, 7)]
    assert await all_rows() == before


@pytest.mark.slow
async def test_killed_in_the_middle_it_is_done_once_by_the_next(
    committed_db: StoreEngine, committed_url: str
):
    here = await make_board(())
    for at in range(60):
        await make_proposal(here, f"{TEXTS[at % 6]} Auch Nummer {at}.")
    await fetch("DELETE FROM proposal_vector")
    await ask_for_clusters(topics=4, deed=a_deed(here))
    first = _process(committed_url)
    await _until_running(here)

    os.kill(first.pid, signal.SIGKILL)
    first.wait()
    killed_at = await newest_run(here.id)
    await fetch("UPDATE suggestion_run SET beat_at = ?", clock() - 2 * SILENT)
    ran = await start_machine(committed_url, now=clock())

    run = await newest_run(here.id)
    assert killed_at is not None
    assert run is not None
    assert ran
    assert run.state is RunState.DONE
    steps = await fetch("SELECT step FROM board_step")
    assert [row["step"] for row in steps] == ["suggested"]
    assert (await lying(here))[0] == []
    assert not await start_machine(committed_url, now=clock())


def _process(url: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "lip", "suggest-clusters", "--waiting"],
        env={**os.environ, "DATABASE_URL": url},
    )


async def _until_running(conference) -> None:
    ends = time.monotonic() + 120
    while time.monotonic() < ends:
        run = await newest_run(conference.id)
        if run is not None and run.state is not RunState.WAITING:
            return
        await asyncio.sleep(0.02)
    raise AssertionError("the process never began")
