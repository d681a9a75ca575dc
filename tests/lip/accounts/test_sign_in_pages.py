"""Signing in and out, as a browser sees it."""

import re
from datetime import timedelta
from html import unescape

import httpx
import pyotp
import pytest

from lip.accounts.actions.second_factor import set_second_factor
from lip.accounts.rules.roles import Role
from lip.accounts.tables import Session
from lip.web.limits import SIGN_IN_PER_ACCOUNT
from tests.client import (
    another,
    form_token,
    send,
    sign_in,
    sign_in_as,
    sign_in_by_link,
    token_for,
)
from tests.factories import (
    KEYS,
    clock,
    make_conference,
    make_helper_link,
    make_person,
)

pytestmark = pytest.mark.anyio

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def field(page: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', page)
    assert found, page
    return found[1]


async def test_signing_in_leads_to_ones_tasks(client: httpx.AsyncClient):
    person = await make_person(Role.ORGANISER, display_name="Ayşe Öztürk")

    answer = await sign_in(client, person)
    desk = await client.get(answer.headers["location"])

    assert answer.status_code == 303
    assert "Ayşe Öztürk" in desk.text


async def test_a_wrong_password_says_so_and_keeps_the_name(client: httpx.AsyncClient):
    person = await make_person()

    answer = await sign_in(client, person, password="falsch")

    assert answer.status_code == 422
    assert "Name oder Passwort stimmt nicht." in answer.text
    assert f'value="{person.name}"' in answer.text
    assert "falsch" not in answer.text
    assert "set-cookie" not in answer.headers


async def test_signing_in_gives_a_fresh_cookie_every_time(client: httpx.AsyncClient):
    person = await make_person()

    await sign_in(client, person)
    first = client.cookies["lip"]
    await send(client, "/sign-out")
    await sign_in(client, person)

    assert client.cookies["lip"] != first


async def test_a_cookie_that_somebody_chose_is_worthless(client: httpx.AsyncClient):
    person = await make_person()
    client.cookies.set("lip", "chosen by an attacker")

    answer = await sign_in(client, person)
    victim = answer.cookies["lip"]
    attacker = another(client)
    attacker.cookies.set("lip", "chosen by an attacker")

    assert victim != "chosen by an attacker"
    assert (await attacker.get("/desk")).status_code == 401


async def test_signing_in_anew_ends_the_session_before(client: httpx.AsyncClient):
    person = await make_person()
    await sign_in(client, person)
    before = client.cookies["lip"]

    token = await form_token(client)
    await sign_in(client, person, csrf=token)

    thief = another(client)
    thief.cookies.set("lip", before)
    assert (await thief.get("/desk")).status_code == 401
    assert await Session.count() == 1


async def test_the_cookie_is_out_of_reach_of_scripts(client: httpx.AsyncClient):
    answer = await sign_in(client, await make_person())

    cookie = answer.headers["set-cookie"].lower()

    assert cookie.startswith("lip=")
    assert "httponly" in cookie
    assert "samesite=lax" in cookie
    assert "path=/" in cookie
    assert "max-age" not in cookie  # it ends with the browser


async def test_over_https_the_cookie_is_bound_to_the_host(
    secure_client: httpx.AsyncClient,
):
    answer = await sign_in(secure_client, await make_person())
    there = await secure_client.get("/desk")
    gone = await send(secure_client, "/sign-out")

    cookie = answer.headers["set-cookie"]
    assert cookie.startswith("__Host-lip=")
    assert "secure" in cookie.lower()
    assert "domain" not in cookie.lower()
    assert there.status_code == 200
    assert gone.headers["set-cookie"].startswith("__Host-lip=")
    assert "secure" in gone.headers["set-cookie"].lower()  # or browsers keep it
    assert (await secure_client.get("/desk")).status_code == 401


async def test_signing_out_leaves_nothing_behind(client: httpx.AsyncClient):
    await sign_in_as(client, Role.ORGANISER)
    cookie = client.cookies["lip"]

    answer = await send(client, "/sign-out")

    assert answer.headers["clear-site-data"] == '"cache", "storage"'
    assert "Max-Age=0" in answer.headers["set-cookie"]
    thief = another(client)
    thief.cookies.set("lip", cookie)
    assert (await thief.get("/desk")).status_code == 401


@pytest.mark.parametrize(
    "asked, way",
    [
        ("/account?tab=1", "/account?tab=1"),
        ("/desk?q=%C3%A4&b=2", "/desk?q=%C3%A4&b=2"),
    ],
)
async def test_after_signing_in_one_is_where_one_wanted_to_go(
    client: httpx.AsyncClient, asked: str, way: str
):
    person = await make_person()

    refused = await client.get(asked)
    (link,) = re.findall(r'href="(/sign-in\?next=[^"]+)"', refused.text)
    page = await client.get(unescape(link))
    answer = await sign_in(client, person, next=unescape(field(page.text, "next")))

    assert refused.status_code == 401
    assert answer.headers["location"] == way


@pytest.mark.parametrize(
    "way",
    [
        "https://evil.example",
        "//evil.example",
        "/\\evil.example",
        "/\t/evil.example",
        "/\n/evil.example",
        "javascript:alert(1)",
        "desk",
        "/" + "x" * 500,
        "/ä",
    ],
)
async def test_a_way_that_leaves_the_site_is_forgotten(
    client: httpx.AsyncClient, way: str
):
    person = await make_person()

    page = await client.get("/sign-in", params={"next": way})
    answer = await sign_in(client, person, next=way)

    assert 'name="next"' not in page.text
    assert answer.headers["location"] == "/desk"


async def test_the_language_stays_while_signing_in(client: httpx.AsyncClient):
    person = await make_person()

    answer = await client.post(
        "/ar/sign-in",
        data={"name": person.name, "password": person.password, "next": "/account"},
    )

    assert answer.headers["location"] == "/ar/account"


def a_wrong_code() -> str:
    """Give digits that are not right by chance around now."""
    near = [clock() + timedelta(seconds=30 * n) for n in range(-3, 4)]
    right = {pyotp.TOTP(SECRET).at(moment) for moment in near}
    return next(one for n in range(8) if (one := f"{n:06}") not in right)


async def test_the_second_step_comes_before_the_cookie(client: httpx.AsyncClient):
    person = await make_person()
    past = clock() - timedelta(minutes=5)
    code = pyotp.TOTP(SECRET).at(past)
    await set_second_factor(person.id, SECRET, code, keys=KEYS, now=past)

    first = await sign_in(client, person, next="/account")
    wrong = await client.post(
        "/sign-in/second-step",
        data={"step": field(first.text, "step"), "code": a_wrong_code()},
    )
    right = await client.post(
        "/sign-in/second-step",
        data={
            "step": field(wrong.text, "step"),
            "code": pyotp.TOTP(SECRET).at(clock()),
            "next": field(first.text, "next"),
        },
    )

    assert (first.status_code, "set-cookie" in first.headers) == (200, False)
    assert (wrong.status_code, "set-cookie" in wrong.headers) == (422, False)
    assert right.headers["location"] == "/account"
    assert "set-cookie" in right.headers


@pytest.mark.parametrize("step", ["", "x", "a.b.c", "1.2.\udcff"])
async def test_a_forged_first_step_leads_nowhere(client: httpx.AsyncClient, step: str):
    answer = await client.post(
        "/sign-in/second-step",
        content=b"code=123456&step=" + step.encode("utf-8", "surrogateescape"),
        headers={"content-type": "application/x-www-form-urlencoded"},
    )

    assert answer.status_code == 410


async def test_guessing_is_stopped_per_account(client: httpx.AsyncClient):
    person, other = await make_person(), await make_person()

    for _ in range(SIGN_IN_PER_ACCOUNT.attempts):
        await sign_in(client, person, password="geraten")
    stopped = await sign_in(client, person)

    assert stopped.status_code == 429
    assert int(stopped.headers["retry-after"]) > 0
    assert (await sign_in(client, other)).status_code == 303


async def test_names_in_any_case_are_one_account_to_guess_at(
    client: httpx.AsyncClient,
):
    person = await make_person(name="mina")

    for name in ("mina", "MINA", " Mina ", "mINA") * 2:
        await sign_in(client, person, name=name, password="geraten")

    assert (await sign_in(client, person)).status_code == 429


async def test_typing_errors_are_forgotten_after_a_success(client: httpx.AsyncClient):
    person = await make_person()

    for _ in range(3):
        for _ in range(SIGN_IN_PER_ACCOUNT.attempts - 1):
            await sign_in(client, person, password="vertippt")
        assert (await sign_in(client, person)).status_code == 303
        await send(client, "/sign-out")


async def test_thirty_helpers_behind_one_address_all_get_in(client: httpx.AsyncClient):
    await make_conference("eins")
    people = [await make_person(Role.DOOR_HELPER, "eins") for _ in range(5)]

    for number in range(30):
        helper = another(client)
        await sign_in_by_link(helper, "eins", label=f"Tür {number}")
        assert (await helper.get("/door/eins")).status_code == 200
    statuses = [(await sign_in(another(client), one)).status_code for one in people]

    assert statuses == [303] * 5


async def test_a_link_shows_what_it_is_for_before_it_is_used(
    client: httpx.AsyncClient,
):
    await make_conference("eins", title="Konferenz <b>Eins</b>")
    link = await make_helper_link("eins", label="Tür <i>2</i>")

    pages = [await client.get(f"/sign-in/link/{link.token}") for _ in range(2)]
    answer = await client.post(f"/sign-in/link/{link.token}")

    assert "Konferenz &lt;b&gt;Eins&lt;/b&gt;" in pages[1].text
    assert "Tür &lt;i&gt;2&lt;/i&gt;" in pages[1].text
    assert "set-cookie" not in pages[1].headers
    assert (await client.get(answer.headers["location"])).headers["location"] == (
        "/door/eins"
    )


async def test_a_phone_that_forgets_its_tabs_stays_signed_in(
    client: httpx.AsyncClient,
):
    link = await make_helper_link("eins")

    answer = await client.post(f"/sign-in/link/{link.token}")

    assert "Max-Age=28" in answer.headers["set-cookie"]  # eight hours, nearly


async def test_a_used_link_says_so(client: httpx.AsyncClient):
    link = await make_helper_link("eins")
    await client.post(f"/sign-in/link/{link.token}")

    answer = await another(client).get(f"/sign-in/link/{link.token}")

    assert answer.status_code == 410
    assert "schon benutzt" in answer.text


async def test_a_scanners_token_is_no_cookie_and_a_cookie_no_token(
    client: httpx.AsyncClient,
):
    await make_conference("eins")
    scanner, helper = another(client), another(client)
    token = await token_for("eins")
    await sign_in_by_link(helper, "eins")
    scanner.cookies.set("lip", token)

    by_cookie = await scanner.get("/door/eins")
    by_token = await client.get(
        "/api/conferences/eins/counts",
        headers={"authorization": f"Bearer {helper.cookies['lip']}"},
    )

    assert (by_cookie.status_code, by_token.status_code) == (401, 401)
