"""What became of what, as people see it."""

from uuid import uuid4

import httpx
import pytest

from lip.accounts.rules.roles import Role
from lip.conference.actions.register import ticket_code
from lip.conference.rules.codes import shown
from lip.database import fetch
from lip.tracing.actions.wish_answer import wish_of
from tests.client import send, sign_in_as
from tests.factories import KEYS, make_participant
from tests.proposals.collections import make_collecting, make_proposal

pytestmark = pytest.mark.anyio


async def test_an_editor_lays_a_trace_and_everybody_reads_it(client: httpx.AsyncClient):
    place = await make_collecting()
    first = await make_proposal(place, text="Mehr Kurse am Abend.")
    second = await make_proposal(place, text="Abendkurse in allen Stadtteilen.")
    await sign_in_as(client, Role.EDITOR)
    form = f"/edit/traces/proposal/{first.id}"
    fields = {"other": f"proposal:{second.id}", "request": str(uuid4())}

    choices = (await client.get(f"/de{form}")).text
    for _ in range(2):
        answer = await send(client, form, fields)
        assert answer.status_code == 303
    laid = (await client.get(f"/de{form}")).text
    read = (await client.get(f"/de/traces/proposal/{first.id}")).text

    assert "Abendkurse in allen Stadtteilen." in choices
    assert "führt zu" in laid
    assert f'href="/de/c/{place.key}/proposals/{second.number}"' in read


async def test_what_is_hidden_has_no_way_for_the_public(client: httpx.AsyncClient):
    place = await make_collecting()
    made = await make_proposal(place)
    await fetch("UPDATE proposal SET standing = ? WHERE id = ?", "hidden", made.id)

    for path in (f"proposal/{made.id}", f"proposal/{uuid4()}", f"nothing/{uuid4()}"):
        answer = await client.get(f"/de/traces/{path}")
        assert answer.status_code == 404


async def test_the_figures_say_how_many_have_an_answer(client: httpx.AsyncClient):
    place = await make_collecting()
    for _ in range(2):
        await make_proposal(place)

    page = (await client.get("/de/traces")).text

    assert "0 von 2 Vorschlägen haben eine Antwort (0 %)." in page


async def test_she_asks_for_a_letter_and_takes_it_back(client: httpx.AsyncClient):
    place = await make_collecting()
    author = await make_participant(place)
    await make_proposal(place, participant=author.id, text="Mehr Kurse.")
    path = f"/t/{shown(ticket_code(author.id, 1, keys=KEYS))}/answers"

    wrong = await client.post(path, data={"email": "so nicht"})
    right = await client.post(path, data={"email": "ada@example.org"})
    page = (await client.get(f"/de{path}")).text
    kept = await wish_of(author.id)
    ended = await client.post(path, data={"end": "1"})

    assert wrong.status_code == 422
    assert "so nicht" in wrong.text
    assert right.status_code == ended.status_code == 303
    assert "Mehr Kurse." in page
    assert "ada@example.org" in page
    assert kept is not None
    assert await wish_of(author.id) is None
