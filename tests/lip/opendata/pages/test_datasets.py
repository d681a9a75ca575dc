"""Open data as readers and programs open it."""

import httpx
import pytest

from lip.opendata.rules.datasets import SHAPES, Dataset
from lip.web.json_ld import written
from tests.factories import make_conference
from tests.lip.plan.chapters import make_chapter, make_plan

pytestmark = pytest.mark.anyio


async def test_the_index_leads_to_every_file_and_each_can_be_had(client):
    index = await client.get("/data")

    assert "set-cookie" not in index.headers
    for one in Dataset:
        for form in SHAPES[one].forms:
            path = f"/data/{one}.{form}"
            assert f'href="{path}"' in index.text
            file = await client.get(path)
            assert file.status_code == 200, path
            assert file.headers["access-control-allow-origin"] == "*"
            assert file.headers["content-type"].count("charset=utf-8") == 1
            tag = {"if-none-match": file.headers["etag"]}
            assert (await client.get(path, headers=tag)).status_code == 304


async def test_there_are_no_other_files(client):
    for path in ("/data/results.csv", "/data/measures", "/data/x.json", "/data/.csv"):
        assert (await client.get(path)).status_code == 404, path


async def test_chapters_are_told_as_motion_software_does(client: httpx.AsyncClient):
    plan = await make_plan("wir")
    await make_chapter(plan, title="Sprache", code="A1")
    hidden = await make_plan("geheim", draft_public=False)
    await make_chapter(hidden, title="Geheim")

    plans = (await client.get("/rest")).json()
    links = (await client.get("/rest/wir")).json()["motion_links"]
    told = (await client.get(links[0]["url_json"])).json()

    assert [one["title_short"] for one in plans] == ["wir"]
    assert told["title_with_prefix"] == "A1: Sprache"
    assert {one["type"] for one in told["sections"]} == {"Title", "TextSimple"}
    assert told["url_html"].endswith("/plan/wir/draft/1-sprache")
    assert (await client.get("/rest/geheim")).status_code == 404
    assert (await client.get("/rest/wir/motion/nein")).status_code == 404
    assert "Geheim" not in (await client.get("/data/chapters.json")).text


async def test_a_page_says_what_it_is_about(client):
    plan = await make_plan("wir")
    await make_chapter(plan, title="Sprache")

    page = (await client.get("/de/plan/wir/draft/1-sprache")).text

    assert '"@type": "Chapter"' in page
    assert '"name": "Sprache"' in page


def test_no_sign_can_end_the_element_it_stands_in():
    text = written({"name": "</script><script>alert(1)</script>&", "empty": ""})

    assert "<" not in text
    assert "empty" not in text


async def test_feed_map_and_robots_are_for_everybody(client):
    await make_conference("eins", title="Konferenz <Eins>")

    feed = await client.get("/ar/feed.atom")
    places = await client.get("/sitemap.xml")
    robots = await client.get("/robots.txt")

    assert 'xml:lang="ar"' in feed.text
    assert "Konferenz &lt;Eins&gt;" in feed.text
    assert "/c/eins</loc>" in places.text
    assert 'hreflang="ar"' in places.text
    assert "Disallow: /edit/" in robots.text
    assert robots.text.rstrip().endswith("/sitemap.xml")


async def test_the_interface_is_described_for_programs(client):
    described = (await client.get("/schema/openapi.json")).json()["paths"]

    for path in ("/oparl/v1.1/{sort}/{thing}", "/catalog.ttl", "/rest/{rest_plan}"):
        assert any(one.rstrip("/") == path for one in described), path
