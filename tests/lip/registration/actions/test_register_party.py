"""Registering: places, waiting, sessions, twice the same form."""

from datetime import timedelta
from uuid import uuid4

import pytest

from lip.conference.tables import Participant
from lip.database import fetch
from lip.registration.actions.own_place import give_up, take_again
from lip.registration.actions.places_gained import fill_places
from lip.registration.actions.sign_up import (
    SameTime,
    SessionFull,
    SignedUp,
    leave,
    sign_up,
)
from lip.registration.rules.places import Standing
from lip.registration.rules.registering import (
    NoPlaces,
    RegisteredParty,
    SessionsFull,
)
from lip.registration.tables import Party, RegistrationForm
from tests.factories import make_conference, make_participant
from tests.lip.registration.parties import (
    NOW,
    SHE,
    make_form,
    make_group,
    registered,
    standings,
)
from tests.lip.registration.sessions import make_session, signed_up

pytestmark = pytest.mark.anyio
LATER = NOW + timedelta(hours=1)


@pytest.fixture
async def conference(db):
    return await make_conference(now=NOW)


async def test_who_registers_has_a_place_while_there_are_any(conference):
    await make_form(conference, seats=3)

    first = await registered(conference, "Ada", "Ben")
    second = await registered(conference, "Cem", "Dua")

    assert isinstance(first, RegisteredParty)
    assert not first.waiting
    assert second.waiting
    assert await standings(conference) == {
        "Ada": "has",
        "Ben": "has",
        "Cem": "waits",
        "Dua": "waits",
    }


async def test_nobody_waits_without_knowing_it(conference):
    await make_form(conference, seats=1)
    await registered(conference, "Ada")

    outcome = await registered(conference, "Ben", may_wait=False)

    assert outcome == NoPlaces(left=0, may_wait=True)
    assert "Ben" not in await standings(conference)


async def test_without_a_waiting_list_the_house_is_full(conference):
    await make_form(conference, seats=1, waiting_list=False)
    await registered(conference, "Ada")

    outcome = await registered(conference, "Ben")

    assert outcome == NoPlaces(left=0, may_wait=False)
    assert await standings(conference) == {"Ada": "has"}


async def test_a_group_has_places_of_its_own(conference):
    await make_form(conference, seats=10)
    town = await make_group(conference, seats=1)
    club = await make_group(conference, "Verein", seats=2)

    await registered(conference, "Ada", group=town)
    await registered(conference, "Ben", group=town)
    await registered(conference, "Cem", "Dua", group=club)

    assert await standings(conference) == {
        "Ada": "has",
        "Ben": "waits",
        "Cem": "has",
        "Dua": "has",
    }


async def test_people_from_a_list_hold_places_too(conference):
    await make_form(conference, seats=1)
    await make_participant(conference, given_name="Liste")

    outcome = await registered(conference, "Ada")

    assert outcome.waiting


async def test_the_same_form_twice_is_one_party(conference):
    await make_form(conference)
    request = uuid4()

    once = await registered(conference, "Ada", request=request)
    again = await registered(conference, "Ada", request=request)

    assert once == again
    assert await Party.count() == 1


async def test_giving_up_lets_the_first_in_line_move_up(conference):
    await make_form(conference, seats=2)
    first = await registered(conference, "Ada", "Ben")
    await registered(conference, "Cem", now=NOW + timedelta(minutes=1))
    await registered(conference, "Dua", now=NOW + timedelta(minutes=2))

    await give_up(first.people[0], conference=conference, by=SHE, now=LATER)

    assert await standings(conference) == {
        "Ada": "gone",
        "Ben": "has",
        "Cem": "has",
        "Dua": "waits",
    }


async def test_who_comes_back_stands_at_the_end_of_the_line(conference):
    await make_form(conference, seats=1)
    first = await registered(conference, "Ada")
    await registered(conference, "Ben")
    await registered(conference, "Cem", now=NOW + timedelta(minutes=2))
    await give_up(first.people[0], conference=conference, by=SHE, now=LATER)

    await take_again(first.people[0], conference=conference, by=SHE, now=LATER)

    assert await standings(conference) == {"Ada": "waits", "Ben": "has", "Cem": "waits"}
    cem = (await Participant.objects().get(Participant.given_name == "Cem")).id
    ben = (await Participant.objects().get(Participant.given_name == "Ben")).id
    await give_up(ben, conference=conference, by=SHE, now=LATER)
    assert (await standings(conference))["Cem"] == "has"
    await give_up(cem, conference=conference, by=SHE, now=LATER)
    assert (await standings(conference))["Ada"] == "has"


async def test_coming_back_to_a_full_house_without_a_list_is_refused(conference):
    await make_form(conference, seats=1, waiting_list=False)
    first = await registered(conference, "Ada")
    await give_up(first.people[0], conference=conference, by=SHE, now=LATER)
    await registered(conference, "Ben")

    back = await take_again(first.people[0], conference=conference, by=SHE, now=LATER)

    assert back == NoPlaces(left=0, may_wait=False)
    assert (await standings(conference))["Ada"] == "gone"


async def test_more_seats_let_people_move_up(conference):
    await make_form(conference, seats=1)
    await registered(conference, "Ada")
    await registered(conference, "Ben", "Cem", now=NOW + timedelta(minutes=1))
    await RegistrationForm.update({RegistrationForm.seats: 3}, force=True)

    moved = await fill_places(conference, by=SHE, now=LATER)

    assert moved == 2
    assert set((await standings(conference)).values()) == {"has"}


async def test_nobody_moves_up_after_the_conference(conference):
    await make_form(conference, seats=0)
    await registered(conference, "Ada")
    await RegistrationForm.update({RegistrationForm.seats: 3}, force=True)

    moved = await fill_places(conference, by=SHE, now=NOW + timedelta(days=9))

    assert moved == 0


async def test_a_session_that_filled_up_writes_nothing(conference):
    await make_form(conference)
    session = await make_session(conference, seats=1)
    await registered(conference, "Ada", sessions=(session,))

    outcome = await registered(conference, "Ben", sessions=(session,))

    assert outcome == SessionsFull(left={session: 0})
    assert await standings(conference) == {"Ada": "has"}


async def test_who_knows_that_a_session_is_full_waits_for_it(conference):
    await make_form(conference)
    session = await make_session(conference, seats=1)
    ada = await registered(conference, "Ada", sessions=(session,))

    await registered(
        conference, "Ben", sessions=(session,), may_wait_for=frozenset({session})
    )

    assert await signed_up(session) == {"Ada": "held", "Ben": "waiting"}
    await leave(ada.people[0], session, conference=conference, by=SHE, now=LATER)
    assert await signed_up(session) == {"Ben": "held"}


async def test_cancelling_frees_the_places_in_sessions(conference):
    await make_form(conference)
    session = await make_session(conference, seats=1)
    ada = await registered(conference, "Ada", sessions=(session,))
    await registered(
        conference, "Ben", sessions=(session,), may_wait_for=frozenset({session})
    )

    await give_up(ada.people[0], conference=conference, by=SHE, now=LATER)

    assert await signed_up(session) == {"Ben": "held"}


async def test_who_waits_for_the_conference_holds_no_place_in_a_session(conference):
    await make_form(conference, seats=1)
    session = await make_session(conference, seats=1)
    ada = await registered(conference, "Ada")
    ben = await registered(conference, "Ben", sessions=(session,))
    assert await signed_up(session) == {"Ben": "waiting"}

    await give_up(ada.people[0], conference=conference, by=SHE, now=LATER)

    assert (await standings(conference))["Ben"] == "has"
    assert await signed_up(session) == {"Ben": "held"}
    assert (await registered(conference, "Cem", now=LATER)).people != ben.people


async def test_two_sessions_at_the_same_time_are_too_many(conference):
    await make_form(conference)
    one, other = [await make_session(conference) for _ in range(2)]
    ada = (await registered(conference, "Ada", sessions=(one,))).people[0]

    answer = await sign_up(
        ada, other, conference=conference, may_wait=False, by=SHE, now=LATER
    )

    assert answer == SameTime(other=one)


async def test_signing_up_later_and_twice(conference):
    await make_form(conference)
    session = await make_session(conference, seats=1)
    ada, ben = (await registered(conference, "Ada", "Ben")).people
    how = {"conference": conference, "by": SHE, "now": LATER}

    first = await sign_up(ada, session, may_wait=False, **how)
    again = await sign_up(ada, session, may_wait=False, **how)
    full = await sign_up(ben, session, may_wait=False, **how)
    waits = await sign_up(ben, session, may_wait=True, **how)

    assert first == again == SignedUp(standing=Standing.HELD)
    assert full == SessionFull()
    assert waits == SignedUp(standing=Standing.WAITING)


async def test_every_registration_stands_in_the_journal_without_names(conference):
    await make_form(conference)

    outcome = await registered(conference, "Ada", "Ben")

    rows = await fetch(
        "SELECT subject, facts FROM journal_entry WHERE act = 'party_registered'"
    )
    assert {row["subject"] for row in rows} == set(outcome.people)
    assert "Ada" not in str(rows)
