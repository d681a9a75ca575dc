"""Headers, cookies and forms: what every answer carries, and what is refused."""

import re
from collections.abc import AsyncIterator

import httpx
import pytest

from lip.accounts.rules.roles import Role
from lip.accounts.tables import Session
from lip.app import LARGEST_REQUEST
from lip.database import StoreEngine
from lip.web import csrf
from lip.web.security import HEADERS
from tests.client import (
    another,
    client_of,
    form_token,
    settings_for,
    sign_in,
    sign_in_as,
    token_for,
)
from tests.factories import make_conference, make_participant, make_person

pytestmark = pytest.mark.anyio

INLINE = re.compile(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+=|javascript:")


@pytest.fixture
async def broken_client(blank_db: StoreEngine, blank_url: str) -> AsyncIterator[object]:
    """A browser at an application whose database has no table."""
    async with client_of(settings_for(blank_url)) as browser:
        yield browser


def assert_safe(answer: httpx.Response) -> None:
    for name, value in HEADERS:
        if name != b"cache-control":
            assert answer.headers[name.decode()] == value.decode(), answer.url
    assert answer.headers["cache-control"], answer.url
    assert answer.headers["content-language"], answer.url


@pytest.mark.parametrize(
    "method, path, status",
    [
        ("GET", "/", 200),
        ("GET", "/desk", 401),
        ("GET", "/accounts", 401),
        ("GET", "/metrics", 403),
        ("GET", "/nix", 404),
        ("GET", "/nix/ÿ%ff%00", 404),
        ("GET", "/t/ABCD-EFGH-JKMN", 404),
        ("DELETE", "/sign-in", 405),
        ("POST", "/", 405),
        ("PATCH", "/sign-in/link/x", 405),
        ("OPTIONS", "/", 204),
        ("GET", "/health", 200),
        ("GET", "/theme.css", 200),
        ("POST", "/sign-out", 303),
        ("GET", "/sign-in/link/x", 404),
    ],
)
async def test_every_answer_carries_the_headers(
    client: httpx.AsyncClient, method: str, path: str, status: int
):
    answer = await client.request(method, path)

    assert answer.status_code == status
    assert_safe(answer)
    assert "set-cookie" not in answer.headers or path == "/sign-out"


async def test_a_breakdown_answers_politely_and_safely(
    broken_client: httpx.AsyncClient,
):
    answer = await broken_client.get("/ar/")

    assert answer.status_code == 500
    assert_safe(answer)
    assert 'dir="rtl"' in answer.text
    assert "Traceback" not in answer.text
    assert "conference" not in answer.text


async def test_what_is_too_large_is_refused_safely(client: httpx.AsyncClient):
    answer = await client.post(
        "/sign-in",
        content=b"name=" + b"x" * LARGEST_REQUEST,
        headers={"content-type": "application/x-www-form-urlencoded"},
    )

    assert answer.status_code == 413
    assert_safe(answer)


async def test_only_https_promises_https(
    client: httpx.AsyncClient, secure_client: httpx.AsyncClient
):
    name = "strict-transport-security"

    assert name not in (await client.get("/")).headers
    assert (await secure_client.get("/")).headers[name] == "max-age=31536000"


def test_the_policy_allows_nothing_inline_and_nobody_else():
    policy = dict(HEADERS)[b"content-security-policy"].decode()

    assert "unsafe" not in policy
    assert "http" not in policy
    assert policy.startswith("default-src 'none'")


async def test_405_names_what_would_be_allowed(client: httpx.AsyncClient):
    answers = {
        path: (await client.request("DELETE", path)).headers["allow"]
        for path in ("/", "/sign-in", "/sign-in/link/abc", "/sign-out")
    }

    assert answers == {
        "/": "GET, HEAD, OPTIONS",
        "/sign-in": "GET, HEAD, OPTIONS, POST",
        "/sign-in/link/abc": "GET, HEAD, OPTIONS, POST",
        "/sign-out": "OPTIONS, POST",
    }


async def test_head_answers_like_get_without_the_body(client: httpx.AsyncClient):
    get, head = await client.get("/"), await client.head("/")

    assert head.status_code == 200
    assert head.content == b""
    assert head.headers["content-length"] == get.headers["content-length"]


@pytest.mark.parametrize("sign", ["", "/ar"])
async def test_readers_get_no_cookie(client: httpx.AsyncClient, sign: str):
    guest = await make_participant(await make_conference("eins"))
    paths = ["/", "/sign-in", "/health", "/theme.css", "/nix", f"/t/{guest.code}"]

    answers = [await client.get(sign + path) for path in paths]

    assert [one.headers.get("set-cookie") for one in answers] == [None] * len(paths)
    assert not client.cookies
    assert await Session.count() == 0


async def test_a_cookie_that_means_nothing_is_left_alone(client: httpx.AsyncClient):
    client.cookies.set("lip", "means nothing")

    answer = await client.get("/")

    assert answer.status_code == 200
    assert "set-cookie" not in answer.headers


async def test_pages_hold_nothing_inline(client: httpx.AsyncClient):
    await make_conference("eins")
    pages = [(await client.get(path)).text for path in ("/", "/sign-in", "/nix")]
    await sign_in_as(client, Role.ADMINISTRATOR)

    own = ("/", "/desk", "/accounts", "/accounts/new", "/account", "/journal")
    pages += [(await client.get(path)).text for path in own]

    assert [INLINE.findall(page) for page in pages] == [[]] * len(pages)


async def test_an_address_is_not_repeated_as_markup(client: httpx.AsyncClient):
    answer = await client.get("/<script>alert(1)</script>?<b>")

    assert "<script>alert" not in answer.text


async def test_a_page_is_compressed_and_its_token_never_the_same(
    client: httpx.AsyncClient,
):
    await sign_in_as(client, Role.ORGANISER)

    page = await client.get("/", headers={"accept-encoding": "gzip"})
    tokens = {await form_token(client) for _ in range(5)}

    assert page.headers["content-encoding"] == "gzip"
    assert len(tokens) == 5  # what changes cannot be guessed from sizes (BREACH)


async def signed_in(client: httpx.AsyncClient) -> str:
    """Sign in and return the token of a form."""
    await sign_in_as(client, Role.ORGANISER)
    return await form_token(client)


async def still_signed_in(client: httpx.AsyncClient) -> bool:
    return (await client.get("/desk")).status_code == 200


@pytest.mark.parametrize("token", ["", "x", "a.b", ".", "0" * 16 + "." + "0" * 32, "ÿ"])
async def test_a_form_without_its_token_changes_nothing(
    client: httpx.AsyncClient, token: str
):
    await signed_in(client)

    answer = await client.post("/sign-out", data={"csrf": token})

    assert answer.status_code == 403
    assert "Es wurde nichts geändert." in answer.text
    assert await still_signed_in(client)


async def test_the_token_of_another_session_does_not_fit(client: httpx.AsyncClient):
    other = another(client)
    foreign = await signed_in(other)
    await signed_in(client)

    answer = await client.post("/sign-out", data={"csrf": foreign})

    assert answer.status_code == 403
    assert await still_signed_in(client)


async def test_the_token_ends_with_its_session(client: httpx.AsyncClient):
    person = await make_person(Role.ORGANISER)
    await sign_in(client, person)
    old = await form_token(client)
    await client.post("/sign-out", data={"csrf": old})
    await sign_in(client, person)

    assert (await client.post("/sign-out", data={"csrf": old})).status_code == 403


@pytest.mark.parametrize(
    "headers, status",
    [
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-site"}, 403),
        ({"origin": "https://evil.example"}, 403),
        ({"origin": "null"}, 403),
        ({"origin": "http://127.0.0.1:8000.evil.example"}, 403),
        ({"sec-fetch-site": "same-origin"}, 303),
        ({"sec-fetch-site": "none"}, 303),
        ({"origin": "http://127.0.0.1:8000"}, 303),
    ],
)
async def test_forms_of_other_sites_change_nothing(
    client: httpx.AsyncClient, headers: dict[str, str], status: int
):
    token = await signed_in(client)

    answer = await client.post("/sign-out", data={"csrf": token}, headers=headers)

    assert answer.status_code == status
    assert await still_signed_in(client) is (status == 403)


async def test_nobody_is_signed_in_from_elsewhere(client: httpx.AsyncClient):
    person = await make_person()
    data = {"name": person.name, "password": person.password}

    answer = await client.post(
        "/sign-in", data=data, headers={"sec-fetch-site": "cross-site"}
    )

    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers


async def test_scripts_may_send_the_token_as_a_header(client: httpx.AsyncClient):
    token = await signed_in(client)

    answer = await client.post("/sign-out", headers={csrf.HEADER: token})

    assert answer.status_code == 303


async def test_programs_with_a_token_need_none(client: httpx.AsyncClient):
    place = await make_conference("eins")
    guest = await make_participant(place)
    bearer = {"authorization": f"Bearer {await token_for('eins')}"}

    answer = await client.post(
        "/api/conferences/eins/check-ins", json={"code": guest.code}, headers=bearer
    )

    assert answer.status_code < 300
    assert answer.json()["outcome"] == "welcome"


async def test_a_wrong_bearer_hides_a_good_cookie(client: httpx.AsyncClient):
    await signed_in(client)

    answer = await client.get("/desk", headers={"authorization": "Bearer nonsense"})

    assert answer.status_code == 401


def part(more: bytes) -> bytes:
    head = b'--x\r\nContent-Disposition: form-data; name="name"\r\n' + more
    return head + b"\r\n\xff\xfe\r\n--x--"


async def test_hostile_forms_are_answered_politely(client: httpx.AsyncClient):
    bodies = [
        (b"name=%ff%fe%00&password=\xff", "application/x-www-form-urlencoded"),
        (b"&" * 5000, "application/x-www-form-urlencoded"),
        (b"--x\r\nnonsense", "multipart/form-data; boundary=x"),
        (part(b""), "multipart/form-data; boundary=x"),
        (
            part(b"Content-Type: text/plain; charset=x\r\n"),
            "multipart/form-data; boundary=x",
        ),
        (b"", "multipart/form-data"),
        (b'{"name": "x"', "application/json"),
        (b"\x00", "application/x-msgpack"),
    ]

    for body, kind in bodies:
        answer = await client.post(
            "/sign-in", content=body, headers={"content-type": kind}
        )
        assert answer.status_code in {400, 413, 422, 429}, (body[:40], answer.text)
        assert_safe(answer)
