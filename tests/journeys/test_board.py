"""The board on a projector in a real browser: turns, changes, and no network."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from itertools import count

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect

from lip.accounts.rules.roles import Role
from lip.said import Said
from tests.browsers import stop_the_clock, visit
from tests.factories import clock, make_conference, make_person
from tests.programmes import make_room, make_session, zone_at_noon
from tests.servers import PATIENCE, Server, arrange

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PROJECTOR = {"width": 1920, "height": 1080}
LONG = "Arbeit: Abschlüsse anerkennen lassen, Stellen finden, Rechte kennen und nutzen"

keys = (f"tafel-{number}" for number in count(1))


@pytest.fixture
def key(server: Server) -> str:
    key = next(keys)

    async def fill() -> None:
        place = await make_conference(key, zone=zone_at_noon())
        way = Said.of(de="1. Stock, große Treppe oder Aufzug", ar="الطابق الأول")
        for name in ("Mosaiksaal", "Raum 101", "Bibliothek"):
            room = await make_room(place, name, way=way)
            title = Said.of(de=LONG, ar="العمل")
            await make_session(place, title=title, room=room)
            soon = clock() + timedelta(minutes=55)
            await make_session(place, soon, title=f"Danach {name}", room=room)

    arrange(server.url, fill)
    return key


@pytest.fixture
def board(server: Server, browser: Browser, key: str):
    cut_off = ["ERR_INTERNET_DISCONNECTED", "ERR_NETWORK_IO_SUSPENDED"]
    with visit(
        browser,
        server.address,
        size=PROJECTOR,
        expected=cut_off,
        reduced_motion="reduce",
    ) as page:
        stop_the_clock(page)  # it turns when it is told to, however slow all is
        with page.expect_response("**/board/live"):  # changes are heard from now on
            page.goto(f"/de/c/{key}/board")
        yield page


def turn(page: Page) -> str:
    """Let the board go to its next language, and say which it was before."""
    view = page.locator(".board-view")
    before = view.get_attribute("lang") or ""
    page.clock.run_for(15_500)
    expect(view).not_to_have_attribute("lang", before)
    return before


@contextmanager
def moderator(server: Server, key: str) -> Iterator[httpx.Client]:
    async def make():
        return await make_person(Role.MODERATOR, key)

    person = arrange(server.url, make)
    with httpx.Client(base_url=server.address, timeout=PATIENCE) as client:
        form = {"name": person.name, "password": person.password}
        assert client.post("/sign-in", data=form).status_code == 303
        yield client


def test_at_a_projectors_size_words_are_48_pixels_and_codes_a_quarter(board: Page):
    sizes = board.evaluate("""
      () => [...document.querySelectorAll(".board-view *")]
        .filter((e) => [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim()))
        .filter((e) => e.checkVisibility() && !e.closest(".unseen, [hidden]"))
        .map((e) => parseFloat(getComputedStyle(e).fontSize))
    """)
    codes = [one.bounding_box() for one in board.locator(".board-codes img").all()]
    foot = board.locator(".board-foot").bounding_box()

    assert min(sizes) >= 48
    assert all(box and box["height"] >= 270 for box in codes)
    assert foot
    assert foot["y"] + foot["height"] <= 1080


def test_it_goes_from_language_to_language(board: Page):
    seen = [turn(board) for _ in range(3)]

    assert sorted(seen) == ["ar", "de", "en"]
    assert board.evaluate("document.documentElement.lang") == "de"


def test_the_turning_can_be_stopped(board: Page):
    board.mouse.move(600, 600)
    board.locator("#board-stop").click()

    board.clock.run_for(31_000)

    expect(board.locator(".board-view")).to_have_attribute("lang", "de")
    expect(board.locator("#board-stop")).to_have_attribute("aria-pressed", "true")


def test_a_delay_stands_there_at_once(server: Server, board: Page, key: str):
    with moderator(server, key) as client:
        agenda = client.get(f"/conferences/{key}/agenda").text
        token = re.search(r'name="csrf" value="([^"]+)"', agenda)
        coming = re.findall(r'action="([^"]+/late/[^"]+)"', agenda)[-1]
        assert token
        form = {"csrf": token[1], "minutes": "10", "how": "begins"}
        assert client.post(coming, data=form).status_code == 303

    board.clock.run_for(2000)

    expect(board.locator(".board-late").first).to_have_text("10 Minuten später")


def test_without_network_the_last_state_stays_and_says_so(board: Page):
    with board.expect_response(re.compile("/en/c/")) as last:  # of all views
        board.clock.run_for(10_500)
    last.value.finished()
    board.context.set_offline(True)

    languages = []
    for _ in range(3):
        languages.append(turn(board))
        expect(board.locator(".board-offline")).to_be_visible()
        expect(board.locator(".board-rooms")).to_contain_text("Mosaiksaal")
    board.context.set_offline(False)
    turn(board)

    assert len(set(languages)) == 3
    expect(board.locator(".board-offline")).to_be_hidden()


def test_without_a_script_it_turns_by_itself(
    server: Server, browser: Browser, key: str
):
    with visit(browser, server.address, java_script_enabled=False) as page:
        page.goto(f"/de/c/{key}/board")

        found = page.locator("noscript").inner_html()

    assert "http-equiv" in found
    assert f"/c/{key}/board" in found
