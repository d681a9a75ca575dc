"""A board to work on by hand: six cards, three clusters, and who moderates it."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from typing import Any

from playwright.sync_api import Browser, Locator, Page, expect

from lip.accounts.rules.roles import Role
from lip.conference.queries.conferences import conference_by_key
from lip.said import Said
from proposals.board.actions.arrange_cards import move
from proposals.board.actions.arrange_clusters import open_cluster
from proposals.board.queries.board import board_of
from tests.axe import SCRIPT
from tests.browsers import DESK, sign_in, visit
from tests.factories import MadePerson, make_person
from tests.proposals.board.boards import TEXTS, a_deed
from tests.proposals.collections import make_collecting, make_proposal
from tests.servers import Server, arrange

CLUSTERS = ("Sprache", "Wohnen", "Arbeit")

keys = (f"pinnwand-{number}" for number in count(1))


def make_pinboard(server: Server) -> str:
    """Six cards: 1 and 2 in Sprache, 3 and 4 in Wohnen, 5 and 6 loose; Arbeit empty."""
    key = next(keys)

    async def fill() -> None:
        conference = await make_collecting(key)
        for text in TEXTS:
            await make_proposal(conference, text, language="de")
        *filled, last = CLUSTERS
        for name in filled:
            await open_cluster(Said.of(de=name), deed=a_deed(conference))
        await move([1, 2], 1, deed=a_deed(conference))
        await move([3, 4], 2, deed=a_deed(conference))
        await open_cluster(Said.of(de=last), deed=a_deed(conference))  # see `saved`

    arrange(server.url, fill)
    return key


@contextmanager
def moderating(
    server: Server, browser: Browser, key: str, *, language: str = "de", **options: Any
) -> Iterator[Page]:
    """Open the board as a moderator, ready to be touched."""
    person: MadePerson = arrange(server.url, lambda: make_person(Role.MODERATOR, key))
    usual = {"size": DESK, "script": SCRIPT}
    with visit(browser, server.address, **(usual | options)) as page:
        sign_in(page, person.name, person.password)
        board = f"/{language}/conferences/{key}/board"
        if options.get("java_script_enabled", True):
            with page.expect_response("**/board/live"):  # from here on it hears others
                page.goto(board)
            page.wait_for_selector("html.scripted", state="attached")
        else:
            page.goto(board)
        yield page


def card(page: Page, number: int) -> Locator:
    return page.locator(f"#p{number}")


def expect_in(page: Page, column: int, *cards: int) -> None:
    """The cards of a column, in order, as the page shows them."""
    shown = page.locator(f"#l{column} > .pin")
    expect(shown).to_have_count(len(cards))
    for place, number in enumerate(cards):
        expect(shown.nth(place)).to_have_attribute("data-card", str(number))


def stored(server: Server, key: str) -> dict[int, list[int]]:
    async def read() -> dict[int, list[int]]:
        view = await board_of((await conference_by_key(key)).id)
        return {one.number: [c.number for c in one.cards] for one in view.columns}

    return arrange(server.url, read)


def press(page: Page, *names: str) -> None:
    for name in names:
        page.keyboard.press(name)


def saved(page: Page, act: str = "Karten verschieben") -> None:
    """
    Wait until the server has answered with the board after this step.

    The board names its last step only then; a new one (`make_pinboard`) names another
    than those that are waited for, and so must the step before.
    """
    expect(page.locator("#undo small")).to_have_text(act)


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
