"""The language of a page: by its address, else by the browser's wish."""

import re
from html import unescape

import httpx
import pytest

from lip.accounts.rules.roles import Role
from lip.web.languages import parted, wished_language
from lip.words import LANGUAGES
from tests.client import sign_in_as

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize(
    "header, tag",
    [
        ("", "de"),
        ("ar", "ar"),
        ("ar-EG,en;q=0.5", "ar"),
        ("fr-CH, en;q=0.9", "en"),
        ("en;q=0.2, ar;q=0.8", "ar"),
        ("en;q=0, ar", "ar"),
        ("zz, yy;q=0.5", "de"),
        ("*", "de"),
        ("en;q=nan", "de"),
        ("en;q=hello", "de"),
        (",;q=,,;;;", "de"),
        ("x" * 100_000, "de"),
        ("DE-at", "de"),
    ],
)
def test_the_browsers_wish_is_read(header: str, tag: str):
    assert wished_language(header) == tag


@pytest.mark.parametrize(
    "path, parts",
    [
        ("/ar/door", ("ar", "/door")),
        ("/ar", ("ar", "/")),
        ("/ar/", ("ar", "/")),
        ("/", ("", "/")),
        ("/arabic", ("", "/arabic")),
        ("/AR/door", ("", "/AR/door")),
        ("/de/ar/x", ("de", "/ar/x")),
    ],
)
def test_the_language_is_taken_out_of_the_address(path: str, parts: tuple[str, str]):
    assert parted(path) == parts


def html_of(page: str) -> str:
    return re.findall(r"<html[^>]*>", page)[0]


@pytest.mark.parametrize("tag", LANGUAGES)
@pytest.mark.parametrize("path", ["/", "/sign-in", "/desk", "/nix"])
async def test_the_address_decides(client: httpx.AsyncClient, tag: str, path: str):
    answer = await client.get(f"/{tag}{path}", headers={"accept-language": "en"})

    direction = LANGUAGES[tag].direction
    assert html_of(answer.text) == f'<html lang="{tag}" dir="{direction}">'
    assert answer.headers["content-language"] == tag
    assert "Accept-Language" not in answer.headers.get("vary", "")


async def test_without_one_the_browser_decides_and_caches_are_told(
    client: httpx.AsyncClient,
):
    answer = await client.get("/", headers={"accept-language": "ar;q=0.9, en;q=0.1"})

    assert html_of(answer.text) == '<html lang="ar" dir="rtl">'
    assert "Accept-Language" in answer.headers["vary"]


async def test_links_stay_in_the_language_of_the_page(client: httpx.AsyncClient):
    page = (await client.get("/ar/")).text

    own = [
        href
        for href in re.findall(r'<a [^>]*href="([^"#]+)"(?![^>]*hreflang)', page)
        if not href.startswith(("/static", "mailto"))
    ]

    assert own
    assert all(href.startswith("/ar/") for href in own), own


async def test_every_language_leads_to_the_same_page(client: httpx.AsyncClient):
    page = (await client.get("/ar/sign-in?next=/account%3Fx%3D1")).text

    links = dict(re.findall(r'href="([^"]+)" lang="([a-z-]+)" hreflang', page))

    assert {tag: unescape(href) for href, tag in links.items()} == {
        tag: f"/{tag}/sign-in?next=/account%3Fx%3D1" for tag in LANGUAGES
    }


async def test_a_redirect_keeps_the_language(client: httpx.AsyncClient):
    await sign_in_as(client, Role.ORGANISER)
    page = await client.get("/ar/")
    (token,) = set(re.findall(r'name="csrf" value="([^"]+)"', page.text))

    answer = await client.post("/ar/sign-out", data={"csrf": token})

    assert answer.headers["location"] == "/ar/"


async def test_requests_at_once_do_not_mix_languages(client: httpx.AsyncClient):
    for tag in [*LANGUAGES] * 3:
        answer = await client.get(f"/{tag}/nix")

        assert f'lang="{tag}"' in html_of(answer.text)


async def test_programs_get_the_refusal_as_json(client: httpx.AsyncClient):
    answer = await client.get("/nix", headers={"accept": "application/json"})

    assert answer.headers["content-type"].startswith("application/problem+json")
    assert answer.json()["code"] == "page_not_found"
    assert answer.json()["status"] == 404
