"""Find Chromium; `python -m tests.chromium --install` installs it where absent."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

SHELL = "chromium-headless-shell"
"""Chromium without windows of its own, which takes a quarter less time."""

NAMES = (
    *(SHELL, "chromium", "chromium-browser"),
    *("google-chrome", "google-chrome-stable"),
)


def find() -> str | None:
    """Return the path of a Chromium; `LIP_CHROMIUM` names one of your own."""
    if given := os.environ.get("LIP_CHROMIUM"):
        return given
    for name in NAMES:
        if path := shutil.which(name):
            return path
    return _of_playwright()


def _of_playwright() -> str | None:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - slow to import

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def install() -> None:
    """Install Chromium: from Debian as root, else through Playwright."""
    if os.geteuid() == 0 and shutil.which("apt-get"):
        apt("update")
        apt("install", SHELL if _is_packaged(SHELL) else "chromium")
        return
    subprocess.run(
        [sys.executable, "-m", "playwright", "install", "--with-deps", "chromium"]
        if os.geteuid() == 0
        else [sys.executable, "-m", "playwright", "install", "chromium"],
        check=True,
    )


def apt(what: str, *packages: str) -> None:
    """Let Debian's package tool do something without questions."""
    subprocess.run(
        ["apt-get", what, "-y", "-qq", "--no-install-recommends", *packages],
        check=True,
        env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
        stdout=subprocess.DEVNULL,
    )


def _is_packaged(name: str) -> bool:
    """Tell whether this release of Debian, or of what comes from it, has a package."""
    words = ["apt-cache", "show", name]
    return subprocess.run(words, capture_output=True, check=False).returncode == 0


if __name__ == "__main__" and "--install" in sys.argv and find() is None:
    sys.stderr.write("Installing Chromium for the tests.\n")
    install()
