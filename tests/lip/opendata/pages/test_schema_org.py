"""Every kind of public page says to search engines what it is about (schema.org)."""

import pytest

from lip.database import fetch
from lip.sample.bodies import fill_in_bodies
from lip.sample.measures import fill_in_measures
from lip.sample.news import fill_in_news
from lip.sample.papers import fill_in_papers
from lip.sample.plan import fill_in_plan
from tests.databases import ENGINES
from tests.factories import clock, make_conference
from tests.schema_org import said_in

pytestmark = pytest.mark.anyio


async def test_every_kind_of_public_page_says_what_it_is_about(client, engine_name):
    if engine_name != ENGINES[0]:
        pytest.skip("what pages say does not depend on the engine")
    await make_conference("eins")
    bodies = await fill_in_bodies(now=clock())
    for fill in (fill_in_measures, fill_in_papers, fill_in_news, fill_in_plan):
        await fill(bodies, now=clock())
    (body, *_) = await fetch("SELECT key FROM body WHERE kind = 'council'")
    (measure, *_) = await fetch("SELECT key FROM measure WHERE public_from IS NOT NULL")
    (paper, *_) = await fetch("SELECT key FROM council_paper")
    (project, *_) = await fetch("SELECT key FROM project")
    (news, *_) = await fetch("SELECT key FROM news_item")
    kinds = {
        "/c/eins": "Event",
        f"/bodies/{body['key']}": "GovernmentOrganization",
        "/contact-points": "ItemList",
        f"/measures/{measure['key']}": "Project",
        f"/papers/{paper['key']}": "Legislation",
        f"/projects/{project['key']}": "Project",
        f"/news/{news['key']}": "NewsArticle",
        "/plan/lip": "CreativeWork",
        "/monitoring": "Dataset",
        "/data": "DataCatalog",
    }

    told = {}
    for path, kind in kinds.items():
        page = await client.get(f"/de{path}")
        assert "script-src 'self'" in page.headers["content-security-policy"], path
        said = said_in(page.text)
        told[path] = said[kind]
        assert set(said) - {"BreadcrumbList"} == {kind}, path
        assert ("BreadcrumbList" in said) == ('class="crumbs"' in page.text), path

    way = said_in((await client.get(f"/ar/papers/{paper['key']}")).text)
    first, last = way["BreadcrumbList"]["itemListElement"]
    assert first["item"] == "http://127.0.0.1:8000/ar/papers"
    assert (last["position"], "item" in last) == (2, False)
    services = [one["item"] for one in told["/contact-points"]["itemListElement"]]
    assert {one["@type"] for one in services} == {"GovernmentService"}
    assert all(one["name"] for one in services)
    assert len(told["/data"]["dataset"]) == 14
