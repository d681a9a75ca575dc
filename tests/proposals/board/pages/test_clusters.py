"""Clusters as everybody reads them: only once moderators say so, as map and list."""

import re

import httpx
import pytest

from lip.accounts.rules.roles import Role
from lip.conference.queries.conferences import ConferenceFacts
from proposals.actions.moderate import Verdict, moderate
from proposals.board.actions.arrange_cards import add_topic, move
from proposals.board.actions.merge_proposals import merge_proposals
from proposals.board.actions.publish import publish_clusters
from proposals.board.actions.suggest import ask_for_clusters
from proposals.board.actions.work_through import work_through
from proposals.rules.standing import Reason, Standing
from tests.client import sign_in_as
from tests.factories import clock
from tests.proposals.board.boards import a_deed, make_board
from tests.queries import counted_queries

pytestmark = pytest.mark.anyio

PAGE = "/c/konferenz/clusters"
MAP = "/conferences/konferenz/board/map"


@pytest.fixture
async def board(client: httpx.AsyncClient) -> ConferenceFacts:
    """Six proposals in two clusters, one of them in both, with a map."""
    conference = await make_board()
    await move([1, 2, 5], 1, deed=a_deed(conference))
    await move([3, 4], 2, deed=a_deed(conference))
    await add_topic([5], 2, deed=a_deed(conference))
    run = await ask_for_clusters(topics=2, deed=a_deed(conference))
    await work_through(run.id, clock)
    return conference


async def test_nobody_reads_them_before_moderators_show_them(client, board):
    hidden = await client.get(PAGE)

    await publish_clusters(public=True, deed=a_deed(board))
    shown = await client.get(PAGE)
    await publish_clusters(public=False, deed=a_deed(board))

    assert hidden.status_code == 404
    assert "werden noch geordnet" in hidden.text
    assert shown.status_code == 200
    assert (await client.get(PAGE)).status_code == 404
    assert (await client.get("/c/konferenz")).text.count("Themen der Vorschläge") == 0


async def test_map_and_list_say_the_same(client, board):
    await publish_clusters(public=True, deed=a_deed(board))

    page = (await client.get(PAGE)).text

    points = re.findall(r'class="point kind-\d" data-point="(\d+)"', page)
    listed = re.findall(r'<li id="p(\d+)"', page)
    assert sorted(points) == sorted(listed) == ["1", "2", "3", "4", "5", "6"]
    assert "am nächsten bei: 2 Wohnen" in page
    assert "gehört auch zu Bündel 2" in page
    assert "Themen der Vorschläge" in (await client.get("/c/konferenz")).text


async def test_what_is_hidden_or_merged_stands_there_no_more(client, board):
    await publish_clusters(public=True, deed=a_deed(board))
    await merge_proposals([2], 1, deed=a_deed(board))
    verdict = Verdict(standing=Standing.HIDDEN, reason=Reason.INSULT)
    by = a_deed(board).by
    await moderate(4, verdict, conference=board, by=by, now=clock())

    page = (await client.get(PAGE)).text

    assert "spricht auch für Nr. 2" in page
    assert not re.search(r'data-point="[24]"|id="p[24]"', page)
    assert "Bezahlbare Wohnungen" not in page


async def test_one_cluster_has_a_page_of_its_own(client, board):
    await publish_clusters(public=True, deed=a_deed(board))

    found = await client.get(f"{PAGE}/2")

    assert "Bezahlbare Wohnungen" in found.text
    assert (await client.get(f"{PAGE}/99")).status_code == 404


async def test_the_page_asks_little_of_the_database(client, board):
    await publish_clusters(public=True, deed=a_deed(board))
    await client.get(PAGE)

    with counted_queries() as queries:
        await client.get(PAGE)

    assert len(queries) <= 8, queries


async def test_the_map_of_moderators_leads_to_the_clusters(client, board):
    await sign_in_as(client, Role.MODERATOR, "konferenz")

    page = (await client.get(MAP)).text

    assert page.count('class="point kind-') == 6
    assert page.count('href="/conferences/konferenz/board/clusters/') == 2
    assert "Am nächsten" in page


async def test_before_a_suggestion_the_map_says_how_it_comes_about(client):
    await make_board()
    await sign_in_as(client, Role.MODERATOR, "konferenz")

    assert "Noch keine Karte" in (await client.get(MAP)).text


async def test_what_people_wrote_stays_text_on_the_map(client):
    here = await make_board(texts=['<script>alert("x")</script> mehr "Kurse"'])
    run = await ask_for_clusters(deed=a_deed(here))
    await work_through(run.id, clock)
    await publish_clusters(public=True, deed=a_deed(here))

    page = (await client.get(PAGE)).text

    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page
