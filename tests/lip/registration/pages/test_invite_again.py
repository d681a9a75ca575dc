"""On her own page somebody agrees to be invited again, and takes it back."""

import httpx
import pytest

from lip.conference.rules.codes import shown
from lip.database import fetch
from lip.registration.queries.invitations import earlier_conferences
from tests.factories import make_conference, make_participant

pytestmark = pytest.mark.anyio


async def test_who_agrees_can_be_invited_until_she_takes_it_back(
    client: httpx.AsyncClient,
):
    before, next_one = await make_conference("eins"), await make_conference("zwei")
    guest = await make_participant(before, email="ada@example.org")
    page = f"/de/t/{shown(guest.code)}/invitations"

    asked = await client.get(page)
    for _twice in range(2):
        await client.post(page, data={"answer": "yes"})
    agreed = await earlier_conferences(next_one.id)
    told = await client.get(page)
    await client.post(page, data={"answer": "no"})

    assert "Ich möchte zu späteren Konferenzen eingeladen werden." in asked.text
    assert "Sie werden zu späteren Konferenzen eingeladen." in told.text
    assert [(one.key, one.people) for one in agreed] == [("eins", 1)]
    assert await earlier_conferences(next_one.id) == []
    (consent,) = await fetch("SELECT * FROM consent")
    assert consent["wording"] in asked.text.replace("&#34;", '"')
    assert consent["language"] == "de"
    assert consent["withdrawn_at"] is not None


async def test_taking_back_what_is_sensitive_leaves_this_agreement(
    client: httpx.AsyncClient,
):
    place = await make_conference("eins")
    guest = await make_participant(place, email="ada@example.org")
    own = f"/de/t/{shown(guest.code)}"
    await client.post(f"{own}/invitations", data={"answer": "yes"})

    page = await client.get(own)

    assert "Meine Zustimmung zurücknehmen" not in page.text
    assert "Wieder eingeladen werden" in page.text


async def test_a_wrong_code_finds_nobody(client: httpx.AsyncClient):
    answer = await client.get("/de/t/ABCD-EFGH-JKMN/invitations")

    assert answer.status_code == 404
