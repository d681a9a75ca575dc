"""Paper and booth on pages: handed out, printed, keyed by two, voted by code."""

import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from io import BytesIO
from uuid import uuid4

import httpx
import pypdf
import pytest

from elections.queries.elections import election_of, voter_of
from elections.queries.papers import batch_of
from elections.rules.batches import written
from lip.accounts.rules.roles import Role
from lip.conference.rules.codes import shown
from tests.client import another, send, sign_in_as
from tests.elections.papers import make_papers_to_key
from tests.elections.polls import ask, close, make_hall, open_hall
from tests.elections.polls import unblind as unblinded
from tests.factories import make_conference, make_participant

pytestmark = pytest.mark.anyio

JSON = {"accept": "application/json"}
PLACE = "/conferences/konferenz/elections/1"
BOOTH = "/c/konferenz/elections/1/booth"


@pytest.fixture
async def officer(client: httpx.AsyncClient) -> httpx.AsyncClient:
    await sign_in_as(client, Role.ELECTION_BOARD)
    return client


async def entry_of(hall, place=0):
    return (await voter_of(hall.election.id, hall.people[place].id)).entry


async def test_two_officers_key_a_batch_on_pages(officer):
    hall = await open_hall(await make_hall(voters=3))
    for place in range(2):
        path = f"{PLACE}/roll/{await entry_of(hall, place)}/paper"
        await send(officer, path, {"p": "1"})
    roll = (await officer.get(f"/de{PLACE}/roll")).text
    await close(hall)
    async with another(officer) as other:
        await sign_in_as(other, Role.ELECTION_BOARD)

        await send(officer, f"{PLACE}/papers/batches", {"sheets": "2"})
        for browser in (officer, other):
            await send(browser, f"{PLACE}/papers/1", {"m-k1": "1", "m-k2": "1"})
            await send(browser, f"{PLACE}/papers/1", {"spoiled": "1"})
            seen = (await browser.get(f"/de{PLACE}/papers/1")).text
            await send(browser, f"{PLACE}/papers/1/done", {})
    done = await send(officer, f"{PLACE}/papers/done", {})

    assert "auf Papier" in roll
    assert "Papier zurück" in roll
    assert "2 von 2 Stimmzetteln eingegeben" in seen
    assert "Ada, Bo" in seen
    assert "ungültig" in seen
    assert done.status_code == 303
    assert (await election_of(hall.conference.id, 1)).root


async def test_a_slip_is_taken_back(officer):
    hall = await open_hall(await make_hall())
    await send(officer, f"{PLACE}/roll/{await entry_of(hall)}/paper", {})
    await close(hall)
    await send(officer, f"{PLACE}/papers/batches", {"sheets": "1"})

    await send(officer, f"{PLACE}/papers/1", {"m-k1": "1"})
    await send(officer, f"{PLACE}/papers/1", {"away": written({(("k1", 1),): 1})})
    page = (await officer.get(f"/de{PLACE}/papers/1")).text
    early = await send(officer, f"{PLACE}/papers/1/done", {})
    wrong = await send(officer, f"{PLACE}/papers/batches", {"sheets": "viele"})

    assert "0 von 1 Stimmzetteln eingegeben" in page
    assert early.status_code == 422
    assert "liegen 1 Stimmzettel" in early.text
    assert wrong.status_code == 422


async def test_a_third_officer_sees_where_two_differ_and_the_others_do_not(officer):
    conference = await make_conference("konferenz")
    for name in ("Ida", "Jo"):
        await make_participant(conference, given_name=name)
    number = await make_papers_to_key(conference)
    path = f"/de/conferences/konferenz/elections/{number}/papers"

    listed = (await officer.get(path)).text
    page = (await officer.get(f"{path}/1")).text
    election = await election_of(conference.id, number)
    await send(officer, f"{path}/1".removeprefix("/de"), {"m-k1": "1"})
    begun = (await officer.get(f"{path}/1")).text

    assert "eine dritte Eingabe ist nötig" in listed
    assert "Hier unterscheiden sich" in page
    assert "Hier unterscheiden sich" not in begun
    assert len((await batch_of(election.id, 1)).keyings) == 3


async def test_papers_of_a_batch_are_all_the_same(officer):
    await open_hall(await make_hall(names=("Ada", "داليا", "Bo")))

    answer = await officer.get(f"{PLACE}/papers/print?copies=3&batch=7")
    document = pypdf.PdfReader(BytesIO(answer.content))
    texts = [page.extract_text() for page in document.pages]

    assert answer.headers["content-type"] == "application/pdf"
    assert len(texts) == 3
    assert len(set(texts)) == 1
    assert "Stapel 7" in texts[0]
    assert "Ada" in texts[0]
    assert document.trailer["/Root"]["/MarkInfo"]["/Marked"]


async def sign_at_booth(client, hall, code):
    begun = (await client.post(f"{BOOTH}/begin", json={"code": code})).json()
    asked = ask(hall.election, group=begun["group"])
    blinded = urlsafe_b64encode(asked.blinded.message).decode()
    answer = await client.post(
        f"{BOOTH}/credential",
        json={"code": code, "blinded": blinded.rstrip("=")},
        headers=JSON,
    )
    return asked, answer


@pytest.mark.parametrize("by", ["ticket", "pass"])
async def test_somebody_votes_at_the_booth_by_ticket_or_pass(officer, by):
    hall = await open_hall(await make_hall())
    code = shown(hall.people[0].code)
    if by == "pass":
        page = await send(officer, f"{PLACE}/roll/{await entry_of(hall)}/pass", {})
        code = re.search(r'class="tracking" dir="ltr">([^<]+)<', page.text)[1]
    async with another(officer) as tablet:
        asked, answer = await sign_at_booth(tablet, hall, code)
        again = await tablet.post(f"{BOOTH}/begin", json={"code": code}, headers=JSON)
    signed = answer.json()["signed"]
    content = urlsafe_b64decode(signed + "=" * (-len(signed) % 4))
    roll = (await officer.get(f"/de{PLACE}/roll")).text

    assert unblinded(hall.election, asked, content).serial == asked.serial
    assert again.status_code == 409
    assert "am Tablet im Haus" in roll


async def test_the_booth_says_why_somebody_cannot_vote_there(client):
    hall = await open_hall(await make_hall())
    late = await make_participant(hall.conference)

    async def told(code):
        answer = await client.post(
            f"{BOOTH}/begin", json={"code": code}, headers={**JSON}
        )
        return answer.status_code, answer.json()["detail"]

    assert (await told("AAAA-AAAA-AAAA"))[0] == 404
    assert (await told("x"))[0] == 404
    status, sentence = await told(shown(late.code))
    assert (status, "nicht im Wählerverzeichnis" in sentence) == (403, True)
    await close(hall)
    assert (await told(shown(hall.people[0].code)))[0] == 410


async def test_a_new_pass_ends_the_one_before(officer):
    hall = await open_hall(await make_hall())
    path = f"{PLACE}/roll/{await entry_of(hall)}/pass"
    codes = []
    for _ in range(2):
        page = await send(officer, path, {})
        codes.append(re.search(r'class="tracking" dir="ltr">([^<]+)<', page.text)[1])

    async with another(officer) as tablet:
        first, second = [
            (await tablet.post(f"{BOOTH}/begin", json={"code": code})).status_code
            for code in codes
        ]
    nobody = await send(officer, f"{PLACE}/roll/{uuid4()}/pass", {})

    assert (first, second) == (404, 200)
    assert nobody.status_code == 404
