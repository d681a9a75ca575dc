"""The desk of those who are signed in."""

import httpx
import pytest

from lip.accounts.actions.grant_role import grant_role
from lip.accounts.rules.roles import Grant, Role
from lip.journal.rules.entries import COMMAND
from tests.client import another, sign_in, sign_in_as, sign_in_by_link
from tests.factories import clock, make_conference, make_person

pytestmark = pytest.mark.anyio


async def test_an_organiser_finds_her_conference_and_no_other(
    client: httpx.AsyncClient,
):
    await make_conference("eins", title="Meine")
    await make_conference("zwei", title="Fremde")
    await sign_in_as(client, Role.ORGANISER, "eins")

    page = (await client.get("/desk")).text

    assert "Meine" in page
    assert "Fremde" not in page
    assert 'href="/conferences/eins"' in page
    assert 'href="/accounts"' not in page
    assert 'href="/conferences/new"' not in page


async def test_an_organiser_of_everything_may_announce(client: httpx.AsyncClient):
    await sign_in_as(client, Role.ORGANISER)

    page = (await client.get("/desk")).text

    assert "Noch keine Konferenz" in page
    assert 'href="/conferences/new"' in page


async def test_an_administrator_finds_accounts_and_journal(client: httpx.AsyncClient):
    await sign_in_as(client, Role.ADMINISTRATOR)

    page = (await client.get("/desk")).text

    assert 'href="/accounts"' in page
    assert 'href="/journal"' in page


async def test_a_helper_goes_straight_to_her_door(client: httpx.AsyncClient):
    await make_conference("eins")
    await make_conference("zwei")
    helper = another(client)
    await sign_in_as(client, Role.DOOR_HELPER, "zwei")
    await sign_in_by_link(helper, "eins")

    ways = [await one.get("/desk") for one in (client, helper)]

    assert [one.headers["location"] for one in ways] == ["/door/zwei", "/door/eins"]


async def test_a_helper_at_two_doors_chooses(client: httpx.AsyncClient):
    await make_conference("eins")
    await make_conference("zwei")
    person = await make_person(Role.DOOR_HELPER, "eins")
    await grant_role(
        person.id, Grant(Role.DOOR_HELPER, "zwei"), by=COMMAND, now=clock()
    )
    await sign_in(client, person)

    page = (await client.get("/desk")).text

    assert 'href="/door/eins"' in page
    assert 'href="/door/zwei"' in page
    assert "/conferences/" not in page


async def test_a_helper_of_what_is_not_yet_announced_is_told(
    client: httpx.AsyncClient,
):
    await sign_in_as(client, Role.DOOR_HELPER, "bald")

    page = (await client.get("/desk")).text

    assert "ist noch nicht angekündigt" in page


async def test_an_editor_of_the_plan_has_something_to_do_without_a_conference(
    client: httpx.AsyncClient,
):
    await sign_in_as(client, Role.EDITOR)

    page = (await client.get("/de/desk")).text

    assert 'href="/de/edit/plans"' in page
    assert "Gerade nichts zu tun" not in page


async def test_a_moderator_is_led_to_proposals_and_the_running_order(
    client: httpx.AsyncClient,
):
    await make_conference("eins", title="Meine")
    await sign_in_as(client, Role.MODERATOR, "eins")

    page = (await client.get("/de/desk")).text

    assert 'href="/de/conferences/eins/proposals"' in page
    assert 'href="/de/conferences/eins/agenda"' in page


@pytest.mark.parametrize(
    "role, path",
    [
        (Role.EDITOR, "/conferences/eins/translations"),
        (Role.ELECTION_BOARD, "/conferences/eins/elections"),
    ],
)
async def test_the_desk_leads_to_what_a_role_is_for(
    client: httpx.AsyncClient, role: Role, path: str
):
    await make_conference("eins", title="Meine")
    await sign_in_as(client, role)

    answer = await client.get("/de/desk")

    assert f'href="/de{path}"' in answer.text
    assert "Gerade nichts zu tun" not in answer.text


async def test_who_has_no_role_yet_is_told_kindly(client: httpx.AsyncClient):
    await make_conference("eins", title="Meine")
    await sign_in_as(client, None)

    answer = await client.get("/desk")

    assert answer.status_code == 200
    assert "Ihr Konto hat noch keine Rolle" in answer.text
    assert 'href="/account"' in answer.text
    assert "Meine" not in answer.text
