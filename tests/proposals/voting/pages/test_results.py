"""Results as everybody reads them, and nobody before their time."""

import json
import re

import httpx
import pytest

from lip.conference.queries.conferences import ConferenceFacts
from lip.said import Said
from proposals.voting.rules.points import Method
from proposals.voting.rules.rounds import Completion
from proposals.voting.rules.sealing import digest_of
from tests.factories import make_conference
from tests.proposals.voting.counted import closed, count_dots, make_round
from tests.schema_org import said_in

pytestmark = pytest.mark.anyio

VOTES = [{1: 1, 2: 1}, {1: 1}, {2: 1, 3: 1}, {1: 1}, {2: 1}, {3: 1}]


async def show(client: httpx.AsyncClient, path: str, **headers: str) -> httpx.Response:
    return await client.get(f"/de/c/eins/rounds{path}", headers=headers)


async def announced() -> ConferenceFacts:
    return await make_conference("eins")


async def test_a_closed_round_shows_places_numbers_ties_and_its_seal(
    client: httpx.AsyncClient,
):
    conference = await announced()
    one = await closed(await make_round(conference, votes=VOTES), conference)

    shown = (await show(client, "/1")).text

    assert one.digest in shown
    assert "gleichauf" in shown
    assert re.search(r"Deutschkurse</span></a></th>.*?>3<.*?>50,0<", shown, re.DOTALL)
    assert "Einen Platz teilen sich mehrere" in shown
    assert "So wurde gezählt" in shown


async def test_search_engines_find_a_result_as_a_set_of_data(client: httpx.AsyncClient):
    conference = await announced()
    one = await make_round(conference, votes=VOTES)
    before = said_in((await show(client, "/1")).text)
    await closed(one, conference)

    listed = said_in((await show(client, "")).text)
    (said,) = said_in((await show(client, "/1")).text).values()

    assert set(listed) == {"CollectionPage"}
    assert set(before) == {"WebPage"}
    assert (said["@type"], said["name"]) == ("Dataset", "Runde 1")
    for file in said["distribution"]:
        got = await client.get(file["contentUrl"])
        assert got.headers["content-type"].startswith(file["encodingFormat"])


async def test_an_open_round_shows_how_to_vote_and_no_result(
    client: httpx.AsyncClient,
):
    await make_round(await announced(), votes=VOTES)

    shown = (await show(client, "/1")).text
    file = await show(client, "/1/result.json")
    wall = (await show(client, "/1/screen")).text

    assert "So machen Sie mit" in shown
    assert "Vorher sieht es niemand" in shown
    assert "6 Personen haben schon abgestimmt" in shown
    for page in (shown, wall):
        assert "Deutschkurse" not in page
        assert "50,0" not in page
    assert file.status_code == 404


async def test_a_live_round_shows_what_has_been_given_so_far(client: httpx.AsyncClient):
    await make_round(await announced(), votes=VOTES, results_live=True)

    shown = (await show(client, "/1")).text

    assert "Zwischenstand" in shown
    assert "Deutschkurse" in shown
    assert "Prüfsumme" not in shown


async def test_with_fewer_than_five_people_no_number_is_shown(
    client: httpx.AsyncClient,
):
    conference = await announced()
    await closed(await make_round(conference, votes=VOTES[:4]), conference)

    shown = (await show(client, "/1")).text
    wall = (await show(client, "/1/screen")).text
    files = [
        (await show(client, f"/1/result.{kind}")).status_code
        for kind in ("csv", "json", "xlsx", "pdf")
    ]

    assert "Weniger als fünf Personen" in shown
    assert "Deutschkurse" not in shown
    assert "Deutschkurse" not in wall
    assert files == [404] * 4


async def test_drafts_are_a_secret(client: httpx.AsyncClient):
    made = await make_round(await announced())
    from proposals.voting.tables import VotingRound  # noqa: PLC0415 - only here

    await VotingRound.update({"stage": "draft"}).where(VotingRound.id == made.id)

    answers = [await show(client, path) for path in ("/1", "/1/screen", "/")]

    assert [answer.status_code for answer in answers] == [404, 404, 200]
    assert "Runde 1" not in answers[2].text


async def test_the_json_is_what_was_sealed(client: httpx.AsyncClient):
    conference = await announced()
    one = await closed(await make_round(conference, votes=VOTES), conference)

    file = await show(client, "/1/result.json")

    assert digest_of(file.text) == one.digest
    assert 'filename="eins-1-result.json"' in file.headers["content-disposition"]
    ranking = json.loads(file.text)["ranking"]
    assert [(line["place"], line["points"]) for line in ranking] == [
        (1, 3),
        (1, 3),
        (3, 2),
    ]


async def test_who_has_the_page_already_gets_nothing(client: httpx.AsyncClient):
    conference = await announced()
    await closed(await make_round(conference, votes=VOTES), conference)

    first = await show(client, "/1")
    again = await show(client, "/1", **{"If-None-Match": first.headers["etag"]})
    in_english = await client.get(
        "/en/c/eins/rounds/1", headers={"If-None-Match": first.headers["etag"]}
    )

    assert again.status_code == 304
    assert in_english.status_code == 200


async def test_the_fields_of_action_have_places_of_their_own(
    client: httpx.AsyncClient,
):
    conference = await announced()
    fields = [Said.of(de="Bildung"), Said.of(de="Wohnen"), Said.of(de="Bildung")]
    await closed(await make_round(conference, votes=VOTES, fields=fields), conference)

    everything = (await show(client, "/1")).text
    housing = (await show(client, "/1?field=2")).text

    assert "Alle Handlungsfelder" in everything
    assert "Spielplatz" in housing
    assert "Beratung" not in housing


async def test_a_budget_says_what_is_bought_and_why(client: httpx.AsyncClient):
    conference = await announced()
    made = await make_round(
        conference,
        votes=VOTES,
        method=Method.BUDGET,
        costs=[400, 500, 300],
        budget=1000,
        completion=Completion.EQUAL_SHARES.value,
    )
    await closed(made, conference)

    shown = (await show(client, "/1")).text

    assert "Wofür das Geld reicht" in shown
    assert "Personen bezahlen das zusammen" in shown
    assert "passt nicht mehr in das Geld" in shown


async def test_dots_on_paper_are_added(client: httpx.AsyncClient):
    conference = await announced()
    made = await make_round(conference, votes=VOTES, by_paper=True)
    await count_dots(made, 7, {3: 5})
    await closed(made, conference)

    shown = (await show(client, "/1")).text

    assert ">Klebepunkte<" in shown
    assert shown.index("Beratung") < shown.index("Deutschkurse")


async def test_a_list_costs_the_same_with_one_and_many(client: httpx.AsyncClient):
    conference = await announced()
    for number in (1, 2, 3):
        await make_round(conference, number=number)

    shown = (await show(client, "/")).text

    assert [f"Runde {number}" in shown for number in (1, 2, 3)] == [True] * 3
