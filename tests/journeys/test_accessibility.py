"""
Every page, as people with other eyes, hands, languages and connections meet it.

At the width of a small phone: no finding of axe, light and dark, nothing that must be
moved sideways, nothing too small for a thumb, nothing from elsewhere, and a first load
that a weak network carries.
"""

import os
from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any
from zlib import crc32

import pytest
from playwright.sync_api import Page, Request, Response, expect

from lip.accounts.rules.roles import Role
from tests.axe import SCRIPT, contrast_findings, findings
from tests.browsers import DESK, Window, open_window, sideways, staying, visit
from tests.journeys.every_page import House, furnish, page_routes
from tests.journeys.halls import open_account, open_every_outcome, open_hall

pytestmark = [pytest.mark.browser, pytest.mark.slow]

LANGUAGES = ("de", "ar", "en")
LOOKED_AT = {
    "de": "light",
    "ar": "dark",
}  # from the left in light, from the right in dark
EVERY_LOOK = bool(os.environ.get("LIP_TEST_EVERY_LOOK"))
LARGEST_FIRST_LOAD = 25_000
SMALLEST_TARGET = 44
NOT_COUNTED = {"font"}  # they come after the words, which are there without them

ROUTES = sorted(page_routes())
STATES = (
    *("empty overview", "empty guest list", "empty badges", "empty passes"),
    *("conference without texts", "conference in the archive"),
    *("empty documents", "empty series"),
    *("empty programme", "empty board"),
    *("no votes", "result of a field", "result of opinions", "result of a budget"),
    *("live result", "secret vote", "result of too few", "opinions on the wall"),
    *("empty pinboard", "empty wall", "no steps"),
    *("a programme without sessions", "an agenda without sessions"),
    *("no registration form", "empty statistics", "numbers to publish"),
    "thanks for answers",
    *("hidden comments", "empty comments", "empty translations"),
    *("translations of another script", "proposal with an account"),
    "proposal not followed",
    *("letter without receipt", "empty outbox", "search for no letter"),
    *("search for nobody", "door with a search", "door, walk-in", "door, list"),
    "lists to be arranged",
)

SMALL_TARGETS = """
(least) => {
  const every = "a[href], button, input, select, textarea, summary";
  const unseen = ".skip, .unseen, .cards thead, [type=hidden]";
  const shown = (e) =>
    !e.closest(unseen) && e.checkVisibility({ visibilityProperty: true });
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
    e.scrollIntoView({ block: "center", behavior: "instant" });
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


FOCUS_IS_SEEN = """
() => {
  const e = document.activeElement;
  if (e === document.body) return true;
  const style = getComputedStyle(e), box = e.getBoundingClientRect();
  const marked = style.outlineStyle !== "none" || style.boxShadow !== "none";
  return marked && box.width > 1 && box.height > 1;
}
"""


@pytest.fixture(scope="module")
def house(server) -> House:
    return furnish(server)


@pytest.fixture(scope="module")
def windows(server, browser, house) -> Iterator[dict[str, Window]]:
    """One window for everybody: opening one takes as long as looking at a page."""
    with ExitStack() as opened:
        made = {}
        for who in ("nobody", *house.cookies):
            seen = as_seen_by(server, house, who)
            made[who] = opened.enter_context(
                open_window(browser, server.address, **seen)
            )
            keep_nothing(made[who].page)
        yield made


def keep_nothing(page: Page) -> None:
    """Turn off the cache: each page loads as on a first visit."""
    asked = {"cacheDisabled": True}
    page.context.new_cdp_session(page).send("Network.setCacheDisabled", asked)


def as_seen_by(server, house: House, who: str) -> dict[str, Any]:
    """Set up a browser as whoever looks has it."""
    kept = [
        {"name": "lip", "value": house.cookies[who], "url": server.address}
        for _ in range(who != "nobody")
    ]
    return {"script": SCRIPT, "storage_state": {"cookies": kept, "origins": []}}


def look_at(browser, server, house: House, who: str, **options: Any):
    seen = as_seen_by(server, house, who)
    return visit(browser, server.address, **seen, **options)


def test_every_page_of_the_application_is_looked_at(house):
    missing = page_routes() - set(house.places)

    assert missing == set(), "give it a sample address in every_page.py"


GOES_ON = {"table_vote.done": 10}  # seconds until a page is followed by the next


@pytest.mark.parametrize("name", [*ROUTES, *STATES])
def test_page_is_for_everybody(server, browser, windows, house, name):
    place = house.places[name]
    if not place.path.startswith("/door/"):
        window = windows[place.who]
        if name in GOES_ON:
            window.page.route(f"**{place.path}", staying(GOES_ON[name]))
        look_through(window, place.path)
        window.page.unroute_all()
        return
    seen = as_seen_by(server, house, place.who)
    with open_window(browser, server.address, **seen) as window:  # the door stays awake
        keep_nothing(window.page)
        look_through(window, place.path)


def look_through(window: Window, path: str) -> None:
    """
    Look at a page in one language: from the left in light, or from the right in dark.

    Which goes by the address. With LIP_TEST_EVERY_LOOK it is looked at in both, as
    before a release.
    """
    chosen = crc32(path.partition("?")[0].encode()) % len(LOOKED_AT)
    for at, (language, scheme) in enumerate(LOOKED_AT.items()):
        if at != chosen and not EVERY_LOOK:
            continue
        window.page.emulate_media(color_scheme=scheme)
        window.page.goto("about:blank")  # what the page before still asks is not ours
        window.trouble.clear()
        answer, loaded = load(window.page, f"/{language}{path}")
        assert answer.status == 200
        assert sum(size for _, size in loaded) <= LARGEST_FIRST_LOAD, loaded
        assert window.page.evaluate("document.documentElement.lang") == language
        assert findings(window.page) == []
        assert sideways(window.page) <= 0
        assert window.page.evaluate(SMALL_TARGETS, SMALLEST_TARGET) == []
    in_english = window.page.request.get(f"/en{path}")

    assert in_english.ok
    assert '<html lang="en"' in in_english.text()
    assert window.trouble == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_answer_of_the_door_is_for_everybody(server, browser, language):
    outcomes = open_every_outcome(server, f"antworten-{language}")
    closed = {f"{outcomes.key}-{outcome}": outcome for outcome in ("early", "late")}
    with visit(browser, server.address, script=SCRIPT) as phone:
        open_door(phone, f"/{language}{outcomes.links[outcomes.key]}")
        for outcome in ("welcome", "cancelled", "other_day", "other_conference"):
            check_answer(phone, outcomes.codes[outcome], outcome)
        check_answer(phone, "2345-6789-ABCD", "unknown")
        check_answer(phone, outcomes.codes["welcome"], "inside")
        for act, outcome in (
            ("step-out", "out"),
            ("come-back", "returned"),
            ("step-out", "out"),
        ):
            phone.locator(f'#answer form[action$="/{act}"] button').click()
            check_shown(phone, outcome)
        for place, outcome in closed.items():
            phone.goto("about:blank")  # the door asks nothing once its right is gone
            phone.context.clear_cookies()
            open_door(phone, f"/{language}{outcomes.links[place]}")
            check_answer(phone, outcomes.codes[outcome], outcome)


def open_door(phone: Page, link: str) -> None:
    phone.goto(link)
    phone.locator("main form button").click()
    phone.wait_for_url("**/door/**")


def check_answer(phone: Page, code: str, outcome: str) -> None:
    phone.locator("#code").fill(code)
    phone.locator("#scan-form button[type=submit]").click()
    check_shown(phone, outcome)


def check_shown(phone: Page, outcome: str) -> None:
    expect(phone.locator(f'#answer[data-outcome="{outcome}"]')).to_be_visible()
    phone.emulate_media(color_scheme="dark", reduced_motion="reduce")
    assert contrast_findings(phone) == [], outcome
    phone.emulate_media(color_scheme="light", reduced_motion="reduce")
    assert findings(phone) == [], outcome
    assert sideways(phone) <= 0
    assert phone.evaluate(SMALL_TARGETS, SMALLEST_TARGET) == []


@pytest.mark.parametrize(
    "path,who,status",
    [
        ("/gibt-es-nicht", "nobody", 404),
        ("/desk", "nobody", 401),
        ("/accounts", "helper", 403),
        ("/t/2345-6789-ABCD", "nobody", 404),
        ("/sign-in/link/gibt-es-nicht", "nobody", 404),
    ],
)
def test_refusal_is_for_everybody(server, browser, house, path, who, status):
    with look_at(browser, server, house, who, expected=[f"{status}"]) as page:
        for language in LANGUAGES:
            answer = page.goto(f"/{language}{path}")

            assert answer.status == status
            assert findings(page) == []
            assert sideways(page) <= 0
            assert page.evaluate(SMALL_TARGETS, SMALLEST_TARGET) == []


def test_form_with_mistakes_is_for_everybody(server, browser, house):
    mistakes = ["422"]
    with look_at(browser, server, house, "admin", expected=mistakes) as page:
        for name in (
            "conference.new",
            "passes.list",
            "accounts.new",
        ):
            page.goto(house.places[name].path)
            form = page.locator("main form[method=post]").first
            form.evaluate("form => { form.noValidate = true; form.requestSubmit() }")
            expect(page.locator('[role="alert"], .error').first).to_be_visible()

            assert findings(page) == [], name
            assert sideways(page) <= 0


def test_keyboard_alone_leads_from_the_start_to_a_welcome(server, browser):
    hall = open_hall(server, "tastatur")
    helper = open_account(server, Role.DOOR_HELPER, hall.key)
    with visit(browser, server.address, size=DESK) as page:
        page.goto("/")
        press_until(page, "a[href$='/sign-in']")
        page.keyboard.press("Enter")
        page.wait_for_url("**/sign-in")
        press_until(page, "[name=name]")
        page.keyboard.type(helper.name)
        press_until(page, "[name=password]")
        page.keyboard.type(helper.password)
        page.keyboard.press("Enter")
        page.wait_for_url("**/door/**")
        press_until(page, "#code")
        page.keyboard.type(hall.guests[0].code)
        page.keyboard.press("Enter")
        expect(page.locator('#answer[data-outcome="welcome"]')).to_be_visible()
        press_until(page, '#answer form[action$="/undo"] button')
        page.keyboard.press("Enter")

        expect(page.locator('#answer[data-outcome="undone"]')).to_be_visible()


def press_until(page: Page, wanted: str) -> None:
    """Press Tab until it is reached; each stop on the way can be seen."""
    for _ in range(40):
        if page.evaluate("wanted => document.activeElement.matches(wanted)", wanted):
            return
        page.keyboard.press("Tab")
        assert page.evaluate(FOCUS_IS_SEEN), page.evaluate(
            "document.activeElement.outerHTML.slice(0, 200)"
        )
    raise AssertionError(f"{wanted} is out of reach of the keyboard")


def load(page: Page, path: str) -> tuple[Response, list[tuple[str, int]]]:
    """Open a page; tell what came until it was there, with its weight."""
    loaded: list[tuple[str, int]] = []

    def note(request: Request) -> None:
        loaded.append(weighed(request))

    page.on("requestfinished", note)
    try:
        answer = page.goto(path)
        return answer, list(loaded)  # what comes later keeps nobody waiting
    finally:
        page.remove_listener("requestfinished", note)


def weighed(request: Request) -> tuple[str, int]:
    """Weigh the body of an answer as it came over the wire."""
    if request.resource_type in NOT_COUNTED or request.url.startswith("data:"):
        return request.url, 0
    return request.url, request.sizes()["responseBodySize"]
