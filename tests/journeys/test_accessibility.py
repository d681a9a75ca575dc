"""
Every page, as people with other eyes, hands, languages and connections meet it.

At the width of a small phone: no finding of axe, light and dark, nothing that must be
moved sideways, nothing too small for a thumb, nothing from elsewhere, and a first load
that a weak network carries.
"""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browsers import PHONE, visit
from tests.journeys.every_page import House, furnish, page_routes

pytestmark = [pytest.mark.browser, pytest.mark.slow]

LANGUAGES = ("de", "ar", "en")
LARGEST_FIRST_LOAD = 25_000
SMALLEST_TARGET = 44
NOT_COUNTED = {"font"}  # they come after the words, which are there without them

ROUTES = sorted(page_routes())
STATES = (
    *("empty overview", "empty guest list", "empty badges", "empty passes"),
    *("search for nobody", "door with a search", "door, walk-in", "door, list"),
)

SMALL_TARGETS = """
(least) => {
  const every = "a[href], button, input, select, textarea, summary";
  const shown = (e) => e.type !== "hidden" && !e.closest(".skip, .unseen, .cards thead") &&
    e.checkVisibility({ visibilityProperty: true });
  const inText = (e) => getComputedStyle(e).display === "inline" &&
    [...e.parentElement.childNodes].some((n) => (n.data ?? "").trim());
  const area = (e) => {
    const labels = e.matches("[type=checkbox], [type=radio]") ? [...e.labels] : [];
    const boxes = [e, ...labels].map((one) => one.getBoundingClientRect());
    const from = (side) => Math.min(...boxes.map((box) => box[side]));
    const to = (side) => Math.max(...boxes.map((box) => box[side]));
    return { width: to("right") - from("left"), height: to("bottom") - from("top") };
  };
  const large = ({ width, height }) => Math.min(width, height) > least - 0.5;
  const reached = (e) => {
    e.scrollIntoView({ block: "center" });
    const box = e.getBoundingClientRect(), far = least / 2 - 1;
    const x = box.x + box.width / 2, y = box.y + box.height / 2;
    const points = [[x, y + far], [x, y - far], [x + far, y], [x - far, y]];
    return points.every(([x, y]) => e.contains(document.elementFromPoint(x, y)));
  };
  return [...document.querySelectorAll(every)]
    .filter((e) => shown(e) && !inText(e) && !large(area(e)) && !reached(e))
    .map((e) => {
      const { width, height } = area(e);
      return `${Math.round(width)}×${Math.round(height)} ${e.outerHTML.slice(0, 120)}`;
    });
}
"""


@pytest.fixture(scope="module")
def house(server) -> House:
    return furnish(server)


def look_at(browser, server, house: House, name: str, **options: Any):
    """Open a browser as whoever looks at this page."""
    who = house.places[name].who
    kept = [
        {"name": "lip", "value": house.cookies[who], "url": server.address}
        for _ in range(who != "nobody")
    ]
    return visit(
        browser,
        server.address,
        storage_state={"cookies": kept, "origins": []},
        **options,
    )


def test_every_page_of_the_application_is_looked_at(house):
    missing = page_routes() - set(house.places)

    assert missing == set(), "give it a sample address in every_page.py"


@pytest.mark.parametrize("name", [*ROUTES, *STATES])
def test_page_is_for_everybody(server, browser, house, name):
    loaded: list[tuple[str, int]] = []
    with look_at(browser, server, house, name) as page:
        page.on("requestfinished", lambda request: loaded.append(weighed(request)))
        for language in LANGUAGES:
            answer = page.goto(f"/{language}{house.places[name].path}")
            assert answer.status == 200
            assert page.evaluate("document.documentElement.lang") == language
            assert findings(page) == []
            assert sideways(page) <= 0
            assert page.evaluate(SMALL_TARGETS, SMALLEST_TARGET) == []
            if language == LANGUAGES[0]:
                assert sum(size for _, size in loaded) <= LARGEST_FIRST_LOAD, loaded
                page.emulate_media(color_scheme="dark")
                assert findings(page, only="color-contrast") == []
                page.emulate_media(color_scheme="light")


def weighed(request) -> tuple[str, int]:
    """Weigh the body of an answer as it came over the wire."""
    if request.resource_type in NOT_COUNTED or request.url.startswith("data:"):
        return request.url, 0
    return request.url, request.sizes()["responseBodySize"]


def findings(page: Page, *, only: str = "") -> list[str]:
    options: dict[str, Any] = {"resultTypes": ["violations"]}
    if only:
        options["runOnly"] = [only]
    found = Axe().run(page, options=options)
    return [
        f"{finding['id']}: {node['html'][:200]} {node.get('failureSummary', '')[:300]}"
        for finding in found.response["violations"]
        for node in finding["nodes"]
    ]


def sideways(page: Page) -> int:
    """Tell by how many pixels the page is wider than the screen."""
    return page.evaluate("document.documentElement.scrollWidth") - PHONE["width"]
