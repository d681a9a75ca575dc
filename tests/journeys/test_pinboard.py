"""The board of the moderators: by hand, by keys, by forms, by two at once, cut off."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from lip.accounts.rules.roles import Role
from lip.said import Said
from proposals.board.actions.arrange_cards import move
from proposals.board.actions.arrange_clusters import open_cluster
from proposals.board.queries.board import board_of
from tests.browsers import DESK, PHONE, sideways, visit
from tests.factories import MadePerson, make_person
from tests.proposals.board.boards import TEXTS, a_deed
from tests.proposals.collections import make_collecting, make_proposal
from tests.servers import Server, arrange

pytestmark = [pytest.mark.browser, pytest.mark.slow]

TABLET = {"width": 1024, "height": 768}
CLUSTERS = ("Sprache", "Wohnen", "Arbeit")
CUT_OFF = ("ERR_INTERNET_DISCONNECTED", "ERR_NETWORK_IO_SUSPENDED")

keys = (f"pinnwand-{number}" for number in count(1))


@pytest.fixture
def key(server: Server) -> str:
    """Six cards: 1 and 2 in Sprache, 3 and 4 in Wohnen, 5 and 6 loose; Arbeit empty."""
    key = next(keys)

    async def fill() -> None:
        conference = await make_collecting(key)
        for text in TEXTS:
            await make_proposal(conference, text, language="de")
        for name in CLUSTERS:
            await open_cluster(Said.of(de=name), deed=a_deed(conference))
        await move([1, 2], 1, deed=a_deed(conference))
        await move([3, 4], 2, deed=a_deed(conference))

    arrange(server.url, fill)
    return key


@contextmanager
def moderating(
    server: Server, browser: Browser, key: str, *, language: str = "de", **options: Any
) -> Iterator[Page]:
    """Open the board as a moderator, ready to be touched."""
    person: MadePerson = arrange(server.url, lambda: make_person(Role.MODERATOR, key))
    with visit(browser, server.address, **({"size": DESK} | options)) as page:
        page.goto("/sign-in")
        page.locator("[name=name]").fill(person.name)
        page.locator("[name=password]").fill(person.password)
        page.locator("main button[type=submit]").click()
        page.goto(f"/{language}/conferences/{key}/board")
        if options.get("java_script_enabled", True):
            page.wait_for_selector("html.scripted", state="attached")
        yield page


def card(page: Page, number: int) -> Locator:
    return page.locator(f"#p{number}")


def expect_in(page: Page, column: int, *cards: int) -> None:
    """The cards of a column, in order, as the page shows them."""
    shown = page.locator(f"#l{column} > .pin")
    expect(shown).to_have_count(len(cards))
    found = [one.get_attribute("data-card") for one in shown.all()]
    assert found == [str(one) for one in cards]


def stored(server: Server, key: str) -> dict[int, list[int]]:
    async def read() -> dict[int, list[int]]:
        from lip.conference.queries.conferences import conference_by_key  # noqa: PLC0415 - in the thread of the database

        view = await board_of((await conference_by_key(key)).id)
        return {one.number: [c.number for c in one.cards] for one in view.columns}

    return arrange(server.url, read)


def press(page: Page, *names: str) -> None:
    for name in names:
        page.keyboard.press(name)


def saved(page: Page, act: str = "Karten verschieben") -> None:
    """Wait until the server has answered with the board after this step."""
    expect(page.locator("#undo small")).to_have_text(act)


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


def drag(page: Page, item: Locator, to: Locator, *, drop: bool = True) -> None:
    item.scroll_into_view_if_needed()
    start, end = item.bounding_box(), to.bounding_box()
    assert start
    assert end
    page.mouse.move(start["x"] + 40, start["y"] + 20)
    page.mouse.down()
    page.mouse.move(start["x"] + 60, start["y"] + 40, steps=4)
    page.mouse.move(end["x"] + 80, end["y"] + 150, steps=6)
    if drop:
        page.mouse.up()


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

        x, y = middle(card(page, 1))
        touch("touchStart", (x, y))
        touch("touchMove", (x, y - 40))
        page.wait_for_timeout(500)
        expect(page.locator(".ghost")).to_have_count(0)
        touch("touchEnd")
        page.wait_for_timeout(500)

        here, there = middle(card(page, 1)), middle(card(page, 4))
        touch("touchStart", here)
        expect(page.locator(".ghost")).to_have_count(1)
        for step in range(1, 9):
            way = [a + (b - a) * step / 8 for a, b in zip(here, there, strict=True)]
            touch("touchMove", (way[0], way[1]))
        expect(page.locator("#l2 .slot")).to_be_visible()
        touch("touchEnd")
        expect(page.locator("#l2 > #p1")).to_be_visible()
        saved(page)

    assert 1 in stored(server, key)[2]


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


def test_two_moderators_see_each_other_and_keep_their_place(
    server: Server, browser: Browser, key: str
):
    with (
        moderating(server, browser, key) as one,
        moderating(server, browser, key) as other,
    ):
        other.locator("#n1 a").click()
        other.locator("#f-name-de").fill("halb geschr")
        drag(one, card(one, 5), one.locator("#c3"))

        expect(other.locator("#l3 > #p5")).to_be_attached()
        expect(other.locator("#f-name-de")).to_have_value("halb geschr")
        expect(other.locator("#f-name-de")).to_be_focused()


def test_who_is_slower_with_the_same_card_is_told(
    server: Server, browser: Browser, key: str
):
    with (
        moderating(server, browser, key) as one,
        moderating(server, browser, key, expected=["409"]) as other,
    ):
        card(other, 1).focus()
        press(other, "Space", "ArrowRight")
        drag(one, card(one, 1), one.locator("#c3"))
        saved(one)
        other.wait_for_timeout(1200)  # carrying, nothing moves below the card
        press(other, "Enter")

        expect(other.locator("#toast")).to_contain_text("Jemand anderes hat")
        expect_in(other, 3, 1)

    assert stored(server, key)[3] == [1]


def test_without_network_the_card_returns_and_can_be_sent_again(
    server: Server, browser: Browser, key: str
):
    with moderating(server, browser, key, expected=CUT_OFF) as page:
        page.context.set_offline(True)
        drag(page, card(page, 5), page.locator("#c3"))
        expect(page.locator("#toast")).to_contain_text("Keine Verbindung.")
        expect_in(page, 3)
        expect(page.locator("#l0 > #p5")).to_be_visible()

        page.context.set_offline(False)
        again = page.get_by_role("button", name="Noch einmal versuchen")
        if again.is_visible():  # the page may have seen the network first
            again.click()
        expect(page.locator("#l3 > #p5")).to_be_visible()

    assert stored(server, key)[3] == [5]


def test_steps_without_network_outlive_a_reload_and_go_once(
    server: Server, browser: Browser, key: str
):
    with moderating(server, browser, key, expected=CUT_OFF) as page:
        page.route("**/board/cards*", lambda route: route.abort("internetdisconnected"))
        drag(page, card(page, 5), page.locator("#c3"))
        expect(page.locator("#toast")).to_contain_text("Keine Verbindung.")
        card(page, 1).focus()
        press(page, "Space", "ArrowRight", "Enter")
        expect(page.locator("#toast")).to_be_visible()
        page.unroute("**/board/cards*")

        page.reload()
        expect_in(page, 3, 5)
        expect_in(page, 2, 1, 3, 4)
        page.reload()
        page.wait_for_selector("html.scripted", state="attached")
        expect(page.locator("#undo small")).to_have_text("Karten verschieben")
        assert page.evaluate("localStorage.length") == 0
        page.get_by_role("button", name="Rückgängig").click()
        expect_in(page, 1, 1, 2)
        expect_in(page, 3, 5)

    assert stored(server, key)[3] == [5]


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


def findings(page: Page) -> list[str]:
    page.wait_for_timeout(100)
    found = Axe().run(page).response["violations"]
    return [f"{one['id']}: {one['nodes'][0]['html'][:150]}" for one in found]
