"""The letters of registrations: due in the transaction, written soon, never twice."""

from datetime import timedelta

import pytest

from lip.conference.rules.guest import Guest
from lip.mail.tables import MailEnclosure, MailOut
from lip.registration.actions.own_place import give_up
from lip.registration.actions.sign_up import leave
from lip.registration.actions.write_letters import Stationery, write_due_letters
from lip.registration.rules.registering import Entrant
from tests.factories import KEYS, make_conference
from tests.lip.registration.parties import NOW, SHE, make_form, registered
from tests.lip.registration.sessions import make_session

pytestmark = pytest.mark.anyio
LATER = NOW + timedelta(hours=1)
STATIONERY = Stationery(keys=KEYS, base_url="https://lip.example.org", accent="#005f6b")


@pytest.fixture
async def conference(db):
    return await make_conference(now=NOW, title="Konferenz der Vielfalt")


async def letters():
    return await MailOut.select().order_by(MailOut.queued_at).order_by(MailOut.key)


async def test_a_ticket_goes_out_in_the_language_of_the_person(conference):
    await make_form(conference)
    await registered(conference, "Rana", email="rana@example.org", language="ar")

    await write_due_letters(STATIONERY, now=NOW)

    (letter,) = await letters()
    files = await MailEnclosure.select(MailEnclosure.filename, MailEnclosure.content)
    assert letter["to_address"] == "rana@example.org"
    assert letter["language"] == "ar"
    assert 'dir="rtl"' in letter["html"]
    assert "/ar/t/" in letter["text"]
    assert {file["filename"] for file in files} == {"ticket-1.png", "ticket-1.pdf"}
    assert {file["content"][:4] for file in files} == {b"\x89PNG", b"%PDF"}


async def test_nothing_is_written_twice(conference):
    await make_form(conference)
    await registered(conference, "Ada", email="ada@example.org")

    first = await write_due_letters(STATIONERY, now=NOW)
    again = await write_due_letters(STATIONERY, now=LATER)

    assert (first, again) == (1, 0)
    assert len(await letters()) == 1


async def test_without_an_address_there_is_no_letter(conference):
    await make_form(conference)
    await registered(conference, "Ada")

    assert await write_due_letters(STATIONERY, now=NOW) == 0


async def test_everybody_of_a_party_gets_a_letter_of_her_own(conference):
    await make_form(conference)
    await registered(conference, "Ada", "Ben", email="verein@example.org")

    await write_due_letters(STATIONERY, now=NOW)

    assert {one["to_name"] for one in await letters()} == {"Ada", "Ben"}


async def test_who_waits_is_told_so_and_again_when_she_moves_up(conference):
    await make_form(conference, seats=1)
    ada = await registered(conference, "Ada")
    await registered(conference, "Ben", email="ben@example.org")
    await write_due_letters(STATIONERY, now=NOW)

    await give_up(ada.people[0], conference=conference, by=SHE, now=LATER)
    await write_due_letters(STATIONERY, now=LATER)

    waiting, moved = await letters()
    assert "Warteliste" in waiting["subject"]
    assert waiting["about"] == moved["about"]
    assert "Sie haben einen Platz" in moved["subject"]
    assert await MailEnclosure.count() == 2


async def test_who_moves_up_in_a_session_is_told_so(conference):
    await make_form(conference)
    session = await make_session(conference, "Nähwerkstatt", seats=1)
    ada = await registered(conference, "Ada", sessions=(session,))
    await registered(
        conference,
        "Ben",
        sessions=(session,),
        may_wait_for=frozenset({session}),
        email="ben@example.org",
    )
    await write_due_letters(STATIONERY, now=NOW)

    await leave(ada.people[0], session, conference=conference, by=SHE, now=LATER)
    await write_due_letters(STATIONERY, now=LATER)

    assert "Nähwerkstatt" in (await letters())[-1]["subject"]


async def test_an_address_beyond_ascii_is_kept_as_it_was_typed(conference):
    await make_form(conference)
    guest = Guest(given_name="Jürgen", email="jürgen@bücher.example")
    await registered(
        conference, people=(Entrant(guest=guest),), email="jürgen@bücher.example"
    )

    await write_due_letters(STATIONERY, now=NOW)

    assert (await letters())[0]["to_address"] == "jürgen@bücher.example"


async def test_who_cancels_before_it_is_written_gets_no_ticket(conference):
    await make_form(conference)
    ada = await registered(conference, "Ada", email="ada@example.org")

    await give_up(ada.people[0], conference=conference, by=SHE, now=LATER)

    assert await write_due_letters(STATIONERY, now=LATER) == 0
