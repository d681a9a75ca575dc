"""The outbox as organisers see it."""

from datetime import timedelta
from uuid import uuid4

import httpx
import pytest

from lip.accounts.rules.roles import Role
from lip.database import StoreEngine, fetch
from lip.mail.rules.letters import Enclosure, Fate, Trouble
from tests.client import client_of, send, settings_for, sign_in_as
from tests.factories import make_conference, make_participant
from tests.letters import clock, outbox, queued
from tests.queries import counted_queries

pytestmark = pytest.mark.anyio

LIST = "/conferences/konferenz/mail"
PDF = Enclosure(filename="Tïcket.pdf", media_type="application/pdf", content=b"%PDF")


@pytest.fixture
async def organiser(client: httpx.AsyncClient) -> httpx.AsyncClient:
    await make_conference()
    await sign_in_as(client, Role.ORGANISER, "konferenz")
    return client


async def the_letter() -> str:
    [row] = await outbox()
    return f"{LIST}/{row['id']}"


async def set_fate(fate: Fate, trouble: Trouble = Trouble.NONE, said: str = "") -> None:
    await fetch(
        "UPDATE mail_out SET fate = ?, trouble = ?, last_answer = ?",
        fate.value,
        trouble.value,
        said,
    )


async def test_an_empty_outbox_says_what_will_stand_there(
    organiser: httpx.AsyncClient,
):
    page = await organiser.get(LIST)

    assert page.status_code == 200
    assert "Noch keine E-Mail" in page.text


async def test_without_a_mail_server_it_says_so_and_how_to_send(
    organiser: httpx.AsyncClient,
):
    await queued()

    page = await organiser.get(LIST)
    one = await organiser.get(await the_letter())

    assert "LIP verschickt hier keine E-Mails" in page.text
    assert "Als E-Mail öffnen" in one.text
    assert "mailto:amal@example.org?subject=Ihr%20Ticket&amp;body=Guten" in one.text


async def test_with_a_mail_server_it_names_the_sender(db: StoreEngine, engine_url: str):
    settings = settings_for(
        engine_url, smtp_url="smtp://127.0.0.1:9", mail_from="post@example.org"
    )
    async with client_of(settings) as client:
        await make_conference()
        await sign_in_as(client, Role.ORGANISER, "konferenz")

        page = await client.get(LIST)

    assert "E-Mails gehen von selbst hinaus" in page.text
    assert "post@example.org" in page.text


@pytest.mark.parametrize(
    "fate, word",
    [
        (Fate.WAITING, "wartet"),
        (Fate.SENT, "verschickt"),
        (Fate.UNCERTAIN, "unklar"),
        (Fate.FAILED, "nicht verschickt"),
        (Fate.CALLED_OFF, "angehalten"),
    ],
)
async def test_letters_are_found_by_their_fate(
    organiser: httpx.AsyncClient, fate: Fate, word: str
):
    await queued(subject="Gesucht")
    await set_fate(fate)
    await queued(subject="Anderes")
    await fetch("UPDATE mail_out SET fate = 'sending' WHERE subject = 'Anderes'")

    page = await organiser.get(f"{LIST}?fate={fate}")

    assert "Gesucht" in page.text
    assert "Anderes" not in page.text
    assert f"</svg>{word}</span>" in page.text


async def test_letters_are_found_by_name_address_and_subject(
    organiser: httpx.AsyncClient,
):
    await queued(to_name="Özlem Öz", to_address="oez@example.org", subject="Eins")
    await queued(to_name="Bo_b%", to_address="bob@example.org", subject="Zwei")

    found = {
        words: [
            s
            for s in ("Eins", "Zwei")
            if s in (await organiser.get(LIST, params={"q": words})).text
        ]
        for words in ("Özlem", "OEZ@", "zwei", "o_b", "%", "Öz bob", "niemand")
    }

    assert found == {
        "Özlem": ["Eins"],
        "OEZ@": ["Eins"],
        "zwei": ["Zwei"],
        "o_b": ["Zwei"],
        "%": ["Zwei"],
        "Öz bob": [],
        "niemand": [],
    }


async def test_a_long_list_has_pages_and_costs_the_same(organiser: httpx.AsyncClient):
    await queued()
    with counted_queries() as few:
        await organiser.get(LIST)
    await queued(120)

    with counted_queries() as many:
        first = await organiser.get(LIST)
    last = await organiser.get(f"{LIST}?p=999999")

    assert len(many) == len(few)
    assert first.text.count('data-label="Verbleib"') == 50
    assert last.text.count('data-label="Verbleib"') == 21


async def test_a_letter_is_shown_as_it_went(organiser: httpx.AsyncClient):
    conference = await make_conference("zweite")
    person = await make_participant(conference)
    await queued(
        about=person.id,
        language="ar",
        subject="تذكرتكم",
        text="<b>مرحبا</b>",
        html="<script>alert(1)</script><p>مرحبا</p>",
        enclosures=(PDF,),
    )
    path = await the_letter()

    shown = await organiser.get(path)
    page = await organiser.get(f"{path}/page")
    file = await organiser.get(f"{path}/enclosures/1")
    draft = await organiser.get(f"{path}/draft")
    none = await organiser.get(f"{path}/enclosures/2")

    assert 'lang="ar"' in shown.text
    assert "&lt;b&gt;مرحبا" in shown.text
    assert f"participants/{person.id}" in shown.text
    assert page.text.endswith("<p>مرحبا</p>")
    assert "sandbox" in page.headers["content-security-policy"]
    assert "script-src" not in page.headers["content-security-policy"]
    assert file.content == b"%PDF"
    assert "T%C3%AFcket.pdf" in file.headers["content-disposition"]
    assert draft.headers["content-type"].startswith("message/rfc822")
    assert b"X-Unsent: 1" in draft.content
    assert none.status_code == 404


async def test_a_letter_of_another_conference_is_not_shown(
    organiser: httpx.AsyncClient,
):
    await make_conference("zweite")
    await queued(scope="zweite")
    path = await the_letter()

    answers = [
        await organiser.get(path),
        await organiser.get(f"{path}/page"),
        await organiser.get(f"{path}/draft"),
        await send(organiser, f"{path}/sent"),
    ]

    assert [one.status_code for one in answers] == [404] * 4
    [row] = await outbox()
    assert row["fate"] == Fate.WAITING


async def test_it_says_why_a_letter_failed_and_what_the_server_said(
    organiser: httpx.AsyncClient,
):
    await queued()
    await set_fate(Fate.FAILED, Trouble.REFUSED, "550 5.1.1 <no> such user")

    page = await organiser.get(await the_letter())

    assert "Der Mailserver hat die E-Mail abgelehnt." in page.text
    assert "550 5.1.1 &lt;no&gt; such user" in page.text


async def test_a_corrected_address_sends_the_letter_again(
    organiser: httpx.AsyncClient,
):
    await queued(to_address="amal@example")
    path = await the_letter()

    wrong = await send(organiser, f"{path}/again", {"address": "amal@@example.org"})
    right = await send(organiser, f"{path}/again", {"address": " amal@example.org "})

    assert wrong.status_code == 422
    assert "amal@@example.org" in wrong.text
    assert right.status_code == 303
    [row] = await outbox()
    assert (row["fate"], row["to_address"]) == (Fate.WAITING, "amal@example.org")


async def test_people_settle_what_is_unclear(organiser: httpx.AsyncClient):
    await queued()
    await set_fate(Fate.UNCERTAIN, Trouble.NO_RECEIPT)
    path = await the_letter()
    listed = await organiser.get(LIST)

    answer = await send(organiser, f"{path}/sent")
    twice = await send(organiser, f"{path}/sent")

    [row] = await outbox()
    assert "Bei einer E-Mail ist unklar" in listed.text
    assert answer.status_code == twice.status_code == 303
    assert row["fate"] == Fate.SENT
    assert "unklar, ob" not in (await organiser.get(LIST)).text


async def test_a_waiting_letter_is_stopped(organiser: httpx.AsyncClient):
    await queued(send_until=clock() + timedelta(days=1), about=uuid4())
    path = await the_letter()

    answer = await send(organiser, f"{path}/stop")

    [row] = await outbox()
    assert answer.status_code == 303
    assert row["fate"] == Fate.CALLED_OFF
    journal = await organiser.get("/conferences/konferenz/journal")
    assert "E-Mail angehalten" in journal.text
    assert "amal@example.org" not in journal.text


async def test_what_is_on_its_way_cannot_be_stopped(organiser: httpx.AsyncClient):
    await queued()
    path = await the_letter()
    await set_fate(Fate.SENDING)

    answer = await send(organiser, f"{path}/stop")

    assert answer.status_code == 409
    assert "wird gerade verschickt" in answer.text


async def test_a_long_text_does_not_go_into_an_address(organiser: httpx.AsyncClient):
    await queued(text="مرحبا " * 300)

    page = await organiser.get(await the_letter())

    assert "mailto:amal@example.org?subject=Ihr%20Ticket" in page.text
    assert "body=" not in page.text
