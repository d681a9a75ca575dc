"""The door without network: reload, scans, walk-ins, two desks, and the way back."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from lip.conference.rules.codes import shown
from lip.database import fetch
from tests.browsers import visit
from tests.journeys.halls import Hall, open_hall
from tests.servers import Server, arrange

pytestmark = [pytest.mark.browser, pytest.mark.slow]

keys = (f"netzlos-{number}" for number in count(1))
CUT_OFF = (
    *("ERR_INTERNET_DISCONNECTED", "ERR_NETWORK_IO_SUSPENDED", "ERR_FAILED"),
    *("ERR_CONNECTION_REFUSED", "ERR_EMPTY_RESPONSE", "Failed to fetch"),
)
NOBODYS_CODE = "2345-6789-ABCD"

KEPT = """
async () => {
  const found = { databases: (await indexedDB.databases()).map(({ name }) => name) };
  found.caches = await caches.keys();
  found.workers = (await navigator.serviceWorker.getRegistrations()).length;
  return found;
}
"""

ROWS = """
(store) => new Promise((resolve, reject) => {
  const opening = indexedDB.open("lip-door");
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => {
    const all = opening.result.transaction(store).objectStore(store).getAll();
    all.onsuccess = () => { opening.result.close(); resolve(all.result.length); };
  };
})
"""


@pytest.fixture
def hall(server: Server) -> Hall:
    return open_hall(server, next(keys), desks=2)


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
    expect(page.locator("body[data-kept=ready]")).to_have_count(1, timeout=15_000)
    page.wait_for_function("navigator.serviceWorker.controller !== null")
    page.wait_for_function(
        """async () => {
          for (const name of await caches.keys()) {
            const urls = (await (await caches.open(name)).keys()).map((one) => one.url);
            const shell = urls.some((url) => url.endsWith("/offline/shell"));
            if (shell && urls.length > 25) return true;
          }
        }"""
    )


def answer(page: Page, outcome: str):
    return page.locator(f'#answer[data-outcome="{outcome}"]')


def offline_answer(page: Page, outcome: str):
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


def conflicts(server: Server, key: str) -> list[tuple[str, str]]:
    async def read() -> list[dict[str, Any]]:
        return await fetch(
            "SELECT k.kind, k.desk FROM door_conflict k "
            "JOIN conference f ON f.id = k.conference WHERE f.key = ? ORDER BY k.at",
            key,
        )

    return [(row["kind"], row["desk"]) for row in arrange(server.url, read)]


def test_reload_and_scan_without_network_then_everything_is_sent(server, browser, hall):
    with desk(browser, server, hall.links[0]) as phone:
        phone.context.set_offline(True)
        phone.reload()
        type_code(phone, hall.guests[0].code)

        expect(offline_answer(phone, "welcome")).to_contain_text("Ayşe Yıldız")
        expect(offline_answer(phone, "welcome")).to_contain_text("Offline")
        expect(offline_answer(phone, "welcome")).to_contain_text("Programmheft")
        phone.wait_for_timeout(1600)
        type_code(phone, shown(hall.guests[0].code).lower())
        expect(offline_answer(phone, "inside")).to_contain_text("durch Tisch 1")
        assert arrivals(server, hall.key) == []

        phone.context.set_offline(False)

        expect(phone.locator("#trouble")).to_be_hidden(timeout=15_000)
        expect(phone.locator("[data-count=present]").first).to_have_text("1")
        [row] = arrivals(server, hall.key)
        assert (row["given_name"], row["desk"]) == ("Ayşe", "Tisch 1")
        assert conflicts(server, hall.key) == []
        assert phone.evaluate(ROWS, "queue") == 0
