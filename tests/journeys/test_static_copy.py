"""The site as files, served by a plain server: read, searched, for everybody."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Page, expect

from lip.sample.bodies import fill_in_bodies
from lip.sample.measures import fill_in_measures
from lip.sample.news import fill_in_news
from lip.sample.papers import fill_in_papers
from lip.sample.plan import fill_in_plan
from lip.sample.plan_changes import fill_in_plan_changes
from tests.axe import SCRIPT, findings
from tests.browsers import open_window, sideways, visit
from tests.factories import SECRET, clock, make_conference
from tests.forked import Forked
from tests.lip.publishing.actions.test_copy_site import dead_links
from tests.servers import PATIENCE, arrange

pytestmark = [pytest.mark.browser, pytest.mark.slow]

KINDS = (
    *("", "/plan", "/plan/lip", "/plan/lip/integration", "/plan/lip/versions"),
    *("/measures", "/measures/wege-ins-bleiberecht", "/contact-points", "/monitoring"),
    *("/papers", "/papers/2088-2016", "/projects", "/projects/weact", "/news"),
    *("/bodies", "/traces", "/data", "/search", "/c/eins"),
    *("/imprint", "/privacy", "/accessibility"),
)
"""A page of each kind, by its folder in that of a language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Copied:
    """A copy of the site, and the address of the plain server before it."""

    folder: Path
    address: str


class _Quiet(SimpleHTTPRequestHandler):
    """Serves files and says nothing of it."""

    def log_message(self, *_said: object) -> None:
        pass


async def a_city() -> None:
    await make_conference("eins", title="Konferenz eins")
    bodies = await fill_in_bodies(now=clock())
    await fill_in_measures(bodies, now=clock())
    await fill_in_papers(bodies, now=clock())
    await fill_in_news(bodies, now=clock())
    await fill_in_plan(bodies, now=clock())
    await fill_in_plan_changes(bodies, now=clock())


@pytest.fixture(scope="module")
def copy(databases, tmp_path_factory) -> Iterator[Copied]:
    url = databases.migrated("sqlite", "copied")
    out = tmp_path_factory.mktemp("copy") / "site"
    arrange(url, a_city)
    environment = {
        **os.environ,
        "DATABASE_URL": url,
        "LIP_SECRET": SECRET,
        "LIP_BASE_URL": "https://lip.example.org",
    }
    words = ["publish", "--out", str(out), "--address", "https://plan.example.org"]
    process = Forked(words, environment)
    process.wait(PATIENCE)
    assert process.poll() == 0
    databases.remove(url)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(out)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield Copied(folder=out, address=f"http://127.0.0.1:{server.server_port}")
    server.shutdown()
    server.server_close()


def test_no_link_within_the_copy_leads_nowhere(copy: Copied):
    files = {str(one.relative_to(copy.folder)) for one in copy.folder.rglob("*.*")}
    site_map = (copy.folder / "sitemap.xml").read_text()
    robots = (copy.folder / "robots.txt").read_text()

    assert dead_links(copy.folder) == []
    assert {f"{tag}{one}/index.html" for tag in ("de", "ar") for one in KINDS} <= files
    assert {
        "data/measures.csv",
        "data/measures.json",
        "feed.atom",
        "ar/feed.atom",
    } <= files
    assert [one for one in files if one.endswith("-integration.de.pdf")]
    assert [one for one in files if one.endswith("-integration.de.docx")]
    assert "<loc>https://plan.example.org/de/measures/index.html</loc>" in site_map
    assert "Sitemap: https://plan.example.org/sitemap.xml" in robots


@pytest.mark.parametrize("language,scheme", [("de", "light"), ("ar", "dark")])
def test_every_kind_of_page_is_for_everybody(copy, browser, language, scheme):
    with open_window(browser, copy.address, script=SCRIPT) as window:
        window.page.emulate_media(color_scheme=scheme)
        for kind in KINDS:
            answer = window.page.goto(f"/{language}{kind}/index.html")

            assert answer.status == 200
            assert window.page.evaluate("document.documentElement.lang") == language
            assert findings(window.page) == [], kind
            assert sideways(window.page) <= 0, kind
    assert window.trouble == []


def test_the_copy_is_read_switched_and_searched_without_a_server(copy, browser):
    with visit(browser, copy.address) as page:
        page.goto("/")
        page.wait_for_url("**/de/index.html")
        fonts = page.evaluate("document.fonts.ready.then((all) => all.size)")
        menu = page.locator("details.menu:has([hreflang])")
        menu.locator("summary").click()
        menu.locator("[hreflang=ar]").click()
        page.wait_for_url("**/ar/index.html")

        assert fonts > 0
        assert page.evaluate("document.documentElement.dir") == "rtl"
        page.goto("/de/search/index.html")
        counts = {word: found(page, word) for word in SPELLINGS}
        assert len(set(counts.values())) == 1
        assert counts["Migrant*innen"] > 0
        assert found(page, "Kindern") == found(page, "Kinder") > 0
        assert found(page, "xyzzy") == 0
        expect(page.get_by_text("Versuchen Sie es mit weniger")).to_be_visible()
        assert found(page, "Migrantinnen") > 0
        assert findings(page) == []
        page.locator(".search-kinds a").last.click()
        expect(page.locator(".search-kinds a").last).to_have_attribute(
            "aria-current", "true"
        )
        expect(page.locator(".search-hits mark").first).to_be_visible()
        page.locator(".search-hits a").first.focus()
        page.keyboard.press("Enter")
        page.wait_for_url("**/de/**/index.html")
        expect(page.locator("h1")).to_be_visible()


SPELLINGS = ("Migrant*innen", "MigrantInnen", "Migrantinnen", "migranten")


def found(page: Page, word: str) -> int:
    """Search by keyboard; tell how many were found."""
    page.locator("#q").fill(word)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    said = page.get_by_role("status").filter(has_text="Treffer")
    expect(said).to_be_visible()
    return int(said.inner_text().rpartition(" ")[2])


def test_without_a_script_the_search_says_where_to_search(copy, browser):
    with visit(browser, copy.address, java_script_enabled=False) as page:
        page.goto("/index.html")
        page.get_by_role("link", name="Deutsch").click()
        page.goto("/de/search/index.html")

        way = page.get_by_role("link", name="Suche auf der Website")
        expect(way).to_have_attribute("href", "https://lip.example.org/de/search")
