"""The board of the moderators by forms alone, as a browser without scripts has it."""

import re
from uuid import uuid4

import pytest

from proposals.board.actions.arrange_cards import move
from proposals.board.queries.board import board_facts, board_of
from tests.client import send
from tests.proposals.board.boards import a_deed, lying
from tests.proposals.collections import make_proposal
from tests.queries import counted_queries

pytestmark = pytest.mark.anyio

BOARD = "/conferences/konferenz/board"
CARDS = f"{BOARD}/cards"
CLUSTERS = f"{BOARD}/clusters"


async def test_everything_stands_on_the_page(client, board):
    page = (await client.get(BOARD)).text

    assert "Noch ohne Bündel" in page
    assert 'id="c1"' in page
    assert "Sprache" in page
    assert page.count('name="card"') == 6
    assert "Bezahlbare Wohnungen" in page


async def test_chosen_cards_are_laid_into_a_cluster_and_one_is_where_one_was(
    client, board
):
    answer = await send(
        client, CARDS, {"card": ["1.0", "2.0"], "act": "move", "to": "1"}
    )

    assert answer.status_code == 303
    assert answer.headers["location"].endswith("/board#p3")
    assert (await lying(board))[1] == [1, 2]


async def test_a_card_is_laid_before_another_one(client, board):
    await move([1, 2], 1, deed=a_deed(board))

    form = {"card": "3.0", "act": "move", "to": "1", "before": "2"}
    await send(client, CARDS, form)

    assert (await lying(board))[1] == [1, 3, 2]


async def test_a_second_topic_shows_the_card_in_both_columns(client, board):
    await move([1], 1, deed=a_deed(board))

    await send(client, CARDS, {"card": "1.1", "act": "add", "to": "2"})

    page = (await client.get(BOARD)).text
    assert 'id="p1"' in page
    assert 'id="a1-2"' in page
    assert "auch in 2" in page


async def test_several_cards_get_a_further_topic_at_once(client, board):
    await move([1, 2], 1, deed=a_deed(board))

    await send(client, CARDS, {"card": ["1.1", "2.1"], "act": "add", "to": "2"})

    assert (await lying(board))[2] == [1, 2]


async def test_a_card_is_taken_out_again(client, board):
    await move([1], 1, deed=a_deed(board))

    await send(client, CARDS, {"card": "1.1", "act": "remove"})

    assert (await lying(board))[1] == []


async def test_cards_of_one_cluster_become_a_new_one_in_one_step(client, board):
    await move([1, 2, 3], 1, deed=a_deed(board))
    before = (await board_facts(board.id)).standing

    await send(client, CARDS, {"card": ["1.1", "2.1"], "act": "split"})

    assert (await lying(board))[3] == [1, 2]
    assert (await board_facts(board.id)).standing == before + 1


async def test_cards_from_anywhere_become_a_new_cluster(client, board):
    await move([1], 1, deed=a_deed(board))

    await send(client, CARDS, {"card": ["1.1", "4.0"], "act": "move", "to": "new"})

    assert (await lying(board))[3] == [1, 4]


async def test_merging_lies_as_a_pile_and_can_be_parted(client, board):
    await move([1, 2], 1, deed=a_deed(board))

    await send(client, CARDS, {"card": ["1.1", "2.1"], "act": "merge"})
    merged = (await client.get(BOARD)).text
    await send(client, CARDS, {"card": "2", "act": "part"})

    assert "spricht auch für 2" in merged
    assert (await lying(board))[1] == [1, 2]


async def test_merging_one_card_alone_is_refused_with_a_sentence(client, board):
    answer = await send(client, CARDS, {"card": "1.0", "act": "merge"})

    assert answer.status_code == 422
    assert "Zum Zusammenlegen braucht es zwei Karten." in answer.text


@pytest.mark.parametrize(
    "form, sentence",
    [
        ({"act": "move", "to": "1"}, "Es ist nichts gewählt."),
        ({"card": "1.0", "act": "move"}, "Es fehlt, in welches Bündel."),
        ({"card": "1.0", "act": "move", "to": "77"}, "Das Bündel Nr. 77 gibt es nicht"),
        ({"card": "1.0", "act": "fly", "to": "1"}, "Die Anfrage war unvollständig"),
        ({"card": "x", "act": "move", "to": "1"}, "Die Anfrage war unvollständig"),
        ({"card": "1.0", "act": "move", "to": "٣"}, "Es fehlt, in welches Bündel."),
        ({"card": "9" * 40, "act": "move", "to": "1"}, "Die Anfrage war unvollständig"),
        ({"card": "1", "act": "field", "field": "x"}, "Die Anfrage war unvollständig"),
    ],
)
async def test_what_cannot_be_done_is_said_and_changes_nothing(
    client, board, form, sentence
):
    before = await lying(board)

    answer = await send(client, CARDS, form)

    assert answer.status_code in {404, 422}
    assert sentence in answer.text
    assert await lying(board) == before


async def test_the_same_request_is_done_once(client, board):
    form = {"card": "1.0", "act": "move", "to": "1", "request": str(uuid4())}

    await send(client, CARDS, form)
    await send(client, CARDS, form)

    assert (await board_facts(board.id)).standing == 3


async def test_a_card_that_somebody_else_has_moved_stays_there_and_that_is_said(
    client, board
):
    seen = (await board_facts(board.id)).standing
    await move([1], 2, deed=a_deed(board))

    form = {"card": "1.0", "act": "move", "to": "1", "seen": str(seen)}
    answer = await send(client, CARDS, form)

    assert answer.status_code == 409
    assert "Jemand anderes hat dieselbe Karte gerade verschoben." in answer.text
    assert (await lying(board))[2] == [1]


async def test_a_step_is_undone_and_done_again_by_its_words(client, board):
    await move([1], 1, deed=a_deed(board))
    page = (await client.get(BOARD)).text

    await send(client, f"{BOARD}/steps", {"act": "undo", "number": "3"})
    undone = await lying(board)
    await send(client, f"{BOARD}/steps", {"act": "redo", "number": "3"})

    assert "Rückgängig<small>Karten verschieben</small>" in page
    assert undone[1] == []
    assert (await lying(board))[1] == [1]


async def test_undoing_after_somebody_went_on_is_said(client, board):
    await move([1], 1, deed=a_deed(board))
    await move([2], 1, deed=a_deed(board))

    answer = await send(client, f"{BOARD}/steps", {"act": "undo", "number": "3"})

    assert answer.status_code == 409
    assert "Inzwischen hat jemand weitergearbeitet." in answer.text
    assert (await lying(board))[1] == [1, 2]


async def test_offered_places_are_taken_one_by_one_or_all(client, board):
    await move([1], 1, deed=a_deed(board))
    await move([4], 2, deed=a_deed(board))
    page = (await client.get(BOARD)).text
    offered = re.findall(r'name="place" value="(\d+)"', page)

    await send(client, CARDS, {"place": offered[0]})
    one = await lying(board)
    await send(client, CARDS, {"place": "all"})

    assert "angebotene" in page
    assert int(offered[0]) not in one[0]
    left = (await lying(board))[0]
    assert not set(map(int, offered)) & set(left)


async def test_all_words_of_a_card_are_on_its_sheet(client, board):
    text = "Ein langer Vorschlag. " + "Mit vielen Worten dazu. " * 40
    made = await make_proposal(board, text, language="de")

    page = (await client.get(BOARD)).text
    sheet = await client.get(f"{CARDS}/{made.number}", headers={"x-fragment": "sheet"})

    assert text.strip() not in page
    assert text.strip() in sheet.text
    assert "<html" not in sheet.text


async def test_what_people_wrote_is_shown_as_text_with_its_language(client, board):
    made = await make_proposal(board, '<b>دورات</b> "x" & mehr', language="ar")

    page = (await client.get(BOARD)).text

    assert f'<b>{made.number}</b> <span lang="ar" dir="auto">&lt;b&gt;دورات' in page


async def test_the_fragment_has_no_frame(client, board):
    answer = await client.get(BOARD, headers={"x-fragment": "board"})

    assert answer.text.lstrip().startswith('<div id="pinboard"')


async def test_every_step_stands_in_the_list_with_who_and_what(client, board):
    await send(client, CARDS, {"card": ["1.0", "2.0"], "act": "move", "to": "1"})

    page = (await client.get(f"{BOARD}/steps")).text

    assert "Karten verschieben" in page
    assert "(2 Karten)" in page
    assert "Mina Muster" in page
    assert "Rückgängig machen" in page


async def test_the_wall_shows_clusters_and_no_controls(client, board):
    await move([1], 1, deed=a_deed(board))

    page = (await client.get(f"{BOARD}/wall")).text

    assert "Sprache" in page
    assert "Deutschkurse am Abend" in page
    assert "<form" not in page
    assert "Mina Muster" not in page


async def test_clusters_are_shown_to_everybody_and_hidden_again(client, board):
    await send(client, f"{BOARD}/publish", {"public": "1"})
    shown = (await board_facts(board.id)).public
    await send(client, f"{BOARD}/publish", {"public": "0"})

    assert shown
    assert not (await board_facts(board.id)).public


async def test_the_machine_is_asked_once_and_the_page_shows_that_it_works(
    client, board
):
    await send(client, f"{BOARD}/suggest", {"topics": "5"})

    page = (await client.get(BOARD)).text

    assert "<progress" in page
    assert "Sie können inzwischen weiterarbeiten." in page


async def test_a_full_board_costs_as_many_queries_as_an_empty_one(client, board):
    await move([1], 1, deed=a_deed(board))
    with counted_queries() as few:
        await client.get(BOARD)
    for number in range(40):
        await make_proposal(board, f"Vorschlag {number} für Schulen", language="de")

    with counted_queries() as many:
        await client.get(BOARD)

    assert len(many) == len(few) <= 7, many


async def test_a_board_on_which_all_has_its_place_costs_four_statements(client, board):
    view = await board_of(board.id)
    loose = [card.number for card in view.unplaced]
    if loose:
        await move(loose, view.columns[0].number, deed=a_deed(board))

    with counted_queries() as asked:
        await client.get(BOARD)

    assert len(asked) <= 4, asked


async def test_each_form_of_the_board_carries_the_token(client, board):
    page = (await client.get(BOARD)).text

    forms = len(re.findall(r'<form[^>]*method="post"', page))

    assert page.count('name="csrf"') == forms


async def test_a_card_and_a_cluster_are_pages_of_their_own(client, board):
    await move([1, 2], 1, deed=a_deed(board))

    card = await client.get(f"{CARDS}/1")
    cluster = await client.get(f"{CLUSTERS}/1")
    parts = await client.get(f"{CLUSTERS}/1?parts=true")

    assert "<h1" in card.text
    assert "Wohin legen?" in card.text
    assert "Worum es geht" in cluster.text
    assert parts.status_code == 200


@pytest.mark.parametrize("path", [f"{CARDS}/77", f"{CLUSTERS}/77"])
async def test_what_is_not_on_the_board_is_not_found(client, board, path):
    answer = await client.get(path)

    assert answer.status_code == 404
