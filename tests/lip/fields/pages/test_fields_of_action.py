"""The fields of action as editors see them."""

from uuid import uuid4

import httpx
import pytest

from lip.accounts.rules.roles import Role
from lip.fields.queries.fields import all_fields
from tests.client import send, sign_in_as
from tests.lip.fields.factories import make_field
from tests.queries import counted_queries

pytestmark = pytest.mark.anyio


@pytest.fixture
async def editor(client: httpx.AsyncClient) -> httpx.AsyncClient:
    await sign_in_as(client, Role.EDITOR)
    return client


async def test_an_editor_adds_a_field_in_two_languages(editor: httpx.AsyncClient):
    fields = {"name-de": "Bildung", "name-ar": "التعليم", "request": str(uuid4())}

    for _ in range(2):
        answer = await send(editor, "/fields/new", fields)
        assert answer.status_code == 303
    german, arabic = [(await editor.get(f"/{tag}/fields")).text for tag in ("de", "ar")]

    assert 'lang="de" dir="auto">Bildung<' in german
    assert 'lang="ar" dir="auto">التعليم<' in arabic
    assert len(await all_fields()) == 1


async def test_what_is_wrong_stands_at_the_name_and_the_text_stays(
    editor: httpx.AsyncClient,
):
    await make_field("Bildung")

    empty = await send(editor, "/de/fields/new", {"goal-de": "Alle lernen"})
    taken = await send(editor, "/de/fields/new", {"name-de": "bildung"})

    assert (empty.status_code, taken.status_code) == (422, 422)
    assert "Bitte füllen Sie dieses Feld aus." in empty.text
    assert "Alle lernen" in empty.text
    assert "gibt es schon" in taken.text
    assert "geschrieben:" not in empty.text


async def test_an_editor_finds_from_fields_to_the_other_parts_of_the_plan(
    editor: httpx.AsyncClient,
):
    page = (await editor.get("/de/fields/new")).text

    assert 'href="/de/edit/plans"' in page
    assert 'href="/de/edit/measures"' in page
    assert 'href="/de/fields" aria-current' in page


async def test_a_field_is_changed_moved_and_closed(editor: httpx.AsyncClient):
    await make_field("Bildung")
    arbeit = await make_field("Arbeit")

    await send(editor, f"/fields/{arbeit}", {"name-de": "Beschäftigung"})
    await send(editor, f"/fields/{arbeit}/move", {"way": "up"})
    await send(editor, f"/fields/{arbeit}/close")
    page = (await editor.get("/de/fields")).text

    first, second = await all_fields()
    assert (first.name["de"], first.closed) == ("Beschäftigung", True)
    assert second.name["de"] == "Bildung"
    assert "geschlossen" in page
    await send(editor, f"/fields/{arbeit}/close", {"open": "1"})
    assert not (await all_fields())[0].closed


async def test_the_list_costs_the_same_with_many(editor: httpx.AsyncClient):
    await make_field("Bildung")
    with counted_queries() as few:
        await editor.get("/fields")
    for number in range(8):
        await make_field(f"Feld {number}")
    with counted_queries() as many:
        await editor.get("/fields")

    assert len(many) == len(few)


async def test_moderators_do_not_change_the_plan(client: httpx.AsyncClient):
    await sign_in_as(client, Role.MODERATOR)

    assert (await client.get("/fields")).status_code == 403
