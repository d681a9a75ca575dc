"""One server and one browser for the journeys of a module."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Playwright, sync_playwright

from tests.browsers import open_browser
from tests.servers import Server, running


@pytest.fixture(scope="module")
def server(databases, request) -> Iterator[Server]:
    url = databases.migrated("sqlite", request.module.__name__.rpartition(".")[2])
    with running(url) as one:
        yield one
    databases.remove(url)


@pytest.fixture(scope="module")
def playwright() -> Iterator[Playwright]:
    """Not longer than a module: while it runs, no other loop can in this thread."""
    with sync_playwright() as one:
        yield one


@pytest.fixture(scope="module")
def browser(playwright: Playwright) -> Iterator[Browser]:
    with open_browser(playwright) as one:
        yield one
