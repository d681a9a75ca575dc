"""Elections as their board, voters and the public see them."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from uuid import uuid4

import httpx
import pytest

from elections.actions.count_ballots import count_ballots
from elections.files.bundle import read_bundle
from elections.queries.elections import election_of, nominations_of
from elections.rules.record import Board, Kind
from elections.rules.stages import Entitled, PollStage
from lip.accounts.rules.roles import Role
from lip.conference.rules.codes import shown
from lip.journal.rules.entries import COMMAND
from tests.client import another, send, sign_in_as
from tests.elections.polls import (
    Hall,
    ask,
    ballot,
    close,
    credential_for,
    finish,
    make_hall,
    open_hall,
    unblind,
    vote,
)
from tests.factories import clock, make_participant
from tests.queries import counted_queries

pytestmark = pytest.mark.anyio

JSON = {"accept": "application/json"}
PREPARE = {
    "title-de": "Vertretung",
    "title-ar": "التمثيل",
    "seats": "2",
    "method": "block",
    "votes_each": "1",
    "entitled": "tickets",
    "board": "full",
}


@pytest.fixture
async def officer(client: httpx.AsyncClient) -> httpx.AsyncClient:
    await sign_in_as(client, Role.ELECTION_BOARD)
    return client


def text(content: bytes) -> str:
    return urlsafe_b64encode(content).rstrip(b"=").decode()


async def test_the_board_prepares_admits_and_opens(officer):
    hall = await make_hall(names=())
    path = "/conferences/konferenz/elections"

    made = await send(officer, f"{path}/new", PREPARE | {"request": str(uuid4())})
    for number, name in enumerate(("Ada", "Bo", "Cem"), 1):
        fields = {"name": name, "signed": "1", "request": str(uuid4())}
        await send(officer, f"{path}/2/nominations", fields)
        await send(officer, f"{path}/2/nominations/{number}/admit", {})
    await send(officer, f"{path}/2/nominations/3/withdraw", {})
    await send(officer, f"{path}/2/change", PREPARE | {"title-de": "Begleitkreis"})
    opened = await send(officer, f"{path}/2/open", {})
    election = await election_of(hall.conference.id, 2)
    shown_page = (await officer.get(f"/ar{path}/2")).text

    assert made.headers["location"].endswith("/elections/2")
    assert opened.status_code == 303
    assert (election.stage, election.roll_size) == (PollStage.OPEN, 5)
    assert election.title["de"] == "Begleitkreis"
    assert [one.withdrawn for one in await nominations_of(election.id)].count(True) == 1
    assert "التمثيل" in shown_page
    assert election.roll_digest in shown_page


async def test_what_is_missing_is_said_and_what_was_typed_stays(officer):
    await make_hall(names=())
    path = "/de/conferences/konferenz/elections"

    empty = await send(
        officer, f"{path}/new", PREPARE | {"title-de": "", "title-ar": ""}
    )
    limited = await send(
        officer, f"{path}/new", PREPARE | {"method": "limited", "votes_each": "2"}
    )
    nobody = await send(officer, f"{path}/1/open", {})
    nameless = await send(officer, f"{path}/1/nominations", {"association": "MiSO"})

    assert [one.status_code for one in (empty, limited, nobody, nameless)] == [422] * 4
    assert 'href="#f-title-de"' in empty.text
    assert "begrenzter Stimmenzahl" in limited.text
    assert "Niemand steht zur Wahl" in nobody.text
    assert "Bitte geben Sie die Nummer auf dem Ticket" in nameless.text
    assert "MiSO" in nameless.text


async def test_two_officers_close_and_one_does_not(officer):
    hall = await open_hall(await make_hall())
    path = "/conferences/konferenz/elections/1"
    await vote(hall, await credential_for(hall, hall.people[0].id), "k1")

    for _ in range(2):
        await send(officer, f"{path}/close", {})
    alone = (await election_of(hall.conference.id, 1)).stage
    waiting = (await officer.get(f"/de{path}")).text
    async with another(officer) as second:
        await sign_in_as(second, Role.ELECTION_BOARD)
        await send(second, f"{path}/close", {})
    election = await election_of(hall.conference.id, 1)

    assert alone is PollStage.OPEN
    assert "Jetzt fehlt noch ein anderes Mitglied" in waiting
    assert election.stage is PollStage.CLOSED
    assert election.root in (await officer.get(f"/de{path}")).text


async def fetch_credential(client: httpx.AsyncClient, hall: Hall, place: int = 0):
    asking = ask(hall.election)
    path = f"/t/{shown(hall.people[place].code)}/elections/1/credential"
    answer = await client.post(
        path, json={"blinded": text(asking.blinded.message)}, headers=JSON
    )
    return asking, answer


def sent(cast) -> dict[str, object]:
    return {
        "serial": text(cast.credential.serial),
        "prefix": text(cast.credential.prefix),
        "signature": text(cast.credential.signature),
        "nonce": text(cast.nonce),
        "marks": [list(mark) for mark in cast.marks],
    }


async def test_a_voter_fetches_a_credential_and_casts_without_her_ticket(client):
    hall = await open_hall(await make_hall())
    asking, answer = await fetch_credential(client, hall)
    signed = answer.json()["signed"]
    padded = signed + "=" * (-len(signed) % 4)

    credential = unblind(hall.election, asking, urlsafe_b64decode(padded))
    cast = ballot(credential, "k1", "k2")
    stored = await client.post(
        "/c/konferenz/elections/1/urn", json=sent(cast), headers=JSON
    )
    await finish(hall)
    code = stored.json()["code"]
    page = (await client.get(f"/de/c/konferenz/elections/1?code={code.lower()}")).text
    wrong = (await client.get("/de/c/konferenz/elections/1?code=222-222-222-222")).text

    assert (answer.status_code, stored.status_code) == (200, 200)
    assert "set-cookie" not in stored.headers
    assert "Ihr Stimmzettel wurde gezählt" in page
    assert "Diese Kontrollnummer ist nicht dabei" in wrong


async def test_a_second_device_gets_a_sentence_and_no_credential(client):
    hall = await open_hall(await make_hall())
    await fetch_credential(client, hall)

    _asking, second = await fetch_credential(client, hall)

    assert second.status_code == 409
    assert "schon auf einem anderen Gerät" in second.json()["detail"]


BAD = {
    "nothing": {},
    "no base64": {
        "serial": "ä",
        "prefix": "",
        "signature": "",
        "nonce": "",
        "marks": [],
    },
    "short nonce": {
        "serial": "AA",
        "prefix": "AA",
        "signature": "AA",
        "nonce": "AA",
        "marks": [],
    },
    "a sentence for a name": {
        "serial": "AA",
        "prefix": "AA",
        "signature": "AA",
        "nonce": text(bytes(32)),
        "marks": [["x" * 99, 1]],
    },
}


@pytest.mark.parametrize("body", BAD.values(), ids=BAD)
async def test_what_is_no_ballot_is_refused_and_changes_nothing(client, body):
    hall = await open_hall(await make_hall())

    answer = await client.post("/c/konferenz/elections/1/urn", json=body, headers=JSON)
    await finish(hall)

    assert 400 <= answer.status_code < 500
    page = (await client.get("/c/konferenz/elections/1/bundle")).content
    assert read_bundle(page).the(Kind.BALLOTS)["ballots"] == []


async def test_a_forged_credential_is_refused_with_a_sentence(client):
    hall = await open_hall(await make_hall())
    other = await open_hall(await make_hall(key="andere"))
    cast = ballot(await credential_for(other, other.people[0].id), "k1")

    answer = await client.post(
        "/c/konferenz/elections/1/urn", json=sent(cast), headers=JSON
    )

    assert hall.election.id != other.election.id
    assert answer.status_code == 403
    assert "gehört nicht zu dieser Wahl" in answer.json()["detail"]


async def test_who_is_not_on_the_roll_is_told_whom_to_ask(client):
    hall = await open_hall(await make_hall(voters=1))
    person = await make_participant(hall.conference)
    page = await client.get(f"/de/t/{shown(person.code)}/elections/1")

    assert "Sie stehen nicht im Wählerverzeichnis" in page.text


async def test_the_result_and_the_file_are_there_after_the_close_and_not_before(client):
    hall = await open_hall(await make_hall(board=Board.DIGESTS))
    for person in hall.people[:3]:
        await vote(hall, await credential_for(hall, person.id), "k2")

    early = await client.get("/de/c/konferenz/elections/1/bundle")
    before = (await client.get("/de/c/konferenz/elections/1")).text
    await finish(hall)
    after = (await client.get("/de/c/konferenz/elections/1")).text
    file = await client.get("/c/konferenz/elections/1/bundle")

    assert early.status_code == 409
    assert "Das Ergebnis ist noch nicht festgestellt" in early.text
    assert "Ergebnis</h2>" not in before
    assert "gewählt" in after
    assert "attachment" in file.headers["content-disposition"]
    assert len(read_bundle(file.content).the(Kind.BALLOTS)["credentials"]) == 3


async def test_a_tie_is_shown_and_nobody_is_elected_by_chance(client):
    hall = await open_hall(await make_hall(seats=1, names=("Ada", "Bo")))
    for place, mark in enumerate(("k1", "k2")):
        await vote(hall, await credential_for(hall, hall.people[place].id), mark)

    await close(hall)
    closed = (await client.get("/de/c/konferenz/elections/1")).text
    await count_ballots(hall.election, by=COMMAND, now=clock())
    page = (await client.get("/de/c/konferenz/elections/1")).text
    root = (await election_of(hall.conference.id, 1)).root

    assert root in closed
    assert "gleichauf" not in closed
    assert page.count("gleichauf") == 2
    assert "entscheiden Stichwahl oder Los" in page


async def test_people_find_the_elections_from_their_own_page(client):
    hall = await open_hall(await make_hall())
    code = shown(hall.people[0].code)

    own = (await client.get(f"/de/t/{code}")).text
    listed = (await client.get(f"/de/t/{code}/elections")).text
    offered = (await client.get("/de/c/konferenz")).text
    unknown = await client.get("/de/t/AAAA-AAAA-AAAA/elections")

    assert f"/t/{code}/elections" in own
    assert f"/t/{code}/elections/1" in listed
    assert "/c/konferenz/elections" in offered
    assert unknown.status_code == 404


async def test_a_list_costs_as_much_with_one_election_as_with_many(officer):
    hall = await make_hall()
    with counted_queries() as one:
        await officer.get("/de/conferences/konferenz/elections")
    for _ in range(12):
        fields = PREPARE | {"request": str(uuid4())}
        await send(officer, "/conferences/konferenz/elections/new", fields)
    with counted_queries() as many:
        await officer.get("/de/conferences/konferenz/elections")

    assert hall.election.entitled is Entitled.TICKETS
    assert len(many) == len(one)
