"""Standing by ticket and link, the board's queue, and what everybody sees."""

import re
from uuid import uuid4

import httpx
import pytest

from elections.actions.name_somebody import consent_token
from elections.actions.stand import LONGEST_STATEMENT, withdraw
from elections.portraits import SIDE, SMALL, portrait_from
from elections.queries.elections import nominations_of
from elections.queries.nominations import nomination_of
from elections.rules.stages import Standing
from elections.rules.terms import Quota
from elections.tables import Association
from lip.accounts.rules.roles import Role
from lip.conference.actions.cancel import cancel
from lip.conference.rules.codes import shown
from lip.journal.rules.entries import COMMAND
from lip.said import Said
from tests.client import another, send, sign_in_as
from tests.elections.nominating import admitted, named, standings, stands
from tests.elections.polls import Hall, finish, make_hall, open_hall
from tests.factories import KEYS, clock
from tests.proposals.pictures import from_a_camera, picture
from tests.queries import counted_queries

pytestmark = pytest.mark.anyio

BOARD = "/de/conferences/konferenz/elections/1/nominations"
PUBLIC = "/de/c/konferenz/elections/1"
QUOTA = (Quota(attribute="Geschlecht", value="Frau", at_least=1),)


def ticket(hall: Hall, place: int = 0, language: str = "de") -> str:
    return f"/{language}/t/{shown(hall.people[place].code)}/elections/1/stand"


@pytest.fixture
async def officer(client: httpx.AsyncClient) -> httpx.AsyncClient:
    browser = another(client)
    await sign_in_as(browser, Role.ELECTION_BOARD)
    return browser


async def test_from_standing_to_being_read_about_by_everybody(client, officer):
    hall = await make_hall(names=(), standing_rules=("adult",), quotas=QUOTA)
    fields = {
        "name": "Ada",
        "association": "Çınar e. V.",
        "statement-de": "Wohnen",
        "statement-ar": "السكن",
        "attribute-0": "Frau",
        "declared": "adult",
    }
    photo = {"photo": ("DCIM.jpg", from_a_camera((900, 400)), "image/jpeg")}

    sent = await client.post(ticket(hall), data=fields, files=photo)
    waiting = await client.get(ticket(hall))
    hidden = await client.get(f"{PUBLIC}/candidates/1")
    hidden_photo = await client.get(f"{PUBLIC}/candidates/1/photo")
    queue = (await officer.get(BOARD)).text
    seen_by_board = await officer.get(f"{BOARD}/1/photo")
    await send(officer, f"{BOARD}/1/admit")
    page = (await client.get(f"{PUBLIC}/candidates/1")).text
    public_photo = await client.get(f"{PUBLIC}/candidates/1/photo")

    assert sent.status_code == 303
    assert "Ihre Kandidatur ist angekommen" in waiting.text
    assert (hidden.status_code, hidden_photo.status_code) == (404, 404)
    assert "1 Kandidatur wartet" in queue
    assert seen_by_board.headers["cache-control"] == "private, no-store"
    assert re.search(r'lang="ar"[^>]*>السكن', page)
    assert re.search(r'lang="de"[^>]*>Wohnen', page)
    assert public_photo.headers["content-security-policy"].startswith("default-src")
    assert b"Ada Muster" not in public_photo.content
    (one,) = await nominations_of(hall.election.id)
    assert dict(one.attributes) == {"Geschlecht": "Frau"}


async def test_what_is_not_asked_for_is_neither_shown_nor_kept(client):
    hall = await make_hall(names=())
    form = (await client.get(ticket(hall))).text

    await client.post(
        ticket(hall),
        data={"name": "Ada", "attribute-0": "Frau", "declared": "adult"},
    )
    kept = await nomination_of(hall.election.id, 1)

    assert "Warum diese Frage" not in form
    assert 'name="declared"' not in form
    assert (dict(kept.attributes), kept.declared) == ({}, ())


async def test_an_association_comes_from_the_list_or_is_another(client):
    hall = await make_hall(names=())
    await Association.insert(
        Association(
            id=uuid4(),
            conference=hall.conference.id,
            name="Çınar e. V.",
            likeness="cinar",
        )
    )
    names = []
    for fields in (
        {"association": "Çınar e. V."},
        {"association": "", "other_association": "Neuer Verein"},
    ):
        await client.post(ticket(hall), data={"name": "Ada"} | fields)
        names.append((await nomination_of(hall.election.id, 1)).association)
    form = (await client.get(ticket(hall))).text

    assert names == ["Çınar e. V.", "Neuer Verein"]
    assert '<option value="Çınar e. V.">' in form
    assert 'value="Neuer Verein"' in form


@pytest.mark.parametrize(
    "fields,file,field",
    [
        ({"name": ""}, None, "name"),
        ({"statement-de": "x" * (LONGEST_STATEMENT + 1)}, None, "statement-de"),
        ({"declared": ""}, None, "declared"),
        ({}, b"<svg/>", "photo"),
        ({}, b"", "photo"),
    ],
)
async def test_what_is_wrong_is_said_and_what_was_typed_stays(
    client, fields, file, field
):
    hall = await make_hall(names=(), standing_rules=("adult",))
    data = {"name": "Ada", "declared": "adult", "association": "MiSO"} | fields
    files = {"photo": ("a.jpg", file, "image/jpeg")} if file is not None else None

    answer = await client.post(ticket(hall), data=data, files=files)

    assert answer.status_code == 422
    assert f'href="#f-{field}"' in answer.text
    assert "MiSO" in answer.text
    assert await standings(hall.election) == {}


async def test_a_refusal_is_read_in_her_own_language(client, officer):
    hall = await make_hall(names=())
    await stands(hall)
    words = {"doubts": "umbrella", "words-de": "Bitte fragen.", "words-ar": "اسألوا."}

    empty = await send(officer, f"{BOARD}/1/refuse", {})
    await send(officer, f"{BOARD}/1/refuse", words)
    german = (await client.get(ticket(hall))).text
    arabic = (await client.get(ticket(hall, language="ar"))).text
    public = (await client.get(PUBLIC)).text

    assert empty.status_code == 422
    assert "Dachverband" in german
    assert "Bitte fragen." in german
    assert "اسألوا." in arabic
    assert "Noch niemand." in public


async def test_who_was_named_consents_or_declines_by_her_link(client, officer):
    hall = await make_hall(names=())
    for name in ("Ida", "Jo"):
        await send(officer, BOARD, {"name": name})
    links = [
        "/de/stand/"
        + consent_token((await nomination_of(hall.election.id, n)).id, keys=KEYS)
        for n in (1, 2)
    ]

    board = (await officer.get(f"{BOARD}/1")).text
    asked = (await client.get(links[0])).text
    await client.post(links[0], data={"name": "Ida"})
    declined = await client.post(f"{links[1]}/withdraw")
    gone = await client.get(links[1])

    assert links[0].removeprefix("/de") in board
    assert "QR-Code" in board
    assert "Jemand hat Sie für diese Wahl vorgeschlagen." in asked
    assert declined.status_code == 303
    assert gone.status_code == 404
    assert await standings(hall.election) == {1: Standing.CONSENTED}
    assert (await client.get(f"{links[0]}/photo")).status_code == 404


async def test_naming_somebody_tells_nothing_about_her(client):
    hall = await make_hall(names=())
    path = ticket(hall).replace("/stand", "/nominate")

    nobody = await client.post(path, data={})
    wrong = await client.post(path, data={"ticket": "9999"})
    first = await client.post(path, data={"ticket": "2"})
    again = await client.post(path, data={"ticket": "2"})
    own_page = (await client.get(ticket(hall, 1))).text
    thanks = (await client.get(first.headers["location"])).text

    assert (nobody.status_code, wrong.status_code) == (422, 422)
    assert first.headers["location"] == again.headers["location"]
    assert "V1" not in thanks
    assert "Jemand hat Sie" in own_page
    assert list((await standings(hall.election)).values()) == [Standing.PROPOSED]


async def test_a_cancelled_ticket_does_not_stand(client):
    hall = await make_hall(names=())
    await cancel(hall.people[0].id, conference=hall.conference, by=COMMAND, now=clock())

    assert (await client.get(ticket(hall))).status_code == 403
    assert (await client.get("/de/t/AAAA-AAAA-AAAA/elections/1/stand")).status_code in {
        404,
        422,
    }


async def test_withdrawing_while_the_polls_are_open_is_said_everywhere(client):
    hall = await open_hall(await make_hall(names=("Ada", "Bo")))
    await stands_nowhere(client, hall)

    await withdraw(hall.election, 1, by=COMMAND, now=clock())
    page = (await client.get(PUBLIC)).text
    ballot = (await client.get(f"{PUBLIC}/ballot")).text
    one = (await client.get(f"{PUBLIC}/candidates/1")).text

    assert "Stimmen für diese Person zählen nicht." in page
    assert 'value="k1"' not in ballot
    assert "Stimmen dafür zählen nicht." in one


async def stands_nowhere(client: httpx.AsyncClient, hall: Hall) -> None:
    """Once the polls are open, the form is gone and sending it is refused."""
    form = (await client.get(ticket(hall))).text
    sent = await client.post(ticket(hall), data={"name": "Eva"})

    assert "kann niemand mehr kandidieren" in form
    assert sent.status_code == 422


async def test_everybody_has_the_same_place_in_the_list(client):
    hall = await make_hall(names=())
    wordy = Said.of(de="Wohnen. " * 150)
    await stands(hall, 0, photo=portrait_from(picture()), statement=wordy)
    await stands(hall, 1, name="Bo")
    for number in (1, 2):
        await admitted(hall, number)

    page = (await client.get(PUBLIC)).text
    large = await client.get(f"{PUBLIC}/candidates/1/photo")
    small = await client.get(f"{PUBLIC}/candidates/1/photo?for_lists=1")

    assert page.count('class="portrait') == 2
    assert "wechselt jeden Tag" in page
    assert len(small.content) < len(large.content)
    assert SMALL < SIDE


async def test_introductions_go_through_all_in_the_drawn_order(client):
    hall = await open_hall(await make_hall(names=("Ada", "Bo", "Cem")))
    drawn = [one.name for one in await nominations_of(hall.election.id)]

    pages = [
        (await client.get(f"{PUBLIC}/introductions?at={at}")).text for at in (1, 2, 3)
    ]
    beyond = (await client.get(f"{PUBLIC}/introductions?at=99")).text

    for name, page in zip(drawn, pages, strict=True):
        assert f"<h1><bdi>{name}</bdi></h1>" in page
        assert "2 Minuten" in page
    assert 'rel="prev"' not in pages[0]
    assert "?at=2" in pages[0]
    assert 'rel="next"' not in pages[2]
    assert f"<bdi>{drawn[2]}</bdi>" in beyond


async def test_without_candidates_every_page_still_answers(client, officer):
    hall = await make_hall(names=())

    seen = [
        await client.get(f"{PUBLIC}/introductions"),
        await client.get(PUBLIC),
        await officer.get(BOARD),
        await client.get(ticket(hall)),
    ]

    assert [one.status_code for one in seen] == [200] * 4
    assert "Noch steht niemand zur Wahl." in seen[0].text


async def test_the_elected_accept_on_their_own_page_or_the_board_for_them(
    client, officer
):
    hall = await make_hall(names=(), voters=2, seats=2, deputies=0)
    for place in (0, 1):
        await admitted(hall, await stands(hall, place))
    hall = await open_hall(hall)
    await finish(hall)

    asked = (await client.get(ticket(hall))).text
    await client.post(f"{ticket(hall)}/accept", data={"accepted": "yes"})
    twice = await client.post(f"{ticket(hall)}/accept", data={"accepted": "no"})
    await send(officer, f"{BOARD}/2/accept", {"accepted": "no"})
    answers = [one.accepted for one in await nominations_of(hall.election.id)]

    assert "Nehmen Sie die Wahl an?" in asked
    assert twice.status_code == 422
    assert sorted(answers) == [False, True]


async def test_the_queue_costs_the_same_for_few_and_many(officer):
    hall = await make_hall(names=(), standing_rules=("association_on_list",))
    await named(hall, name="Ida", by_board=True, signed=True)
    await officer.get(BOARD)

    with counted_queries() as few:
        await officer.get(BOARD)
    for number in range(12):
        await named(hall, name=f"P{number}", by_board=True, signed=True)
    with counted_queries() as many:
        answer = await officer.get(BOARD)

    assert answer.text.count('class="entry nomination"') == 13
    assert len(few) == len(many)
