"""The board of the moderators with others at it, and with the network gone."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page, expect

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
from tests.servers import Server

pytestmark = [pytest.mark.browser, pytest.mark.slow]

CUT_OFF = ("ERR_INTERNET_DISCONNECTED", "ERR_NETWORK_IO_SUSPENDED")


@pytest.fixture
def key(server: Server) -> str:
    return make_pinboard(server)


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
        for number, way_back in ((5, sent_again), (6, seen_by_the_page)):
            with way_back(page):
                drag(page, card(page, number), page.locator("#c3"))
                expect(page.locator("#toast")).to_contain_text("Keine Verbindung.")
                expect(page.locator(f"#l0 > #p{number}")).to_be_visible()
                expect(page.locator(f"#l3 > #p{number}")).to_have_count(0)
            expect(page.locator(f"#l3 > #p{number}")).to_be_visible()

    assert set(stored(server, key)[3]) == {5, 6}


@contextmanager
def sent_again(page: Page) -> Iterator[None]:
    """Cut steps off alone, which the page does not see; then ask it to send them."""
    page.route("**/board/cards*", lambda route: route.abort("internetdisconnected"))
    yield
    page.unroute("**/board/cards*")
    page.get_by_role("button", name="Noch einmal versuchen").click()


@contextmanager
def seen_by_the_page(page: Page) -> Iterator[None]:
    """Cut the page off, and let it see by itself that the network is back."""
    page.context.set_offline(True)
    yield
    page.context.set_offline(False)


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
