"""Invitations from the list to the ticket, as organisers and the invited meet them."""

import io
import re
from datetime import timedelta
from uuid import uuid4

import httpx
import pypdfium2
import pytest

from lip.accounts.rules.roles import Role
from lip.database import fetch
from lip.journal.rules.entries import COMMAND
from lip.registration.actions.change_form import close_form
from lip.registration.actions.invite import invitation_token, withdraw_invitation
from lip.registration.actions.usual_form import make_usual_form
from lip.registration.queries.invitations import invitations_of
from lip.registration.rules.invitations import AGAIN
from lip.registration.tables import Consent
from tests.client import another, send, sign_in_as
from tests.factories import KEYS, clock, make_conference, make_participant
from tests.queries import counted_queries

pytestmark = pytest.mark.anyio

HERE = "/conferences/eins/registration/invitations"


async def an_organiser(client: httpx.AsyncClient):
    place = await make_conference("eins")
    await make_usual_form(place, by=COMMAND, now=clock())
    await sign_in_as(client, Role.ORGANISER, "eins")
    return place


async def invited(client: httpx.AsyncClient, text: str) -> httpx.Response:
    return await send(
        client, HERE, {"way": "list", "list": text, "request": str(uuid4())}
    )


async def link_of(place, name: str) -> str:
    one = next(one for one in await invitations_of(place.id) if one.name == name)
    return f"/i/{invitation_token(one.id, keys=KEYS)}"


async def read(client: httpx.AsyncClient, path: str = HERE) -> str:
    answer = await client.get(f"/de{path}")
    assert answer.status_code == 200, answer.text
    return answer.text


async def test_one_person_is_invited_by_hand(client: httpx.AsyncClient):
    place = await an_organiser(client)
    person = {"name": "Ada Yıldız", "email": "ada@example.org", "language": "ar"}

    made = await send(client, HERE, person)
    page = await read(client, made.headers["location"])

    (one,) = await invitations_of(place.id)
    assert {"name": one.name, "email": one.email, "language": one.language} == person
    assert "1 Einladung angelegt." in page


async def test_what_was_typed_stays_beside_what_is_wrong(client: httpx.AsyncClient):
    place = await an_organiser(client)

    answer = await send(client, HERE, {"name": "Ada Yıldız", "email": "ada@example"})

    assert answer.status_code == 422
    assert 'value="Ada Yıldız"' in answer.text
    assert 'value="ada@example"' in answer.text
    assert await invitations_of(place.id) == []


async def test_a_list_with_a_wrong_line_invites_nobody_yet(client: httpx.AsyncClient):
    place = await an_organiser(client)

    answer = await invited(client, "Ada; ada@example.org\nBen; ben@example")

    assert answer.status_code == 422
    assert "Zeile 2" in answer.text
    assert "ben@example" in answer.text
    assert await invitations_of(place.id) == []


async def test_a_file_from_a_spreadsheet_is_read(client: httpx.AsyncClient):
    place = await an_organiser(client)
    content = "Name;E-Mail;Sprache\r\nJürgen Groß;juergen@example.org;de".encode(
        "cp1252"
    )

    await send(
        client,
        HERE,
        {"way": "list", "list": ""},
        files={"file": ("liste.csv", content, "text/csv")},
    )

    assert [one.name for one in await invitations_of(place.id)] == ["Jürgen Groß"]


async def test_letters_go_out_once_and_reminders_to_who_did_not_answer(
    client: httpx.AsyncClient,
):
    place = await an_organiser(client)
    await invited(client, "Ada; ada@example.org; ar\nBen; ben@example.org; de\nErika")

    await send(client, f"{HERE}/send")
    await send(client, f"{HERE}/send")
    await another(client).post(await link_of(place, "Ben"), data={"answer": "decline"})
    await send(client, f"{HERE}/send", {"again": "1"})

    keys = [row["key"] for row in await fetch("SELECT key FROM mail_out")]
    assert len(keys) == 2
    assert sum(key.endswith(":again") for key in keys) == 1


async def test_the_link_registers_in_two_taps_without_an_account(
    client: httpx.AsyncClient,
):
    place = await an_organiser(client)
    await invited(client, "Ada Yıldız; ada@example.org; ar")
    link = await link_of(place, "Ada Yıldız")
    phone = another(client)

    opened = await phone.get(f"/de{link}")
    ticket = await phone.post(f"/de{link}", data={"answer": "yes"})
    twice = await phone.post(f"/de{link}", data={"answer": "yes"})
    later = await phone.get(f"/de{link}")

    assert "Ada Yıldız" in opened.text
    assert "العربية" in opened.text
    assert opened.text.count('value="yes"') == 1
    assert ticket.headers["location"].startswith("/de/t/")
    assert twice.headers["location"] == ticket.headers["location"]
    assert "Sie sind schon angemeldet." in later.text
    assert not phone.cookies
    people = await fetch("SELECT full_name FROM participant")
    assert [one["full_name"] for one in people] == ["Ada Yıldız"]
    await phone.aclose()


async def test_opening_the_link_alone_registers_nobody(client: httpx.AsyncClient):
    """Mail programs look at links before people do."""
    place = await an_organiser(client)
    await invited(client, "Ada; ada@example.org")
    link = await link_of(place, "Ada")

    for _look in range(3):
        await client.get(f"/de{link}")

    assert await fetch("SELECT id FROM participant") == []


async def test_who_declines_is_told_that_her_name_is_gone(client: httpx.AsyncClient):
    place = await an_organiser(client)
    await invited(client, "Ada; ada@example.org")
    link = await link_of(place, "Ada")
    phone = another(client)

    await phone.post(f"/de{link}", data={"answer": "decline"})
    page = await phone.get(f"/de{link}")
    too_late = await phone.post(f"/de{link}", data={"answer": "yes"})

    assert "Schade, dass Sie nicht kommen können." in page.text
    assert too_late.status_code == 303
    assert await fetch("SELECT id FROM participant") == []
    await phone.aclose()


async def test_links_that_lead_nowhere_answer_with_a_sentence(
    client: httpx.AsyncClient,
):
    place = await an_organiser(client)
    await invited(client, "Ada; ada@example.org\nBen; ben@example.org")
    ada, ben = await link_of(place, "Ada"), await link_of(place, "Ben")
    one = next(one for one in await invitations_of(place.id) if one.name == "Ada")

    await withdraw_invitation(place, one.id, by=COMMAND, now=clock())
    withdrawn = await client.get(f"/de{ada}")
    await close_form(place, by=COMMAND, now=clock() - timedelta(minutes=1))
    expired = await client.get(f"/de{ben}")
    foreign = await client.get("/de/i/erfunden")

    assert (withdrawn.status_code, expired.status_code, foreign.status_code) == (
        410,
        410,
        404,
    )
    assert "Diese Einladung gilt nicht mehr." in withdrawn.text
    assert "Die Anmeldung ist geschlossen." in expired.text
    assert "Diese Einladung gibt es nicht." in foreign.text


async def test_a_full_house_offers_the_waiting_list(client: httpx.AsyncClient):
    place = await an_organiser(client)
    await make_participant(place)
    await fetch("UPDATE registration_form SET seats = 1")
    await invited(client, "Ada; ada@example.org")
    link = await link_of(place, "Ada")

    full = await client.post(
        f"/de{link}", data={"answer": "yes", "csrf": await _token(client)}
    )
    waits = await client.post(
        f"/de{link}",
        data={"answer": "yes", "may_wait": "1", "csrf": await _token(client)},
    )

    assert full.status_code == 409
    assert "Auf die Warteliste" in full.text
    assert waits.status_code == 303


async def _token(client: httpx.AsyncClient) -> str:
    found = re.search(r'name="csrf" value="([^"]+)"', (await client.get("/")).text)
    return found[1] if found else ""


async def test_letters_on_paper_have_a_page_and_a_link_each(client: httpx.AsyncClient):
    place = await an_organiser(client)
    await invited(client, "Erika Vogt\nعمر الخطيب; ar\nAda; ada@example.org")

    paper = await client.get(f"{HERE}/letters.pdf")
    again = await client.get(f"{HERE}/letters.pdf")

    document = pypdfium2.PdfDocument(io.BytesIO(paper.content))
    text = "\n".join(page.get_textpage().get_text_bounded() for page in document)
    assert paper.headers["content-type"] == "application/pdf"
    assert len(document) == 2
    assert "Guten Tag Erika Vogt," in text
    assert "ada@example.org" not in text
    token = (await link_of(place, "Erika Vogt")).rpartition("/")[2]
    typed = re.sub(r"\s", "", text.replace("\x02", "-"))  # a line's last hyphen
    assert token in typed
    assert again.status_code == 200


async def test_words_of_the_invitation_are_seen_in_every_language(
    client: httpx.AsyncClient,
):
    await an_organiser(client)

    await send(
        client, f"{HERE}/words", {"subject-de": "Komm vorbei", "text-ar": "أهلا بكم"}
    )
    page = await read(client, f"{HERE}/words")

    assert "Komm vorbei" in page
    assert "أهلا بكم" in page
    assert 'lang="ar" dir="rtl"' in page


async def test_people_of_earlier_conferences_are_invited_if_they_agreed(
    client: httpx.AsyncClient,
):
    place = await make_conference("eins")
    await make_usual_form(place, by=COMMAND, now=clock())
    before = await make_conference("frueher", title="Konferenz 2025")
    await sign_in_as(client, Role.ORGANISER)
    for name, agrees in (("Ada", True), ("Ben", False)):
        guest = await make_participant(
            before, given_name=name, family_name="", email=f"{name}@example.org"
        )
        await _consent(guest.id, agrees=agrees)

    page = await read(client)
    await send(client, HERE, {"earlier": "frueher"})

    assert "Konferenz 2025: 1 Person" in page
    assert [one.name for one in await invitations_of(place.id)] == ["Ada"]


async def _consent(participant, *, agrees: bool) -> None:
    await Consent.insert(
        Consent(
            id=uuid4(),
            participant=participant,
            purpose=AGAIN,
            wording="Ich möchte wieder eingeladen werden.",
            language="de",
            given_at=clock(),
            withdrawn_at=None if agrees else clock(),
        )
    )


async def test_other_organisers_people_are_not_offered(client: httpx.AsyncClient):
    await an_organiser(client)
    before = await make_conference("frueher", title="Konferenz 2025")
    guest = await make_participant(before, email="ada@example.org")
    await _consent(guest.id, agrees=True)

    page = await read(client)
    refused = await send(client, HERE, {"earlier": "frueher"})

    assert "Konferenz 2025" not in page
    assert refused.status_code == 404


async def test_the_list_costs_as_many_queries_for_one_as_for_many(
    client: httpx.AsyncClient,
):
    await an_organiser(client)
    await invited(client, "Ada; ada@example.org")
    await read(client)

    with counted_queries() as few:
        await read(client)
    await invited(client, "\n".join(f"Gast; gast{n}@example.org" for n in range(60)))
    with counted_queries() as many:
        await read(client)

    assert len(few) == len(many)
