"""Fields of action and languages: suggested, chosen, corrected, filtered by."""

import re

import httpx
import pytest

from lip.accounts.rules.roles import Role
from proposals.queries.proposals import proposal_of, shown_proposals
from tests.client import another, send, sign_in_as
from tests.factories import make_participant
from tests.lip.fields.factories import make_field
from tests.proposals.collections import make_collecting, make_proposal
from tests.queries import counted_queries

pytestmark = pytest.mark.anyio
COURSES = "Deutschkurse am Abend für Eltern"
STAFF = "/conferences/konferenz/proposals"


async def a_person():
    conference = await make_collecting()
    ada = await make_participant(conference)
    code = "-".join(re.findall("....", ada.code))
    return conference, ada, f"/t/{code}/proposals"


async def test_a_field_is_suggested_after_handing_in_and_set_by_one_tap(
    client: httpx.AsyncClient,
):
    conference, _ada, path = await a_person()
    field = await make_field("Bildung", en="Education")
    await make_field("Soziales")

    await client.post(path, data={"text": COURSES})
    page = (await client.get(f"/en{path}")).text
    (before,) = await shown_proposals(conference.id)
    await client.post(f"{path}/1/field", data={"field": str(field)})
    (after,) = await shown_proposals(conference.id)

    assert re.search(rf'<option value="{field}" selected>Education<', page)
    assert (before.field, after.field) == (None, field)


async def test_while_typing_the_field_is_offered_as_a_button(client: httpx.AsyncClient):
    _conference, _ada, path = await a_person()
    field = await make_field("Bildung")

    answer = await client.post(f"/de{path}/alike", data={"text": COURSES})

    assert f'data-field="{field}"' in answer.text


@pytest.mark.parametrize("wrong", ["nein", "00000000-0000-4000-8000-000000000000"])
async def test_an_unknown_field_is_said(client: httpx.AsyncClient, wrong: str):
    conference, _ada, path = await a_person()

    answer = await client.post(f"/de{path}", data={"text": COURSES, "field": wrong})

    assert answer.status_code == 422
    assert "Dieses Handlungsfeld gibt es nicht" in answer.text
    assert await shown_proposals(conference.id) == []


async def test_the_public_list_is_narrowed_to_a_field(client: httpx.AsyncClient):
    conference, _ada, _path = await a_person()
    field = await make_field("Bildung")
    await make_proposal(conference, "Mehr Kurse", field=field)
    await make_proposal(conference, "Mehr Bäume")

    everything = (await client.get("/de/c/konferenz/proposals")).text
    narrowed = (await client.get(f"/de/c/konferenz/proposals?field={field}")).text
    strange = (await client.get("/de/c/konferenz/proposals?field=x")).text

    assert "Mehr Kurse" in everything
    assert "Mehr Bäume" in everything
    assert "Mehr Kurse" in narrowed
    assert "Mehr Bäume" not in narrowed
    assert "1 Vorschlag, in den Worten" in narrowed
    assert "Mehr Bäume" in strange


async def test_moderators_put_right_field_and_language(client: httpx.AsyncClient):
    conference, _ada, _path = await a_person()
    field = await make_field("Bildung")
    await make_proposal(conference, "Kurse")
    await sign_in_as(client, Role.MODERATOR)

    page = (await client.get(f"/de{STAFF}")).text
    await send(client, f"{STAFF}/1/field", {"field": str(field), "back": "shown"})
    await send(client, f"{STAFF}/1/language", {"language": "de", "back": "shown"})
    strange = await send(client, f"{STAFF}/1/language", {"language": "xx"})
    narrowed = (await client.get(f"/de{STAFF}?standing=shown&field={field}")).text

    assert "Die Sprache wurde nicht erkannt." in page
    kept = await proposal_of(conference.id, 1)
    assert kept is not None
    assert (kept.field, kept.wording.language, kept.language_chosen) == (
        *(field, "de", True),
    )
    assert strange.status_code == 422
    assert "Kurse" in narrowed


async def test_what_was_detected_is_said_and_the_author_corrects_it(
    client: httpx.AsyncClient,
):
    conference, _ada, path = await a_person()
    await client.post(path, data={"text": "Li nexweşxaneyan wergêr hebin, bi şev jî."})

    page = (await client.get(f"/de{path}")).text
    await client.post(f"{path}/1/language", data={"language": "ckb"})
    await client.post(f"{path}/1", data={"text": "Wergêr", "language": ""})
    (kept,) = await shown_proposals(conference.id)

    assert "Erkannte Sprache:" in page
    assert 'lang="ku">kurdî<' in page
    assert kept.wording.text == "Wergêr"


async def test_staff_hands_in_her_own_and_nobody_elses(client: httpx.AsyncClient):
    conference = await make_collecting()
    await sign_in_as(client, Role.MODERATOR)
    other = another(client)
    await sign_in_as(other, Role.MODERATOR)

    sent = await send(client, f"{STAFF}/own", {"text": "Formulare in vielen Sprachen"})
    await send(client, f"{STAFF}/own/1", {"text": "Formulare in allen Sprachen"})
    foreign = await send(other, f"{STAFF}/own/1/withdraw")
    page = (await client.get(f"/de{STAFF}/own")).text

    assert sent.status_code == 303
    assert foreign.status_code == 404
    (kept,) = await shown_proposals(conference.id)
    assert (kept.wording.text, kept.version) == ("Formulare in allen Sprachen", 2)
    assert "Formulare in allen Sprachen" in page
    await send(client, f"{STAFF}/own/1/withdraw")
    assert await shown_proposals(conference.id) == []


async def test_the_queue_costs_the_same_with_many(client: httpx.AsyncClient):
    conference = await make_collecting()
    await make_field("Bildung")
    await make_proposal(conference, COURSES)
    await sign_in_as(client, Role.MODERATOR)
    with counted_queries() as few:
        await client.get(f"{STAFF}?standing=shown")
    for number in range(8):
        await make_proposal(conference, f"{COURSES}, Gruppe {number}")
    with counted_queries() as many:
        await client.get(f"{STAFF}?standing=shown")

    assert len(many) == len(few)
