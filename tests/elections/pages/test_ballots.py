"""Pages by which people vote, and those of the board for lost phones and lists."""

import gzip
import re
from pathlib import Path
from uuid import uuid4

import httpx
import pytest

import lip
from elections import sealing
from elections.actions.arrange_lists import ListWish, arrange_lists
from elections.actions.prepare import NominationWish, nominate
from elections.queries.elections import nominations_of, turnout_of
from elections.queries.lists import lists_of
from elections.rules.planning import MOST_STANDING, Method
from elections.rules.recovery import ask_again, spelled
from lip.accounts.rules.roles import Role
from lip.conference.rules.codes import shown
from lip.database import fetch
from lip.journal.rules.entries import COMMAND
from tests.client import another, send, sign_in_as
from tests.elections.polls import (
    credential_for,
    give,
    make_hall,
    open_hall,
    unblind,
    vote,
)
from tests.factories import clock

pytestmark = pytest.mark.anyio

STATIC = Path(lip.__file__).parents[1] / "static"
BOARD = "/conferences/konferenz/elections/1"
BALLOT = "/c/konferenz/elections/1/ballot"
HEAVIEST = 25_000
LINKED = re.compile(r'(?:href|src)="/static/\w+/([\w/.]+\.(?:css|js))"')
IMPORTED = ("js/ballot_marks.js", "js/blinding.js")
SECRET = bytes(range(16))


async def officers(client: httpx.AsyncClient) -> tuple[httpx.AsyncClient, ...]:
    second = another(client)
    for one in (client, second):
        await sign_in_as(one, Role.ELECTION_BOARD)
    return client, second


async def fetch_by_code(hall, person):
    key = sealing.public_key(hall.election.public_keys[""])
    asked = ask_again(hall.election.round, key, SECRET)
    signed = await give(hall, person, asked.blinded.message)
    return unblind(hall.election, asked, signed)


async def test_two_officers_annul_a_lost_credential(client):
    hall = await open_hall(await make_hall(voters=1))
    await fetch_by_code(hall, hall.people[0].id)
    one, other = await officers(client)
    code = {"recovery": spelled(SECRET)}

    first = await send(one, f"{BOARD}/annul", code)
    again = await send(one, f"{BOARD}/annul", code)
    second = await send(other, f"{BOARD}/annul", code)
    page = (await client.get(f"/t/{shown(hall.people[0].code)}/elections/1")).text

    assert "anderes Mitglied" in first.text
    assert "anderes Mitglied" in again.text
    assert "ungültig" in second.text
    assert (await turnout_of(hall.election)).given == 0
    [row] = await fetch("SELECT serial FROM annulled_credential")
    assert f'data-annulled="{row["serial"]}"' in page


@pytest.mark.parametrize(
    "typed, said",
    [
        ("", "füllen Sie dieses Feld aus"),
        ("2222", "Tippfehler"),
        (spelled(bytes(16)), "keine Wahlberechtigung"),
    ],
    ids=["nothing", "a slip", "of nobody"],
)
async def test_a_code_that_fits_nobody_is_said_beside_the_field(client, typed, said):
    await open_hall(await make_hall(voters=1))
    await sign_in_as(client, Role.ELECTION_BOARD)

    answer = await send(client, f"{BOARD}/annul", {"recovery": typed})

    assert answer.status_code == 422
    assert said in answer.text


async def test_a_credential_that_has_voted_stays(client):
    hall = await open_hall(await make_hall(voters=1))
    await vote(hall, await fetch_by_code(hall, hall.people[0].id), "k1")
    await sign_in_as(client, Role.ELECTION_BOARD)

    answer = await send(client, f"{BOARD}/annul", {"recovery": spelled(SECRET)})

    assert answer.status_code == 422
    assert "schon gewählt" in answer.text


async def test_the_board_puts_candidates_on_lists(client):
    hall = await make_hall(method=Method.DHONDT)
    await sign_in_as(client, Role.ELECTION_BOARD)
    fields = {"list-1": "Grün", "list-2": "Blau", "on-1": "2", "on-2": "1", "on-3": "2"}

    sent = await send(client, f"{BOARD}/lists", fields)
    page = (await client.get(f"{BOARD}/lists")).text
    twice = await send(client, f"{BOARD}/lists", {"list-1": "A", "list-2": "a"})
    found = await lists_of(hall.election.id, await nominations_of(hall.election.id))

    assert sent.status_code == 303
    assert 'value="Grün"' in page
    assert "heißen gleich" in twice.text
    assert {one.name: [m.number for m in one.members] for one in found} == {
        "Grün": [2],
        "Blau": [1, 3],
    }


PAPERS = {
    Method.BLOCK: ("checkbox", 4),
    Method.STV_MEEK: ("<select", 4),
    Method.STAR: ('type="radio"', 4 * 6),
    Method.CUMULATIVE: ("checkbox", (4 + 2) * 3),
    Method.SAINTE_LAGUE: ("checkbox", 3),
}


@pytest.mark.parametrize("method, fields", PAPERS.items(), ids=PAPERS)
async def test_every_method_has_a_paper_of_its_own(client, method, fields):
    hall = await make_hall(
        method=method, votes_each=3, votes_per_candidate=3, highest_score=5
    )
    lists = [ListWish(name="Grün", members=[1, 2]), ListWish(name="Blau", members=[3])]
    await arrange_lists(hall.election, lists, by=COMMAND, now=clock())
    await open_hall(hall)
    kind, number = fields

    page = (await client.get(BALLOT)).text

    spoiled = page.count('name="spoiled"')
    assert spoiled == 1
    assert page.count(kind) - spoiled * (kind == "checkbox") == number


@pytest.mark.parametrize("method", [Method.STV_SCOTTISH, Method.STAR, Method.BLOCK])
async def test_the_longest_ballot_is_light(client, method):
    hall = await make_hall(voters=1, method=method, highest_score=10)
    for number in range(MOST_STANDING - 4):
        wish = NominationWish(name=f"Vorname Nachname {number}", association="Verein")
        made = {"by": COMMAND, "now": clock(), "request": uuid4()}
        await nominate(hall.election, wish, **made)
    await fetch("UPDATE nomination SET standing = 'admitted'")
    await open_hall(hall)

    page = await client.get(BALLOT)

    linked = LINKED.findall(page.text)
    files = [STATIC / path for path in (*linked, *IMPORTED)]
    parts = [page.content, *(file.read_bytes() for file in files)]
    assert page.text.count("data-row") == MOST_STANDING
    assert sum(len(gzip.compress(part)) for part in parts) < HEAVIEST


async def test_the_own_page_says_what_a_key_of_the_association_means(client):
    hall = await make_hall(voters=2)
    await open_hall(hall)
    await fetch("UPDATE roll_entry SET association = 'Verein Brücke'")
    await fetch(
        "UPDATE election SET public_keys = ?", '{"": "abcd", "Verein Brücke": "ef01"}'
    )

    page = (await client.get(f"/t/{shown(hall.people[0].code)}/elections/1")).text

    assert "Ihr Stimmzettel zeigt, für welchen Verein Sie wählen" in page
    assert "weniger als fünf Menschen" in page
    assert 'data-group="Verein Brücke"' in page


async def test_a_closed_ballot_page_offers_to_check_the_code(client):
    hall = await open_hall(await make_hall(voters=1))
    await vote(hall, await credential_for(hall, hall.people[0].id), "k1")
    await fetch("UPDATE election SET stage = 'closed'")

    page = (await client.get(BALLOT)).text

    assert "Die Wahl ist nicht offen." in page
    assert f'data-over="{hall.election.round}"' in page
