"""Open data as readers and programs open it."""

import re

import pytest

from lip.opendata.rules.datasets import SHAPES, Dataset
from lip.web.json_ld import written
from tests.elections.polls import credential_for, finish, make_hall, open_hall, vote
from tests.factories import make_conference
from tests.lip.plan.chapters import make_chapter, make_plan
from tests.proposals.collections import collect, make_proposal
from tests.proposals.voting.counted import make_round

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


async def test_the_site_map_leads_to_every_kind_of_public_page_once(client):
    hall = await open_hall(await make_hall())
    await vote(hall, await credential_for(hall, hall.people[0].id), "k1")
    await finish(hall)
    await collect(hall.conference)
    await make_proposal(hall.conference)
    await make_round(hall.conference, votes=[{1: 1}])
    plan = await make_plan("wir")
    await make_chapter(plan, title="Sprache")

    text = (await client.get("/sitemap.xml")).text
    places = re.findall("<loc>http://127.0.0.1:8000(.*?)</loc>", text)

    assert len(places) == len(set(places))
    assert set(places) >= {
        *("/", "/plan", "/measures", "/papers", "/projects", "/bodies", "/search"),
        *("/contact-points", "/monitoring", "/monitoring/figures", "/traces", "/data"),
        *("/data/api", "/imprint", "/privacy", "/accessibility"),
        *("/c/konferenz", "/c/konferenz/proposals", "/c/konferenz/proposals/1"),
        *("/c/konferenz/rounds", "/c/konferenz/rounds/1"),
        *("/c/konferenz/elections", "/c/konferenz/elections/1"),
        *("/c/konferenz/elections/1/minutes", "/plan/wir/draft"),
    }
    for path in places:
        assert (await client.get(path)).status_code == 200, path


async def test_the_interface_is_described_for_programs(client):
    described = (await client.get("/schema/openapi.json")).json()["paths"]

    for path in ("/oparl/v1.1/{sort}/{thing}", "/catalog.ttl", "/rest/{rest_plan}"):
        assert any(one.rstrip("/") == path for one in described), path
