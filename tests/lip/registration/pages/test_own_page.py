"""A person's own page: what stands on it, and what she does there."""

import re
from datetime import timedelta
from uuid import uuid4

import httpx
import pytest

from lip.accounts.rules.roles import Role
from lip.conference.rules.codes import shown
from lip.conference.tables import Need, Participant
from lip.database import fetch
from lip.journal.rules.entries import COMMAND
from lip.registration.actions.usual_form import make_usual_form
from lip.registration.tables import Consent, RegistrationForm
from tests.client import another, send, sign_in_as, sign_in_by_link
from tests.factories import clock, make_conference, make_participant, whole_days
from tests.lip.registration.parties import standings
from tests.lip.registration.sessions import make_session, signed_up
from tests.queries import counted_queries

pytestmark = pytest.mark.anyio


@pytest.fixture
async def place(client):
    conference = await make_conference(days=whole_days(clock(), 2))
    await make_usual_form(conference, by=COMMAND, now=clock())
    return conference


async def register(client, **fields) -> str:
    """Register somebody by the form, and give the code of her ticket."""
    form = {"request": str(uuid4()), "people": "1", "p1_given_name": "Amal"} | fields
    done = await client.post("/de/c/konferenz/register", data=form)
    tickets = await client.get(done.headers["location"])
    code = r"(?<!-)\b[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}\b(?!-)"  # no part of an id
    return re.search(code, tickets.text)[0]


async def test_it_takes_six_queries_at_most(client: httpx.AsyncClient, place):
    session = await make_session(place, hours=40)
    code = await register(client, p1_sessions=str(session))

    with counted_queries() as seen:
        page = await client.get(f"/de/t/{code}")

    assert page.status_code == 200
    assert len(seen) <= 6


async def test_who_waits_sees_her_place_in_line_and_no_ticket(
    client: httpx.AsyncClient, place
):
    await RegistrationForm.update({RegistrationForm.seats: 1}, force=True)
    await register(client)
    await register(client, full_group="", p1_given_name="Ben")
    code = await register(client, full_group="", p1_given_name="Cem")

    page = await client.get(f"/de/t/{code}")
    picture = await client.get(f"/t/{code}/ticket.png")

    assert "Sie sind an 2. Stelle." in page.text
    assert "data:image/svg" not in page.text
    assert picture.status_code == 404


async def test_cancelling_asks_once_lets_the_next_move_up_and_can_be_undone(
    client: httpx.AsyncClient, place
):
    await RegistrationForm.update({RegistrationForm.seats: 1}, force=True)
    first = await register(client)
    next_one = await register(client, full_group="", p1_given_name="Ben")

    asked = await client.get(f"/de/t/{first}/cancel")
    await client.post(f"/de/t/{first}/cancel")

    assert "Möchten Sie absagen?" in asked.text
    assert await standings(place) == {"Amal": "gone", "Ben": "has"}
    assert "abgesagt" in (await client.get(f"/de/t/{first}")).text
    assert "QR-Code" in (await client.get(f"/de/t/{next_one}")).text
    await client.post(f"/de/t/{first}/come-again")
    assert await standings(place) == {"Amal": "waits", "Ben": "has"}


async def test_signing_up_and_leaving_a_session(client: httpx.AsyncClient, place):
    session = await make_session(place, "Nähwerkstatt", seats=1, hours=40)
    ada = await register(client)
    ben = await register(client, p1_given_name="Ben")

    await client.post(f"/de/t/{ada}/sessions/{session}/join")
    full = await client.post(f"/de/t/{ben}/sessions/{session}/join")
    wait = await client.post(
        f"/de/t/{ben}/sessions/{session}/join", data={"may_wait": "1"}
    )

    assert full.status_code == 409
    assert "inzwischen voll" in full.text
    assert wait.status_code == 303
    assert await signed_up(session) == {"Amal": "held", "Ben": "waiting"}
    await client.post(f"/de/t/{ada}/sessions/{session}/leave")
    assert await signed_up(session) == {"Ben": "held"}
    assert "Sie sind dabei" in (await client.get(f"/de/t/{ben}")).text


async def test_two_sessions_at_one_time_are_said(client: httpx.AsyncClient, place):
    one, other = [await make_session(place, hours=40) for _ in range(2)]
    code = await register(client, p1_sessions=str(one))

    page = await client.post(f"/de/t/{code}/sessions/{other}/join")

    assert page.status_code == 409
    assert "schon bei einem anderen Programmpunkt" in page.text


async def test_answers_are_shown_and_changed(client: httpx.AsyncClient, place):
    code = await register(client, p1_childcare="2", p1_ages="3 und 7")

    form = await client.get(f"/de/t/{code}/change")
    assert 'value="3 und 7"' in form.text
    done = await client.post(
        f"/de/t/{code}/change",
        data={
            "p1_given_name": "Amal",
            "p1_family_name": "Haddad",
            "p1_childcare": "1",
            "p1_ages": "7",
            "p1_spoken_languages": ["ar", "de"],
        },
    )

    assert done.status_code == 303
    row = (await fetch("SELECT * FROM participant"))[0]
    assert (row["family_name"], row["spoken_languages"]) == ("Haddad", "ar de")
    assert (await fetch("SELECT value FROM answer"))[0]["value"] == "7"
    assert (await fetch("SELECT childcare FROM need"))[0]["childcare"] == 1


async def test_what_staff_wrote_beside_the_options_is_kept(
    client: httpx.AsyncClient, place
):
    code = await register(client)
    (person,) = await fetch("SELECT id FROM participant")
    tomorrow = clock().date() + timedelta(days=1)
    await Need.insert(
        Need(participant=person["id"], diet="ohne Nüsse", delete_on=tomorrow)
    )

    form = await client.get(f"/de/t/{code}/change")
    fields = {"p1_given_name": "Amal", "p1_diet": "ohne Nüsse", "p1_consent": "1"}
    done = await client.post(f"/de/t/{code}/change", data=fields)

    assert 'value="ohne Nüsse" checked' in form.text
    assert done.status_code == 303, done.text
    assert (await fetch("SELECT diet FROM need"))[0]["diet"] == "ohne Nüsse"


async def test_changing_nothing_notes_nothing(client: httpx.AsyncClient, place):
    code = await register(client)
    acts = "SELECT count(*) AS n FROM journal_entry WHERE act = 'participant_changed'"

    await client.post(
        f"/de/t/{code}/change", data={"p1_given_name": "Amal", "p1_language": "de"}
    )

    assert (await fetch(acts))[0]["n"] == 0


async def test_changes_end_when_the_organisers_say_so(client: httpx.AsyncClient, place):
    code = await register(client)
    before = clock() - timedelta(hours=1)
    await RegistrationForm.update({RegistrationForm.change_until: before}, force=True)

    page = await client.get(f"/de/t/{code}")
    form = await client.get(f"/de/t/{code}/change")

    assert "Meine Angaben ändern" not in page.text
    assert form.status_code in {409, 410, 403}


async def test_an_agreement_is_taken_back_and_what_it_was_about_is_gone(
    client: httpx.AsyncClient, place
):
    code = await register(client, p1_diet="halal", p1_childcare="2", p1_consent="1")

    await client.post(f"/de/t/{code}/withdraw")

    assert (await Consent.select())[0]["withdrawn_at"] is not None
    (need,) = await fetch("SELECT diet, childcare FROM need")
    assert (need["diet"], need["childcare"]) == ("", 2)
    page = await client.get(f"/de/t/{code}")
    assert "Meine Zustimmung zurücknehmen" not in page.text


async def test_organisers_cancelling_lets_the_next_move_up_too(
    client: httpx.AsyncClient, place
):
    await RegistrationForm.update({RegistrationForm.seats: 1}, force=True)
    visitor = another(client)
    await register(visitor)
    await register(visitor, full_group="", p1_given_name="Ben")
    ada = await Participant.objects().get(Participant.given_name == "Amal")
    await sign_in_as(client, Role.ORGANISER, "konferenz")
    person = f"/conferences/konferenz/participants/{ada.id}"

    await send(client, f"{person}/cancel")
    assert await standings(place) == {"Amal": "gone", "Ben": "has"}
    await send(client, f"{person}/reinstate")
    assert await standings(place) == {"Amal": "waits", "Ben": "has"}
    shown_person = await client.get(person)
    assert "Diese Person steht auf der Warteliste." in shown_person.text
    await send(client, f"{person}/give-place")
    assert await standings(place) == {"Amal": "has", "Ben": "has"}


async def test_at_the_door_who_waits_is_told_so_and_can_be_let_in(
    client: httpx.AsyncClient, place
):
    await RegistrationForm.update({RegistrationForm.seats: 0}, force=True)
    code = await register(another(client), full_group="")
    (row,) = await fetch("SELECT id FROM participant")
    await sign_in_by_link(client, "konferenz")
    request = str(uuid4())

    scanned = await send(client, "/door/konferenz/scan", {"code": code})
    found = await client.get("/door/konferenz?q=Amal")
    let_in = await send(
        client,
        "/door/konferenz/let-in",
        {"participant": str(row["id"]), "request": request},
    )

    assert 'data-outcome="waiting_list"' in scanned.text
    assert "Trotzdem einlassen" in scanned.text
    assert "Trotzdem einlassen" in found.text
    assert 'data-outcome="welcome"' in let_in.text
    assert len(await fetch("SELECT id FROM check_in")) == 1


async def test_who_waits_gets_no_badge_and_stands_apart_in_the_list(
    client: httpx.AsyncClient, place
):
    await RegistrationForm.update({RegistrationForm.seats: 0}, force=True)
    await register(another(client), full_group="")
    await sign_in_as(client, Role.ORGANISER, "konferenz")
    (row,) = await fetch("SELECT id FROM participant")

    listed = await client.get("/conferences/konferenz/participants?status=waiting")
    others = await client.get("/conferences/konferenz/participants?status=registered")
    export = await client.get("/conferences/konferenz/participants/export?kind=csv")
    badge = await client.get(f"/conferences/konferenz/participants/{row['id']}/badge")

    assert "Amal" in listed.text
    assert "Amal" not in others.text
    assert "Warteliste" in export.text
    assert badge.status_code != 200


async def test_a_guest_from_a_list_has_a_page_without_answers(
    client: httpx.AsyncClient, place
):
    ada = await make_participant(place)

    page = await client.get(f"/de/t/{shown(ada.code)}")

    assert page.status_code == 200
    assert "Meine Angaben ändern" not in page.text
    assert "Absagen" in page.text


async def test_unknown_codes_change_nothing(client: httpx.AsyncClient, place):
    for path in ("cancel", "change", "withdraw", "come-again"):
        answer = await client.post(f"/de/t/AAAA-BBBB-CCCC/{path}")
        assert answer.status_code == 404
