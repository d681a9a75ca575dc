"""Opinion groups as everybody reads them."""

import json
import re

import httpx
import pytest

from proposals.voting.pages.opinions import LIVE_SECONDS
from proposals.voting.rules.points import Method
from tests.factories import make_conference
from tests.proposals.voting.counted import closed, make_round

pytestmark = pytest.mark.anyio

TITLES = [f"Vorschlag {place}" for place in range(1, 10)]
CAMPS = [
    *[dict.fromkeys(range(1, 10), 1)] * 12,
    *[{**dict.fromkeys(range(1, 9), -1), 9: 1}] * 8,
]


async def groups_page(client: httpx.AsyncClient) -> httpx.Response:
    return await client.get("/de/c/eins/rounds/1/opinions")


async def test_groups_are_shown_with_what_unites_and_divides(
    client: httpx.AsyncClient,
):
    conference = await make_conference("eins")
    made = await make_round(
        conference, TITLES, CAMPS, method=Method.OPINION, receipts=False
    )
    await closed(made, conference)

    shown = (await groups_page(client)).text

    assert "2 Gruppen" in shown
    for part in ("Das verbindet alle Gruppen", "auseinander", "Typisch für jede"):
        assert part in shown
    unites = shown[shown.index('id="shared"') : shown.index('id="unites"')]
    assert "Vorschlag 9" in unites
    assert "Vorschlag 1<" not in unites
    guide = json.loads(
        re.search(r'data-guide="([^"]+)"', shown)[1].replace("&#34;", '"')
    )
    assert len(guide["centres"]) == 2
    assert guide["positions"] == list(range(1, 10))


async def test_nothing_is_said_of_groups_before_the_close(client: httpx.AsyncClient):
    conference = await make_conference("eins")
    await make_round(conference, TITLES, CAMPS, method=Method.OPINION, receipts=False)

    answer = await groups_page(client)

    assert answer.status_code == 404
    assert "Meinungsgruppen gibt es hier nicht" in answer.text


async def test_live_groups_are_shown_where_that_was_announced(
    client: httpx.AsyncClient,
):
    conference = await make_conference("eins")
    await make_round(
        conference,
        TITLES,
        CAMPS,
        method=Method.OPINION,
        receipts=False,
        results_live=True,
    )

    shown = (await groups_page(client)).text

    assert "Die Gruppen können sich noch ändern" in shown
    assert "2 Gruppen" in shown
    assert LIVE_SECONDS >= 20


async def test_other_methods_have_no_groups(client: httpx.AsyncClient):
    conference = await make_conference("eins")
    await closed(await make_round(conference, votes=[{1: 1}] * 6), conference)

    assert (await groups_page(client)).status_code == 404


async def test_a_group_of_four_is_shown_to_nobody(client: httpx.AsyncClient):
    conference = await make_conference("eins")
    made = await make_round(
        conference, TITLES, CAMPS[:16], method=Method.OPINION, receipts=False
    )
    await closed(made, conference)

    shown = (await groups_page(client)).text

    assert "Hier lassen sich noch keine Gruppen zeigen" in shown
    assert "Gruppe A" not in shown
    assert "data-guide" not in shown
