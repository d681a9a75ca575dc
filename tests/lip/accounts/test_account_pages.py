"""The pages on which accounts are kept."""

import re
from datetime import timedelta
from html import unescape
from uuid import uuid4

import httpx
import pyotp
import pytest

from lip.accounts.actions.second_factor import set_second_factor
from lip.accounts.queries import account, account_named, grants_of
from lip.accounts.rules.roles import Grant, Role
from lip.web.limits import PASSWORD_PER_ACCOUNT
from tests.client import another, send, sign_in, sign_in_as, sign_in_by_link
from tests.factories import KEYS, PASSWORD, clock, make_conference, make_person
from tests.queries import counted_queries

pytestmark = pytest.mark.anyio

MARKUP = "<script>alert('x')</script>"
ESCAPED = "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;"


async def test_an_administrator_creates_an_account_that_signs_in(
    client: httpx.AsyncClient,
):
    await sign_in_as(client, Role.ADMINISTRATOR)

    answer = await send(
        client,
        "/accounts/new",
        {"name": "mina", "display_name": "Mina Ö", "password": PASSWORD},
    )

    person = await account_named("mina")
    assert answer.headers["location"] == f"/accounts/{person.id}"
    assert (await client.get(answer.headers["location"])).status_code == 200


async def test_what_was_typed_stays_when_something_is_wrong(client: httpx.AsyncClient):
    await sign_in_as(client, Role.ADMINISTRATOR)
    typed = {"name": "mina", "display_name": MARKUP, "password": "zu kurz"}

    answer = await send(client, "/accounts/new", typed)

    assert answer.status_code == 422
    assert 'value="mina"' in answer.text
    assert f'value="{ESCAPED}"' in answer.text
    assert "zu kurz" not in answer.text
    assert "mindestens 12 Zeichen" in answer.text


async def test_a_taken_name_is_said_at_its_field(client: httpx.AsyncClient):
    await make_person(name="mina")
    await sign_in_as(client, Role.ADMINISTRATOR)
    typed = {"name": "Mina", "display_name": "M", "password": PASSWORD}

    answer = await send(client, "/accounts/new", typed)

    assert answer.status_code == 422
    assert 'id="e-name"' in answer.text
    assert "gibt es schon" in answer.text


async def test_roles_are_given_and_taken_for_one_conference(client: httpx.AsyncClient):
    await make_conference("eins", title="Konferenz Eins")
    person = await make_person()
    await sign_in_as(client, Role.ADMINISTRATOR)
    grant = {"role": "organiser", "scope": "eins"}

    await send(client, f"/accounts/{person.id}/grant", grant)
    page = await client.get(f"/accounts/{person.id}")
    given = await grants_of(person.id)
    await send(client, f"/accounts/{person.id}/withdraw", grant)

    assert given == (Grant(Role.ORGANISER, "eins"),)
    assert "Konferenz Eins" in page.text
    assert await grants_of(person.id) == ()


@pytest.mark.parametrize(
    "fields, status, sentence",
    [
        ({"role": "organiser", "scope": "nirgends"}, 422, "Konferenz gibt es nicht"),
        ({"role": "administrator", "scope": "eins"}, 422, "gilt immer für alles"),
        ({"role": "king", "scope": ""}, 422, "unvollständig oder fehlerhaft"),
        ({"scope": ""}, 422, "unvollständig oder fehlerhaft"),
    ],
)
async def test_a_role_that_makes_no_sense_is_refused(
    client: httpx.AsyncClient, fields: dict[str, str], status: int, sentence: str
):
    await make_conference("eins")
    person = await make_person()
    await sign_in_as(client, Role.ADMINISTRATOR)

    answer = await send(client, f"/accounts/{person.id}/grant", fields)

    assert answer.status_code == status
    assert sentence in answer.text
    assert await grants_of(person.id) == ()


async def test_the_last_administrator_is_told_why_she_must_stay(
    client: httpx.AsyncClient,
):
    own = await sign_in_as(client, Role.ADMINISTRATOR)

    withdrawn = await send(
        client, f"/accounts/{own.id}/withdraw", {"role": "administrator", "scope": ""}
    )
    closed = await send(client, f"/accounts/{own.id}/close")

    assert (withdrawn.status_code, closed.status_code) == (409, 409)
    assert "das letzte Konto der Administration" in withdrawn.text
    assert not (await account(own.id)).closed


async def test_a_new_password_is_shown_once_and_works(client: httpx.AsyncClient):
    person = await make_person()
    await sign_in_as(client, Role.ADMINISTRATOR)

    answer = await send(client, f"/accounts/{person.id}/reset")
    again = await client.get(f"/accounts/{person.id}")

    (new,) = re.findall(r"data-copied>([^<]+)<", answer.text)
    assert new not in again.text
    assert (await sign_in(another(client), person, password=new)).status_code == 303


async def test_an_account_is_closed_and_opened(client: httpx.AsyncClient):
    person = await make_person()
    await sign_in_as(client, Role.ADMINISTRATOR)

    await send(client, f"/accounts/{person.id}/close")
    closed = await client.get(f"/accounts/{person.id}")
    await send(client, f"/accounts/{person.id}/open")

    assert "Geschlossen" in closed.text
    assert "Geschlossen" not in (await client.get(f"/accounts/{person.id}")).text


async def test_an_account_that_is_not_there_is_not_found(client: httpx.AsyncClient):
    await sign_in_as(client, Role.ADMINISTRATOR)

    for path in (f"/accounts/{uuid4()}", "/accounts/keine-nummer"):
        assert (await client.get(path)).status_code == 404


async def test_names_are_text_on_every_page_that_shows_them(client: httpx.AsyncClient):
    place = await make_conference("eins", title=MARKUP)
    admin = await make_person(Role.ADMINISTRATOR, display_name=MARKUP, name=MARKUP)
    await sign_in(client, admin)
    await send(
        client, f"/accounts/{admin.id}/grant", {"role": "organiser", "scope": place.key}
    )
    await sign_in(client, admin)

    paths = [
        *("/", "/desk", "/account", "/accounts", f"/accounts/{admin.id}", "/journal"),
        *("/accounts/new", "/account/second-factor", "/nix"),
    ]
    for path in paths:
        page = (await client.get(path)).text
        assert MARKUP not in page, path
        assert ESCAPED in page or path == "/nix", path


async def test_the_list_costs_the_same_with_many_accounts(client: httpx.AsyncClient):
    await sign_in_as(client, Role.ADMINISTRATOR)
    with counted_queries() as few:
        await client.get("/accounts")

    for _ in range(12):
        await make_person(Role.ORGANISER, "eins")
    with counted_queries() as many:
        page = await client.get("/accounts")

    assert page.text.count("Organisation") >= 12
    assert len(few) == len(many) <= 4


async def test_changing_the_password_signs_out_everywhere(client: httpx.AsyncClient):
    person = await sign_in_as(client, Role.ORGANISER)
    elsewhere = another(client)
    await sign_in(elsewhere, person)
    new = "ganz andere Worte nun"

    answer = await send(
        client, "/account/password", {"old": PASSWORD, "new": new, "again": new}
    )

    assert answer.headers["location"] == "/sign-in"
    assert (await client.get("/account")).status_code == 401
    assert (await elsewhere.get("/account")).status_code == 401
    assert (await sign_in(elsewhere, person, password=new)).status_code == 303


@pytest.mark.parametrize(
    "old, new, again, field",
    [
        ("falsch", "ganz andere Worte", "ganz andere Worte", "old"),
        (PASSWORD, "kurz", "kurz", "new"),
        (PASSWORD, "ganz andere Worte", "ganz andre Worte", "again"),
    ],
)
async def test_a_password_that_will_not_do_is_said_at_its_field(
    client: httpx.AsyncClient, old: str, new: str, again: str, field: str
):
    await sign_in_as(client, Role.ORGANISER)

    answer = await send(
        client, "/account/password", {"old": old, "new": new, "again": again}
    )

    assert answer.status_code == 422
    assert f'id="e-{field}"' in answer.text
    assert (await client.get("/account")).status_code == 200


async def test_a_stolen_session_cannot_guess_the_password(client: httpx.AsyncClient):
    await sign_in_as(client, Role.ORGANISER)
    guess = {"old": "geraten", "new": "ganz andere Worte", "again": "ganz andere Worte"}

    for _ in range(PASSWORD_PER_ACCOUNT.attempts):
        await send(client, "/account/password", guess)
    answer = await send(client, "/account/password", guess | {"old": PASSWORD})

    assert answer.status_code == 429


async def test_the_second_step_is_set_up_and_taken_away(client: httpx.AsyncClient):
    person = await sign_in_as(client, Role.ORGANISER)
    page = await client.get("/account/second-factor")
    secret = unescape(re.findall(r'name="secret" value="([A-Z2-7]+)"', page.text)[0])
    fields = {"secret": secret, "code": pyotp.TOTP(secret).at(clock())}

    without = await send(client, "/account/second-factor", fields)
    await send(client, "/account/second-factor", fields | {"password": PASSWORD})
    asked = await sign_in(another(client), person)
    kept = await send(client, "/account/second-factor/remove", {"password": "falsch"})
    await send(client, "/account/second-factor/remove", {"password": PASSWORD})

    assert (without.status_code, 'id="e-password"' in without.text) == (422, True)
    assert "Zweiter Schritt" in asked.text
    assert kept.status_code == 422
    assert (await sign_in(another(client), person)).status_code == 303


@pytest.mark.parametrize("secret", ["", "no base 32!", "A" * 400, MARKUP])
async def test_a_secret_that_a_page_never_gave_is_refused(
    client: httpx.AsyncClient, secret: str
):
    await sign_in_as(client, Role.ORGANISER)

    answer = await send(
        client,
        "/account/second-factor",
        {"secret": secret, "code": "123456", "password": PASSWORD},
    )

    assert answer.status_code == 422


async def test_a_lost_authenticator_is_the_administrations_business(
    client: httpx.AsyncClient,
):
    person = await make_person()
    past, secret = clock() - timedelta(minutes=5), "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
    await set_second_factor(
        person.id, secret, pyotp.TOTP(secret).at(past), keys=KEYS, now=past
    )
    await sign_in_as(client, Role.ADMINISTRATOR)

    await send(client, f"/accounts/{person.id}/reset")

    assert not (await account(person.id)).second_factor


async def test_helpers_with_a_link_have_no_account(client: httpx.AsyncClient):
    await make_conference("eins")
    await sign_in_by_link(client, "eins")

    answer = await client.get("/account")

    assert answer.status_code == 403
    assert "Ihre Rolle erlaubt das nicht." in answer.text
    assert 'href="/account"' not in answer.text
