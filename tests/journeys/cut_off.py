"""A desk at the door that loses its network: its page, and what the server got."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, Locator, Page, expect

from lip.database import fetch
from tests.browsers import visit
from tests.servers import Server, arrange

CUT_OFF = (
    *("ERR_INTERNET_DISCONNECTED", "ERR_NETWORK_IO_SUSPENDED", "ERR_FAILED"),
    *("ERR_CONNECTION_REFUSED", "ERR_EMPTY_RESPONSE", "Failed to fetch"),
)


@contextmanager
def desk(
    browser: Browser, server: Server, link: str, *, prefix: str = "", **options: Any
) -> Iterator[Page]:
    """Sign in at a desk, and wait until it can do without network."""
    with visit(
        browser,
        server.address,
        expected=(*CUT_OFF, *options.pop("expected", ())),
        **options,
    ) as page:
        page.goto(prefix + link)
        page.locator("main form button").click()
        page.wait_for_url("**/door/**")
        wait_until_kept(page)
        yield page


def wait_until_kept(page: Page) -> None:
    expect(page.locator("body[data-kept=ready]")).to_have_count(1)


def offline_answer(page: Page, outcome: str) -> Locator:
    return page.locator(f'#answer[data-outcome="{outcome}"][data-offline]')


def type_code(page: Page, code: str) -> None:
    page.locator("#code").fill(code)
    page.locator("#scan-form button[type=submit]").click()


def arrivals(server: Server, key: str) -> list[dict[str, Any]]:
    async def read() -> list[dict[str, Any]]:
        return await fetch(
            "SELECT p.given_name, p.number, c.desk, c.at FROM check_in c "
            "JOIN participant p ON p.id = c.participant "
            "JOIN conference f ON f.id = c.conference WHERE f.key = ? ORDER BY c.at",
            key,
        )

    return arrange(server.url, read)


def settled(page: Page, outcome: str) -> None:
    """Wait until the last scan has its own answer: it is fresh, and then no more."""
    expect(offline_answer(page, outcome)).to_have_class("answer fresh")
    expect(page.locator(".stage[data-busy]")).to_have_count(0)
    page.evaluate("document.getElementById('answer').className = 'answer'")


def walk_in(page: Page, name: str) -> None:
    page.get_by_role("link", name="Ohne Anmeldung").last.click()
    page.get_by_label("Vorname").fill(name)
    page.get_by_role("button", name="Eintragen und einlassen").click()
    expect(offline_answer(page, "welcome")).to_contain_text(name)
