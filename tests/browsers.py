"""
Chromium for journeys: contexts of a phone and a desk, and a camera that shows a film.

Whoever opens a page here also asserts, at its end, that it asked no other host,
broke no policy and wrote no error to the console.
"""

import io
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import APIResponse, Browser, Page, Playwright, Route, expect

from tests import chromium

PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 800}
FRAME = (640, 480)
FRAMES_A_SECOND = 30
AN_HOUR = 3_600_000  # milliseconds
PATIENCE = 120_000  # milliseconds; how quick a machine is proves nothing here
# pages that no longer wait for a slow server answer by themselves: not by chance
NO_HURRY = "delete AbortSignal.timeout;"
USUAL = {
    "locale": "de-DE",
    "color_scheme": "light",
    "has_touch": False,
    "reduced_motion": "reduce",
}

QUIET = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-domain-reliability",
    "--no-first-run",
)


@contextmanager
def open_browser(
    playwright: Playwright, *, film: Path | None = None
) -> Iterator[Browser]:
    """Start Chromium; with a film, it has a camera and may use it."""
    expect.set_options(timeout=PATIENCE)
    path = chromium.find()
    if path is None:
        pytest.skip("needs Chromium: python -m tests.chromium --install")
    options = [*QUIET]
    if os.geteuid() == 0:
        options.append("--no-sandbox")
    if film is not None:
        options += [
            "--use-fake-ui-for-media-stream",
            "--use-fake-device-for-media-stream",
            f"--use-file-for-fake-video-capture={film}",
        ]
    browser = playwright.chromium.launch(executable_path=path, args=options)
    try:
        yield browser
    finally:
        browser.close()


@dataclass(frozen=True, slots=True)
class Window:
    """A page in a context of its own, and what it should not have done so far."""

    page: Page
    trouble: list[str] = field(default_factory=list)


@contextmanager
def visit(
    browser: Browser, address: str, *, expected: Sequence[str] = (), **options: Any
) -> Iterator[Page]:
    """Open a page in a context of its own; `expected` are errors that belong there."""
    with open_window(browser, address, **options) as window:
        yield window.page
        window.page.wait_for_timeout(50)  # what the browser still has to say
    unexpected = [
        one for one in window.trouble if not any(known in one for known in expected)
    ]
    assert unexpected == [], unexpected


@contextmanager
def open_window(
    browser: Browser,
    address: str,
    *,
    size: Any = None,
    script: str = "",
    **options: Any,
) -> Iterator[Window]:
    """Open a window; `script` runs in each of its pages before their own."""
    context = browser.new_context(
        base_url=address,
        viewport=size or PHONE,
        **(USUAL | options),
    )
    context.set_default_timeout(PATIENCE)
    context.set_default_navigation_timeout(PATIENCE)
    context.add_init_script(NO_HURRY)
    if script:
        context.add_init_script(script)
    window = Window(context.new_page())

    def note_console(message: Any) -> None:
        if message.type in {"error", "warning"}:
            window.trouble.append(message.text)

    def note_request(request: Any) -> None:
        if not request.url.startswith((address, "data:", "blob:")):
            window.trouble.append(f"asked {request.url}")

    context.on("console", note_console)
    context.on("request", note_request)
    context.on("weberror", lambda error: window.trouble.append(str(error.error)))
    try:
        yield window
    finally:
        context.close()


def stop_the_clock(page: Page) -> None:
    """Let time stand still in a page until a test says how much of it passes."""
    page.clock.install(time=0)
    page.clock.pause_at(AN_HOUR)  # it runs until here, and must not be there before


def held(page: Page, path: str) -> list[tuple[Route, APIResponse]]:
    """Ask the server, but hold its answers back: each comes into the list returned."""
    found: list[tuple[Route, APIResponse]] = []
    page.route(path, lambda route: found.append((route, route.fetch())))
    return found


def staying(seconds: int) -> Callable[[Route], None]:
    """Let an answer stay that goes on by itself after so many seconds."""

    def answer(route: Route) -> None:
        given = route.fetch()
        assert given.headers["refresh"].startswith(f"{seconds}; url=")
        kept = {name: said for name, said in given.headers.items() if name != "refresh"}
        route.fulfill(response=given, headers=kept)

    return answer


def sign_in(page: Page, name: str, password: str) -> None:
    """Sign in by the form, and wait for the page that follows."""
    page.goto("/de/sign-in")
    page.fill("[name=name]", name)
    page.fill("[name=password]", password)
    page.locator("main button[type=submit]").click()
    page.wait_for_url(lambda url: not url.endswith("/sign-in"))


def sideways(page: Page) -> int:
    """Tell by how many pixels a page, once it is there, is wider than the screen."""
    page.wait_for_load_state()
    wide: int = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    return wide


def make_film(path: Path, scenes: Sequence[tuple[Image.Image | None, float]]) -> Path:
    """Write pictures as a film (MJPEG) that plays again and again; None is blank."""
    with path.open("wb") as film:
        for picture, seconds in scenes:
            film.write(_frame(picture) * round(seconds * FRAMES_A_SECOND))
    return path


def _frame(picture: Image.Image | None) -> bytes:
    frame = Image.new("RGB", FRAME, (235, 233, 228))
    if picture is not None:
        shown = picture.convert("RGB")
        shown.thumbnail((FRAME[0] - 80, FRAME[1] - 60))
        at = [
            (whole - part) // 2 for whole, part in zip(FRAME, shown.size, strict=True)
        ]
        frame.paste(shown, (at[0], at[1]))
    written = io.BytesIO()
    frame.save(written, "JPEG", quality=88)
    return written.getvalue()
