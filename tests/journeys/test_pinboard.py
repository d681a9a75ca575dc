"""The board of the moderators: by keys, by mouse, by finger, by forms, on the wall."""

import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.axe import findings
from tests.browsers import DESK, PHONE, sideways, stop_the_clock
from tests.journeys.pinboards import (
    card,
    drag,
    expect_in,
    make_pinboard,
    moderating,
    press,
    saved,
    stored,
)
from tests.proposals.board.boards import TEXTS
from tests.servers import Server

pytestmark = [pytest.mark.browser, pytest.mark.slow]

TABLET = {"width": 1024, "height": 768}


@pytest.fixture
def key(server: Server) -> str:
    return make_pinboard(server)


def test_the_board_by_keyboard_alone(server: Server, browser: Browser, key: str):
    with moderating(server, browser, key) as page:
        says = page.locator("#says")
        card(page, 1).focus()

        press(page, "Space", "ArrowRight")
        expect(says).to_contain_text("Wohnen, Platz 1 von 3")
        press(page, "Enter")
        saved(page)
        expect_in(page, 2, 1, 3, 4)
        expect(card(page, 1)).to_be_focused()

        press(page, "Space", "ArrowRight", "Shift+Enter")
        saved(page, "Weiteres Thema")
        expect_in(page, 2, 1, 3, 4)
        expect(page.locator("#a1-3")).to_be_visible()

        press(page, "Control+z")
        expect(page.locator("#a1-3")).to_have_count(0)
        press(page, "Control+y")
        expect(page.locator("#a1-3")).to_be_visible()

        press(page, "Home", "m")
        page.locator("#f-name-de").fill("Wohnen und Nachbarn")
        press(page, "Enter")
        saved(page, "Namen geben")
        expect(page.locator("#n2")).to_contain_text("Wohnen und Nachbarn")

        card(page, 3).focus()
        press(page, "x", "ArrowDown", "x")
        page.locator(".picked-acts [value=merge]").press("Enter")
        saved(page, "Vorschläge zusammenlegen")
        expect_in(page, 2, 1, 3)
        expect(card(page, 3)).to_contain_text("spricht auch für 4")

    assert stored(server, key) == {1: [2], 2: [1, 3], 3: [1]}


def test_escape_puts_back_and_columns_are_carried_too(
    server: Server, browser: Browser, key: str
):
    with moderating(server, browser, key) as page:
        card(page, 2).focus()
        press(page, "Enter", "ArrowRight", "ArrowDown", "Escape")
        expect_in(page, 1, 1, 2)
        expect(page.locator("#says")).to_contain_text("Liegt wieder, wo es war")

        page.locator("#c1 .column-head").focus()
        press(page, "Space", "ArrowRight", "ArrowRight", "Space")
        saved(page, "Bündel ordnen")
        order = [one.get_attribute("id") for one in page.locator(".column").all()]

    assert order == ["c0", "c2", "c3", "c1"]


def test_arrows_follow_sight_in_arabic(server: Server, browser: Browser, key: str):
    with moderating(server, browser, key, language="ar") as page:
        card(page, 1).focus()
        press(page, "ArrowLeft")
        expect(card(page, 3)).to_be_focused()
        press(page, "Space", "ArrowRight", "Space")
        expect_in(page, 1, 3, 1, 2)


def test_a_card_is_dragged_by_mouse_and_escape_puts_it_back(
    server: Server, browser: Browser, key: str
):
    with moderating(server, browser, key) as page:
        drag(page, card(page, 5), page.locator("#c3"), drop=False)
        expect(page.locator("#l3 .slot")).to_be_visible()
        page.keyboard.press("Escape")
        page.mouse.up()
        expect(page.locator(".slot, .ghost")).to_have_count(0)

        drag(page, card(page, 5), page.locator("#c3"))
        saved(page)
        expect_in(page, 3, 5)
        expect(page.locator("#sheet")).to_be_hidden()

    assert stored(server, key)[3] == [5]


def test_several_chosen_cards_are_dragged_together(
    server: Server, browser: Browser, key: str
):
    with moderating(server, browser, key) as page:
        for number in (1, 2):
            card(page, number).locator(".pick").click()
        drag(page, card(page, 2), page.locator("#c3"))
        saved(page)
        expect_in(page, 3, 1, 2)
        expect(page.locator(".pick :checked")).to_have_count(0)


def test_a_finger_holds_drags_and_otherwise_scrolls(
    server: Server, browser: Browser, key: str
):
    options = {"size": TABLET, "has_touch": True}
    with moderating(server, browser, key, **options) as page:
        finger = page.context.new_cdp_session(page)

        def touch(kind: str, *points: tuple[float, float]) -> None:
            at = [{"x": x, "y": y} for x, y in points]
            finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": at})

        def middle(item: Locator) -> tuple[float, float]:
            box = item.bounding_box()
            assert box
            return box["x"] + box["width"] / 2, box["y"] + 30

        stop_the_clock(page)  # how long a finger holds is said, not measured
        x, y = middle(card(page, 1))
        touch("touchStart", (x, y))
        touch("touchMove", (x, y - 40))
        page.clock.run_for(1000)
        expect(page.locator(".ghost")).to_have_count(0)
        touch("touchEnd")
        wait_until_at_rest(page)

        here, there = middle(card(page, 1)), middle(card(page, 4))
        touch("touchStart", here)
        page.clock.run_for(400)
        expect(page.locator(".ghost")).to_have_count(1)
        for step in range(1, 9):
            way = [a + (b - a) * step / 8 for a, b in zip(here, there, strict=True)]
            touch("touchMove", (way[0], way[1]))
        expect(page.locator("#l2 .slot")).to_be_visible()
        with page.expect_response(lambda answer: answer.request.method == "POST"):
            touch("touchEnd")
        expect(page.locator("#l2 > #p1")).to_be_visible()

    assert 1 in stored(server, key)[2]


def wait_until_at_rest(page: Page) -> None:
    """Wait until nothing scrolls any more."""
    at = None
    while at != (at := card(page, 1).bounding_box()):
        page.wait_for_timeout(300)


def test_everything_works_without_a_script(server: Server, browser: Browser, key: str):
    with moderating(server, browser, key, java_script_enabled=False) as page:
        page.locator("#p5 .pick input").check()
        page.locator("#p6 .pick input").check()
        page.locator("#f-to").select_option("3")
        page.get_by_role("button", name="Dorthin legen").click()
        expect(page).to_have_url(re.compile("#c0$"))
        expect(page.locator("#l3 > .pin")).to_have_count(2)

        page.locator("#p5 .pin-head").click()
        page.get_by_role("button", name="Sprache").click()
        expect_in(page, 1, 1, 2, 5)

        page.locator("#n1 a").click()
        page.locator("#f-name-de").fill("Deutsch lernen")
        page.get_by_role("button", name="Speichern").click()
        expect(page.locator("#n1")).to_contain_text("Deutsch lernen")

        page.get_by_role("button", name="Rückgängig").click()
        expect(page.locator("#n1")).to_contain_text("Sprache")
        page.get_by_role("button", name="Wiederholen").click()
        expect(page.locator("#n1")).to_contain_text("Deutsch lernen")


def test_a_card_has_all_acts_as_buttons(server: Server, browser: Browser, key: str):
    with moderating(server, browser, key) as page:
        card(page, 1).locator(".pin-head").click()
        sheet = page.locator("#sheet")
        expect(sheet).to_contain_text(TEXTS[0])
        sheet.get_by_role("button", name="Arbeit").click()

        saved(page)
        expect_in(page, 3, 1)
        expect(sheet).to_be_hidden()


def test_the_wall_follows_without_being_touched(
    server: Server, browser: Browser, key: str
):
    with moderating(server, browser, key) as page:
        wall = page.context.new_page()
        wall.set_viewport_size({"width": 1920, "height": 1080})
        wall.goto(f"/de/conferences/{key}/board/wall")
        sizes = wall.evaluate("""
          () => [...document.querySelectorAll(".wall-view :is(h1, h2, p, li)")]
            .map((one) => parseFloat(getComputedStyle(one).fontSize))
        """)

        drag(page, card(page, 5), page.locator("#c3"))

        expect(wall.locator("section", has_text="Arbeit")).to_contain_text(TEXTS[4])
        assert min(sizes) >= 40


@pytest.mark.parametrize("language", ["de", "ar", "en"])
@pytest.mark.parametrize("size", [PHONE, TABLET, DESK], ids=["phone", "tablet", "desk"])
def test_the_board_is_for_everybody(
    server: Server, browser: Browser, key: str, size: Any, language: str
):
    with moderating(server, browser, key, language=language, size=size) as page:
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            assert findings(page) == []
        card(page, 1).locator(".pin-head").click()
        expect(page.locator("#sheet")).to_be_visible()
        assert findings(page) == []
        assert sideways(page) <= 0
