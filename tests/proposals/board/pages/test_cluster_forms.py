"""Clusters by forms alone: named, merged, split, ordered, closed, assigned."""

from uuid import uuid4

import pytest

from lip.fields.tables import FieldOfAction
from lip.said import Said
from proposals.board.actions.arrange_cards import move
from proposals.board.queries.board import board_of
from proposals.board.tables import Cluster
from tests.client import send
from tests.factories import clock
from tests.proposals.board.boards import a_deed, lying

pytestmark = pytest.mark.anyio

BOARD = "/conferences/konferenz/board"
CLUSTERS = f"{BOARD}/clusters"


async def test_a_cluster_is_named_in_several_languages(client, board):
    names = {"name-de": "Deutsch lernen", "name-ar": "تعلم الألمانية"}
    await send(client, f"{CLUSTERS}/1/name", {**names, "summary-de": "Kurse."})

    german = (await client.get(f"/de{BOARD}")).text
    arabic = (await client.get(f"/ar{BOARD}")).text

    assert "Deutsch lernen" in german
    assert "تعلم الألمانية" in arabic


async def test_words_of_the_machine_are_drawn_as_a_suggestion_until_it_has_a_name(
    client, board
):
    await Cluster.update({Cluster.name: "", Cluster.words: '["Kurse", "Abend"]'}).where(
        Cluster.number == 1
    )

    page = (await client.get(BOARD)).text
    sheet = (await client.get(f"{CLUSTERS}/1")).text
    await send(client, f"{CLUSTERS}/1/name", {"name-de": "Kurse, Abend"})
    named = (await client.get(BOARD)).text

    assert "Vorschlag der Maschine:" in page
    assert "Als Namen nehmen" in sheet
    assert "Vorschlag der Maschine:" not in named


async def test_a_name_that_is_too_long_is_refused(client, board):
    answer = await send(client, f"{CLUSTERS}/1/name", {"name-de": "x" * 121})

    assert answer.status_code == 422
    assert (await board_of(board.id)).columns[0].name == Said.of(de="Sprache")


async def test_clusters_are_merged_split_ordered_and_closed(client, board):
    await move([1, 2, 3], 1, deed=a_deed(board))

    await send(client, f"{CLUSTERS}/1/split", {"card": ["1.1", "2.1"], "name": "Neu"})
    split = await lying(board)
    await send(client, f"{CLUSTERS}/1/merge", {"into": "3"})
    merged = await lying(board)
    await send(client, f"{CLUSTERS}/3/place", {"before": ""})
    ordered = [one.number for one in (await board_of(board.id)).columns]
    await send(client, f"{CLUSTERS}/2/close", {})

    assert (split[1], split[3]) == ([3], [1, 2])
    assert merged[3] == [1, 2, 3]
    assert ordered == [2, 3]
    assert [one.number for one in (await board_of(board.id)).columns] == [3]


async def test_a_cluster_with_cards_is_not_closed(client, board):
    await move([1], 1, deed=a_deed(board))

    answer = await send(client, f"{CLUSTERS}/1/close", {})

    assert answer.status_code in {409, 422}
    assert "liegen noch" in answer.text


async def test_a_field_of_action_is_assigned_and_stands_at_the_cluster(client, board):
    field = uuid4()
    await FieldOfAction.insert(
        FieldOfAction(
            id=field,
            position=1,
            name=Said.of(de="Bildung").dump(),
            changed_at=clock(),
        )
    )

    await send(client, f"{CLUSTERS}/1/field", {"field": str(field)})

    page = (await client.get(BOARD)).text
    assert "Handlungsfeld: " in page
    assert "Bildung" in page


async def test_a_new_cluster_stands_at_the_end(client, board):
    await send(client, CLUSTERS, {"name": "Gesundheit"})

    columns = (await board_of(board.id)).columns
    assert columns[-1].name == Said.of(de="Gesundheit")
