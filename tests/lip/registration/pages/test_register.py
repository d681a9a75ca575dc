"""Registering as people do it: without an account, in their own language."""

import re
from datetime import timedelta
from uuid import uuid4

import httpx
import pytest

from lip.conference.tables import Conference, Participant
from lip.database import fetch
from lip.journal.rules.entries import COMMAND
from lip.registration.actions.usual_form import make_usual_form
from lip.registration.tables import Answer, Consent, Party, RegistrationForm
from tests.factories import clock, make_conference, whole_days
from tests.lip.registration.parties import make_group
from tests.lip.registration.sessions import make_session, signed_up

pytestmark = pytest.mark.anyio


@pytest.fixture
async def place(client):
    conference = await make_conference(days=whole_days(clock() + timedelta(days=9)))
    await make_usual_form(conference, by=COMMAND, now=clock())
    return conference


def sent(**fields):
    return {"request": str(uuid4()), "people": "1", "p1_given_name": "Amal"} | fields


async def set_form(**columns):
    await RegistrationForm.update(columns, force=True)


async def test_the_form_asks_in_the_language_of_the_page(
    client: httpx.AsyncClient, place
):
    page = await client.get("/ar/c/konferenz/register")

    assert page.status_code == 200
    assert '<html lang="ar" dir="rtl">' in page.text
    assert "set-cookie" not in page.headers


async def test_each_question_says_what_for_who_sees_it_and_how_long(
    client: httpx.AsyncClient, place
):
    page = await client.get("/de/c/konferenz/register")

    for words in (
        "Damit für Sie etwas zu essen da ist.",
        "Organisationsteam; die Küche nur als Zahl",
        "Gespeichert: bis ",
        "Gespeichert: so lange wie die Gästeliste",
    ):
        assert words in page.text


async def test_a_name_is_enough(client: httpx.AsyncClient, place):
    done = await client.post("/de/c/konferenz/register", data=sent())

    tickets = await client.get(done.headers["location"])
    assert done.status_code == 303
    assert "Sie sind angemeldet" in tickets.text
    assert re.search(r"[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}", tickets.text)
    assert tickets.headers["referrer-policy"] == "no-referrer"


async def test_sent_twice_it_is_one_registration_with_the_same_tickets(
    client: httpx.AsyncClient, place
):
    form = sent()

    once = await client.post("/de/c/konferenz/register", data=form)
    again = await client.post("/de/c/konferenz/register", data=form)

    assert once.headers["location"] == again.headers["location"]
    assert await Party.count() == 1


async def test_who_goes_back_and_writes_another_name_is_asked_and_nobody_is_lost(
    client: httpx.AsyncClient, place
):
    form = sent()
    await client.post("/de/c/konferenz/register", data=form)

    asked = await client.post(
        "/de/c/konferenz/register", data=form | {"p1_given_name": "Noor"}
    )
    key = re.search(r'name="request" value="([^"]+)"', asked.text)
    assert key
    wanted = form | {"p1_given_name": "Noor", "request": key[1]}
    done = await client.post("/de/c/konferenz/register", data=wanted)

    assert asked.status_code == 422
    assert "Mit diesem Formular ist schon jemand angemeldet: Amal." in asked.text
    assert 'value="Noor"' in asked.text
    assert key[1] != form["request"]
    assert done.status_code == 303
    names = {row["given_name"] for row in await fetch("SELECT * FROM participant")}
    assert names == {"Amal", "Noor"}


async def test_several_people_are_added_without_a_script(
    client: httpx.AsyncClient, place
):
    form = sent(p1_organisation="Verein der Vielfalt")

    more = await client.post(
        "/de/c/konferenz/register", data=form | {"add_person": "1"}
    )
    assert more.text.count('name="p2_given_name"') == 1
    assert 'value="Amal"' in more.text
    assert more.text.count('value="Verein der Vielfalt"') == 2
    assert 'name="p2_email"' not in more.text
    both = form | {"people": "2", "p2_given_name": "Noor"}
    done = await client.post("/de/c/konferenz/register", data=both)

    tickets = await client.get(done.headers["location"])
    assert "Amal" in tickets.text
    assert "Noor" in tickets.text
    assert await Participant.count() == 2


async def test_a_person_taken_out_leaves_the_others_as_they_are(
    client: httpx.AsyncClient, place
):
    form = sent(people="2", p2_given_name="Noor", remove_person="1")

    page = await client.post("/de/c/konferenz/register", data=form)

    assert 'name="p1_given_name" type="text" value="Noor"' in page.text
    assert "p2_given_name" not in page.text


async def test_what_is_missing_is_said_at_its_field_and_nothing_is_lost(
    client: httpx.AsyncClient, place
):
    form = sent(p1_given_name="", p1_family_name="Haddad", p1_email="kein@mail")

    page = await client.post("/de/c/konferenz/register", data=form)

    assert page.status_code == 422
    assert 'href="#f-p1_given_name"' in page.text
    assert 'value="Haddad"' in page.text
    assert 'value="kein@mail"' in page.text
    assert await Participant.count() == 0


async def test_an_address_beyond_ascii_is_taken(client: httpx.AsyncClient, place):
    form = sent(p1_email="jürgen@bücher.example")

    done = await client.post("/de/c/konferenz/register", data=form)

    assert done.status_code == 303
    assert (await Party.select())[0]["email"] == "jürgen@bücher.example"


async def test_sensitive_answers_need_an_agreement(client: httpx.AsyncClient, place):
    form = sent(p1_diet="halal")

    refused = await client.post("/de/c/konferenz/register", data=form)
    done = await client.post(
        "/ar/c/konferenz/register", data=form | {"p1_consent": "1"}
    )

    assert refused.status_code == 422
    assert 'href="#f-p1_consent"' in refused.text
    assert done.status_code == 303
    (consent,) = await Consent.select()
    assert consent["language"] == "ar"
    assert consent["wording"]
    assert (await fetch("SELECT diet FROM need"))[0]["diet"] == "halal"


async def test_no_agreement_is_kept_where_nothing_sensitive_was_said(
    client: httpx.AsyncClient, place
):
    await client.post("/de/c/konferenz/register", data=sent(p1_consent="1"))

    assert await Consent.count() == 0


async def test_what_is_asked_only_of_some_is_kept_only_of_them(
    client: httpx.AsyncClient, place
):
    without = sent(p1_ages="3 und 7")
    with_children = sent(p1_childcare="2", p1_ages="3 und 7")

    await client.post("/de/c/konferenz/register", data=without)
    assert await Answer.count() == 0
    await client.post("/de/c/konferenz/register", data=with_children)

    (answer,) = await Answer.select()
    assert answer["value"] == "3 und 7"
    assert answer["delete_on"] == place.days[0].day + timedelta(days=14)


async def test_a_full_house_is_said_before_anybody_waits(
    client: httpx.AsyncClient, place
):
    page = await client.get("/de/c/konferenz/register")
    await set_form(seats=0)

    first = await client.post("/de/c/konferenz/register", data=sent())
    assert first.status_code == 422
    assert "Inzwischen sind alle Plätze vergeben" in first.text
    assert 'name="full_group" value=""' in first.text
    assert 'name="full_group"' not in page.text
    second = await client.post("/de/c/konferenz/register", data=sent(full_group=""))

    tickets = await client.get(second.headers["location"])
    assert "Sie stehen auf der Warteliste" in tickets.text


async def test_a_full_group_offers_its_waiting_list_and_others_their_places(
    client: httpx.AsyncClient, place
):
    town = await make_group(place, seats=0)
    club = await make_group(place, "Verein", seats=4)

    page = await client.get("/de/c/konferenz/register")

    assert "alle Plätze vergeben, Sie kommen auf die Warteliste" in page.text
    assert "noch 4 Plätze" in page.text
    waits = await client.post(
        "/de/c/konferenz/register",
        data=sent(group=str(town), full_group=str(town)),
    )
    has = await client.post("/de/c/konferenz/register", data=sent(group=str(club)))
    assert "Warteliste" in (await client.get(waits.headers["location"])).text
    assert "Warteliste" not in (await client.get(has.headers["location"])).text


async def test_groups_by_invitation_are_not_offered(client: httpx.AsyncClient, place):
    await make_group(place, "Presse", invited_only=True)
    hidden = await make_group(place, "Geheim", invited_only=True)
    await make_group(place, "Verein")

    page = await client.get("/de/c/konferenz/register")
    done = await client.post("/de/c/konferenz/register", data=sent(group=str(hidden)))

    assert "Presse" not in page.text
    assert done.status_code == 303
    rows = await fetch("SELECT in_group FROM place")
    assert rows[0]["in_group"] != hidden


async def test_a_session_that_filled_up_is_said_at_its_field(
    client: httpx.AsyncClient, place
):
    session = await make_session(place, "Nähwerkstatt", seats=1)
    page = await client.get("/de/c/konferenz/register")
    assert "noch 1 Platz" in page.text
    await client.post("/de/c/konferenz/register", data=sent(p1_sessions=str(session)))
    late = sent(p1_given_name="Noor", p1_sessions=str(session), p1_family_name="Ali")

    refused = await client.post("/de/c/konferenz/register", data=late)

    assert refused.status_code == 422
    assert 'href="#f-p1_sessions"' in refused.text
    assert f'name="full" value="{session}"' in refused.text
    assert 'value="Ali"' in refused.text
    assert f'value="{session}" checked' in refused.text
    assert await signed_up(session) == {"Amal": "held"}
    done = await client.post(
        "/de/c/konferenz/register", data=late | {"full": str(session)}
    )
    assert done.status_code == 303
    assert await signed_up(session) == {"Amal": "held", "Noor": "waiting"}


async def test_two_sessions_at_one_time_are_refused(client: httpx.AsyncClient, place):
    both = [str(await make_session(place)) for _ in range(2)]

    page = await client.post("/de/c/konferenz/register", data=sent(p1_sessions=both))

    assert page.status_code == 422
    assert "zur gleichen Zeit" in page.text


WHEN = {
    "not yet": ({"opens_at": timedelta(days=2)}, "noch nicht offen"),
    "closed": ({"closes_at": timedelta(days=-1)}, "Kommen Sie trotzdem gern vorbei"),
}


@pytest.mark.parametrize("columns, words", WHEN.values(), ids=WHEN)
async def test_before_and_after_there_is_a_plain_page(
    client: httpx.AsyncClient, place, columns, words
):
    await set_form(**{name: clock() + by for name, by in columns.items()})

    page = await client.get("/de/c/konferenz/register")
    sent_anyway = await client.post("/de/c/konferenz/register", data=sent())

    assert words in page.text
    assert words in sent_anyway.text
    assert await Participant.count() == 0


@pytest.mark.parametrize(
    "stage, status, words",
    [
        ("called_off", 200, "abgesagt"),
        ("archived", 200, "vorbei"),
        ("draft", 404, "gibt es nicht"),
    ],
)
async def test_stages_of_a_conference(
    client: httpx.AsyncClient, place, stage, status, words
):
    await Conference.update({Conference.stage: stage}, force=True)

    page = await client.get("/de/c/konferenz/register")

    assert page.status_code == status
    assert words in page.text


async def test_a_program_that_fills_in_everything_is_stopped(
    client: httpx.AsyncClient, place
):
    page = await client.post("/de/c/konferenz/register", data=sent(website="http://x"))

    assert page.status_code == 422
    assert await Participant.count() == 0


async def test_the_notice_says_every_question_on_screen_and_on_paper(
    client: httpx.AsyncClient, place
):
    screen = await client.get("/de/c/konferenz/privacy")
    paper = await client.get("/ar/c/konferenz/privacy.pdf")

    assert "Was sollen wir beim Essen beachten?" in screen.text
    assert "nur mit Ihrer Zustimmung" in screen.text
    assert "Aufsichtsbehörde" in screen.text
    assert paper.headers["content-type"] == "application/pdf"
    assert paper.content.startswith(b"%PDF")


async def test_tickets_of_a_foreign_request_are_not_found(
    client: httpx.AsyncClient, place
):
    page = await client.get(f"/de/c/konferenz/registered/{uuid4()}")

    assert page.status_code == 404
