"""Invite, send, remind, answer, withdraw, forget."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from lip.conference.rules.stages import Stage
from lip.conference.tables import Conference
from lip.database import fetch
from lip.errors import Conflict, TooLate
from lip.journal.queries import Filter, entries
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import COMMAND
from lip.registration.actions.answer_invitation import (
    accept_invitation,
    decline_invitation,
)
from lip.registration.actions.forget_invitations import (
    delete_invitations,
    erase_invitation,
    forget_invited,
)
from lip.registration.actions.invite import (
    Sender,
    invitation_token,
    invite,
    remind_invited,
    send_invitations,
    withdraw_invitation,
)
from lip.registration.documents.invitation_letters import InvitationWords
from lip.registration.queries.invitations import (
    invitation_of_token,
    invitations_of,
)
from lip.registration.rules.invitations import Invited
from lip.registration.rules.registering import NoPlaces
from lip.said import Said
from tests.factories import KEYS, make_conference, make_participant
from tests.lip.registration.parties import NOW, make_form, make_group, registered

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("db")]

BY = {"by": COMMAND, "now": NOW}
SENDER = Sender(
    words=InvitationWords(title=Said.of(de="Konferenz", ar="مؤتمر")),
    keys=KEYS,
    base_url="https://lip.example",
)
ADA = Invited(name="Ada Yıldız", email="ada@example.org", language="ar")
ERIKA = Invited(name="Erika Vogt")


async def a_conference(**settings):
    place = await make_conference("eins", now=NOW)
    await make_form(place, **settings)
    return place


async def invited(place, *people: Invited, group: UUID | None = None) -> list[UUID]:
    await invite(place, people or (ADA,), group=group, request=uuid4(), keys=KEYS, **BY)
    return [one.id for one in await invitations_of(place.id)]


async def letters() -> list[dict]:
    return await fetch("SELECT * FROM mail_out ORDER BY key")


async def test_the_same_list_sent_twice_invites_once():
    place, request = await a_conference(), uuid4()

    for _turn in range(2):
        made = await invite(
            place, [ADA, ERIKA], group=None, request=request, keys=KEYS, **BY
        )

    assert (made.added, len(await invitations_of(place.id))) == (0, 2)


async def test_who_is_registered_or_invited_gets_no_second_invitation():
    place = await a_conference()
    await make_participant(place, email="ADA@example.org", now=NOW)
    ben = Invited(name="Ben", email="ben@example.org")
    await invited(place, ben)

    made = await invite(place, [ADA, ben], request=uuid4(), keys=KEYS, **BY)

    assert (made.added, made.known) == (0, 2)


async def test_only_the_hash_of_a_link_is_stored():
    place = await a_conference()
    (one,) = await invited(place)
    token = invitation_token(one, keys=KEYS)

    rows = await fetch("SELECT * FROM invitation")
    found = await invitation_of_token(KEYS.seal("invitation", token))

    assert token not in str(rows)
    assert found is not None
    assert found[0].id == one


async def test_everybody_with_an_address_gets_one_letter_in_her_language():
    place = await a_conference()
    await invited(place, ADA, ERIKA)

    first = await send_invitations(place, sender=SENDER, **BY)
    again = await send_invitations(place, sender=SENDER, **BY)

    (letter,) = await letters()
    assert (first, again) == (1, 0)
    assert letter["language"] == "ar"
    assert "مؤتمر" in letter["subject"]
    assert "https://lip.example/ar/i/" in letter["text"]
    assert letter["to_address"] == "ada@example.org"


async def test_only_who_has_not_answered_is_reminded_and_only_once():
    place = await a_conference()
    people = [replace(ADA, email=f"gast{n}@example.org") for n in range(3)]
    first, second, _third = await invited(place, *people)
    await send_invitations(place, sender=SENDER, **BY)
    await accept_invitation(first, place, language="de", keys=KEYS, now=NOW)
    await decline_invitation(second, place, now=NOW)

    reminded = await remind_invited(place, sender=SENDER, **BY)
    again = await remind_invited(place, sender=SENDER, **BY)

    assert (reminded, again) == (1, 0)
    assert [one["key"].endswith(":again") for one in await letters()] == [False, True]


async def test_accepting_registers_in_the_group_and_empties_the_invitation():
    place = await a_conference()
    group = await make_group(place, invited_only=True)
    (one,) = await invited(place, group=group)
    await send_invitations(place, sender=SENDER, **BY)

    person = await accept_invitation(one, place, language="de", keys=KEYS, now=NOW)
    twice = await accept_invitation(one, place, language="de", keys=KEYS, now=NOW)

    (row,) = await fetch(
        "SELECT p.full_name, p.email, p.language, l.in_group FROM participant p "
        "JOIN place l ON l.participant = p.id"
    )
    (there,) = await invitations_of(place.id)
    assert person == twice
    assert (row["full_name"], row["email"]) == ("Ada Yıldız", "ada@example.org")
    assert (row["language"], row["in_group"]) == ("ar", group)
    assert (there.name, there.email, there.participant) == ("", "", person)
    assert await letters() == []


async def test_a_full_group_says_so_and_the_invited_may_wait():
    place = await a_conference()
    group = await make_group(place, seats=1)
    await registered(place, "Ben", group=group)
    (one,) = await invited(place, group=group)

    said = await accept_invitation(one, place, language="de", keys=KEYS, now=NOW)
    waits = await accept_invitation(
        one, place, language="de", may_wait=True, keys=KEYS, now=NOW
    )

    assert said == NoPlaces(left=0, may_wait=True)
    (row,) = await fetch("SELECT waiting_since FROM participant WHERE id = ?", waits)
    assert row["waiting_since"] is not None


async def test_declining_empties_name_and_address_and_ends_the_link():
    place = await a_conference()
    (one,) = await invited(place)

    await decline_invitation(one, place, now=NOW)
    await decline_invitation(one, place, now=NOW)

    (there,) = await invitations_of(place.id)
    assert (there.name, there.email, there.declined_at) == ("", "", NOW)
    with pytest.raises(TooLate, match="invitation_answered"):
        await accept_invitation(one, place, language="de", keys=KEYS, now=NOW)
    acts = [entry.act for entry in await entries(Filter(scope="eins"), limit=20)]
    assert acts.count(Act.INVITATION_DECLINED) == 1


async def test_a_withdrawn_invitation_registers_nobody():
    place = await a_conference()
    (one,) = await invited(place)
    await send_invitations(place, sender=SENDER, **BY)

    assert await withdraw_invitation(place, one, **BY)
    assert not await withdraw_invitation(place, one, **BY)

    with pytest.raises(TooLate, match="invitation_withdrawn"):
        await accept_invitation(one, place, language="de", keys=KEYS, now=NOW)
    assert await letters() == []


async def test_after_closing_nobody_is_invited_and_names_are_forgotten():
    place = await a_conference(closes_at=NOW + timedelta(hours=1))
    (one,) = await invited(place)
    await send_invitations(place, sender=SENDER, **BY)
    later = NOW + timedelta(hours=2)

    assert await forget_invited(place, by=COMMAND, now=NOW) == 0
    assert await forget_invited(place, by=COMMAND, now=later) == 1

    (there,) = await invitations_of(place.id)
    assert (there.name, there.email) == ("", "")
    assert await letters() == []
    with pytest.raises(TooLate, match="invitations_ended"):
        await accept_invitation(one, place, language="de", keys=KEYS, now=later)
    with pytest.raises(TooLate, match="invitations_ended"):
        await invite(place, [ERIKA], request=uuid4(), keys=KEYS, by=COMMAND, now=later)


async def test_a_draft_sends_no_invitation():
    place = await a_conference()
    await invited(place)
    await Conference.update(stage=Stage.DRAFT.value).where(Conference.id == place.id)
    draft = replace(place, stage=Stage.DRAFT)

    with pytest.raises(Conflict, match="invitations_of_draft"):
        await send_invitations(draft, sender=SENDER, **BY)


async def test_invitations_go_after_their_day_and_on_wish():
    place = await a_conference()
    first, _second = await invited(place, ADA, ERIKA)
    person = await accept_invitation(first, place, language="de", keys=KEYS, now=NOW)
    assert isinstance(person, UUID)

    assert await erase_invitation(person) == 1
    assert await delete_invitations(NOW) == {}
    assert await delete_invitations(NOW + timedelta(days=60)) == {"eins": 1}
    assert await invitations_of(place.id) == []
