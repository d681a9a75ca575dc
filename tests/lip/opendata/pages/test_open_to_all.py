"""Programs in browsers, on any site, read open data and nothing else (CORS)."""

import httpx
import pytest

from tests.lip.plan.chapters import make_plan

pytestmark = pytest.mark.anyio

OPEN = (
    *("/oparl/v1.1/", "/oparl/v1.1/bodies?page=nein", "/oparl/nein", "/ar/rest"),
    *("/rest", "/rest/nein", "/data/measures.csv", "/data/nein.json", "/catalog.ttl"),
    *("/catalog.jsonld", "/feed.atom", "/sitemap.xml", "/robots.txt"),
    *("/schema/openapi.json", "/plan/wir/feed.atom", "/plan/nein/feed.atom"),
)
CLOSED = (
    *("/", "/data", "/data/interface", "/data/api", "/plan/wir", "/sign-in", "/nein"),
)
ASKED = {
    "origin": "https://elsewhere.example",
    "access-control-request-method": "GET",
    "access-control-request-headers": "if-none-match, x-one",
}


def said_to_browsers(answer: httpx.Response) -> set[str]:
    return {name for name in answer.headers if name.startswith("access-control-")}


async def test_open_data_may_be_read_from_any_site(client):
    await make_plan("wir")
    here = {"origin": ASKED["origin"]}

    for path in OPEN:
        before = await client.options(path, headers=ASKED)
        answer = await client.get(path, headers=here)
        wrong = await client.post(path, headers=here)

        assert (before.status_code, before.content) == (204, b""), path
        assert before.headers["access-control-allow-methods"] == "GET, HEAD, OPTIONS"
        assert before.headers["access-control-allow-headers"] == "if-none-match, x-one"
        for one in (before, answer, wrong):
            assert one.headers.get_list("access-control-allow-origin") == ["*"], path
            assert one.headers["cross-origin-resource-policy"] == "cross-origin"
            assert "access-control-allow-credentials" not in one.headers
            assert "set-cookie" not in one.headers
        assert wrong.status_code == 405


async def test_also_an_answer_that_nothing_has_changed(client):
    tag = (await client.get("/rest")).headers["etag"]

    again = await client.get("/rest", headers={"if-none-match": tag})

    assert again.status_code == 304
    assert again.headers["access-control-allow-origin"] == "*"
    assert "ETag" in again.headers["access-control-expose-headers"]


async def test_pages_are_for_people(client):
    await make_plan("wir")

    for path in CLOSED:
        before = await client.options(path, headers=ASKED)
        answer = await client.get(path, headers={"origin": ASKED["origin"]})

        assert not said_to_browsers(before) | said_to_browsers(answer), path
        assert answer.headers["cross-origin-resource-policy"] == "same-origin"


async def test_what_is_no_name_of_a_field_is_not_repeated(client):
    asked = {**ASKED, "access-control-request-headers": "x one; y"}

    before = await client.options("/rest", headers=asked)

    assert before.status_code == 204
    assert "access-control-allow-headers" not in before.headers
