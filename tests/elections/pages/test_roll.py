"""Associations, delegates and the roll as the election board sees them."""

from uuid import uuid4

import httpx
import pytest

from elections.queries.associations import associations_of, delegates_of
from elections.queries.elections import election_of
from elections.rules.stages import Entitled
from lip.accounts.rules.roles import Role
from tests.client import send, sign_in_as
from tests.elections.actions.test_associations import add, choose
from tests.elections.polls import credential_for, make_hall, open_hall
from tests.factories import clock, make_participant
from tests.queries import counted_queries

pytestmark = pytest.mark.anyio

PLACE = "/de/conferences/konferenz"
ROLL = f"{PLACE}/elections/1/roll"


@pytest.fixture
async def officer(client: httpx.AsyncClient) -> httpx.AsyncClient:
    await sign_in_as(client, Role.ELECTION_BOARD)
    return client


def sheet(text: str):
    return {"file": ("liste.csv", text.encode(), "text/csv")}


async def test_the_board_lists_associations_and_chooses_delegates(officer):
    hall = await make_hall(voters=2, names=())
    fields = {"name": "Çınar e. V.", "delegates": "1", "request": str(uuid4())}

    made = await send(officer, f"{PLACE}/associations", fields)
    twice = await send(officer, f"{PLACE}/associations", fields | {"request": ""})
    (one,) = await associations_of(hall.conference.id)
    path = f"{PLACE}/associations/{one.id}"
    nobody = await send(officer, f"{path}/delegates", {"who": "Niemand"})
    several = await send(officer, f"{path}/delegates", {"who": "Yıldız"})
    await send(officer, f"{path}/delegates", {"who": "2"})
    full = await send(officer, f"{path}/delegates", {"who": "V0 Yıldız"})
    chosen = await delegates_of(hall.conference.id)
    listed = (await officer.get(f"{PLACE}/associations")).text
    await send(officer, f"{path}/delegates/{hall.people[1].id}/drop", {})
    await send(officer, path, fields | {"name": "Çınar", "umbrella": "1"})

    assert made.status_code == 303
    assert [one.status_code for one in (twice, nobody, several, full)] == [422] * 4
    assert "steht schon auf der Liste: Çınar e. V." in twice.text
    assert "V0 Yıldız (1); V1 Yıldız (2)" in several.text
    assert [person.number for person in chosen[one.id]] == [2]
    assert "V1 Yıldız" in listed
    (one,) = await associations_of(hall.conference.id)
    assert (one.name, one.umbrella, one.chosen) == ("Çınar", True, 0)
    await send(officer, f"{path}/remove", {})
    assert await associations_of(hall.conference.id) == []


async def test_a_missing_association_needs_question_and_decision(officer):
    hall = await make_hall(names=())
    fields = {"name": "Brücke", "delegates": "1", "election": "1"}

    half = await send(officer, f"{PLACE}/associations", fields | {"question": "Antrag"})
    none = await send(
        officer,
        f"{PLACE}/associations",
        fields | {"election": "", "question": "Antrag", "decision": "Ja"},
    )
    whole = fields | {"question": "Antrag von B", "decision": "Aufgenommen"}
    await send(officer, f"{PLACE}/associations", whole)
    shown = (await officer.get(f"{PLACE}/associations")).text

    assert 'href="#f-decision"' in half.text
    assert 'href="#f-election"' in none.text
    assert "Antrag von B" in shown
    (one,) = await associations_of(hall.conference.id)
    assert one.added


async def test_a_file_with_the_same_association_twice_is_refused_whole(officer):
    hall = await make_hall(names=())
    path = f"{PLACE}/associations/import"

    wrong = await send(officer, path, {}, files=sheet("Verein\nMiSO\nMiso e. V.\n"))
    unread = await send(officer, path, {}, files=sheet("a;b\nc;d\n"))
    nothing = await send(officer, path, {})
    before = await associations_of(hall.conference.id)
    right = await send(officer, path, {}, files=sheet("Verein\nMiSO\nBrücke\n"))
    listed = (await officer.get(right.headers["location"])).text

    assert [one.status_code for one in (wrong, unread, nothing)] == [422] * 3
    assert "Zeile 3:" in wrong.text
    assert "steht schon in Zeile 2" in wrong.text
    assert before == []
    assert "2 Vereine neu auf der Liste." in listed


async def test_a_roll_is_taken_in_disputed_and_shown_with_its_digest(officer):
    hall = await make_hall(voters=3, names=("Ada",), entitled=Entitled.IMPORTED)
    text = "Nummer;Name;Verein\n1;;MiSO\n;Ohne Ticket;MiSO\n"

    wrong = await send(officer, f"{ROLL}/import", {}, files=sheet("Nummer\n99\n"))
    read = await send(officer, f"{ROLL}/import", {}, files=sheet(text))
    ahead = (await officer.get(read.headers["location"])).text
    ruling = {"outcome": "add", "who": "2", "question": "Antrag", "decision": "Ja"}
    half = await send(officer, f"{ROLL}/ruling", ruling | {"decision": ""})
    await send(officer, f"{ROLL}/ruling", ruling)
    strike = ruling | {"outcome": "strike", "who": "1", "question": "Doppelt"}
    form = (await officer.get(f"{ROLL}/ruling?who=1")).text
    await send(officer, f"{ROLL}/ruling", strike)
    hall = await open_hall(hall)
    await credential_for(hall, hall.people[1].id)
    frozen = (await officer.get(ROLL)).text

    assert "Ein Ticket mit der Nummer 99 gibt es nicht." in wrong.text
    assert "2 Einträge neu." in ahead
    assert "Ohne Ticket" in ahead
    assert 'href="#f-decision"' in half.text
    assert 'value="strike" checked' in form
    assert "2 Personen sind wahlberechtigt." in frozen
    assert "V0 Yıldız" not in frozen
    assert "Berechtigung abgeholt" in frozen
    assert "noch nicht" in frozen
    assert "Doppelt" in frozen
    election = await election_of(hall.conference.id, 1)
    assert election.roll_digest in frozen


@pytest.mark.parametrize("opened", [False, True])
async def test_a_long_roll_costs_no_more_queries(officer, opened):
    hall = await make_hall(voters=2, names=("Ada",), entitled=Entitled.ASSOCIATIONS)
    one = await add(hall, "MiSO", delegates=40)
    await choose(hall, one, 0)
    if opened:
        await open_hall(hall)
    with counted_queries() as few:
        await officer.get(ROLL)
    other = await make_hall(
        key="andere", voters=0, names=("Ada",), entitled=Entitled.ASSOCIATIONS
    )
    many_one = await add(other, "MiSO", delegates=40)
    people = [await make_participant(other.conference, now=clock()) for _ in range(30)]
    other = type(other)(
        conference=other.conference, election=other.election, people=people
    )
    for place in range(30):
        await choose(other, many_one, place)
    if opened:
        await open_hall(other)
    with counted_queries() as many:
        page = await officer.get("/de/conferences/andere/elections/1/roll")

    assert "30 Personen" in page.text
    assert len(many) == len(few)
