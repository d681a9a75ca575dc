"""The test client itself."""

import httpx
import pytest

from lip.accounts.rules.roles import Role
from tests.client import another, sign_in_as, sign_in_by_link
from tests.factories import make_conference, make_participant

pytestmark = pytest.mark.anyio


async def test_signs_in_by_the_form(client: httpx.AsyncClient):
    await make_conference("eins")

    await sign_in_as(client, Role.ORGANISER, "eins")

    assert client.cookies.get("lip")


async def test_two_browsers_do_not_share_cookies(client: httpx.AsyncClient):
    place = await make_conference("eins")
    await make_participant(place)
    helper = another(client)

    await sign_in_by_link(helper, "eins")

    assert helper.cookies.get("lip")
    assert not client.cookies.get("lip")
    await helper.aclose()
