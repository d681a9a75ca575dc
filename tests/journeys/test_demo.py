"""`lip demo` in an empty folder, as somebody tries LIP for the first time."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import httpx
import pytest

from lip.accounts.rules.roles import PASS_ONLY, Role
from lip.sample.fill_in import PEOPLE
from tests.servers import PATIENCE, free_port, until_it_answers

pytestmark = pytest.mark.slow

ROLES = set(Role) - PASS_ONLY


def demo(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "lip", "demo", *options],
        cwd=folder,
        env=plain_environment(),
        check=False,
        capture_output=True,
        text=True,
        timeout=300,
    )


def plain_environment() -> dict[str, str]:
    """Give an environment in which nothing of LIP is set."""
    unset = ("LIP_", "DATABASE_URL")
    return {
        name: value for name, value in os.environ.items() if not name.startswith(unset)
    }


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Any]]:
    """A folder in which somebody has tried LIP, and what it told her."""
    folder = tmp_path_factory.mktemp("demo")
    done = demo(folder, "--no-serve", "--json")
    assert done.returncode == 0, done.stderr
    return folder, json.loads(done.stdout)


def test_demo_fills_in_once_and_tells_people_the_same_again(filled):
    folder, told = filled

    again = demo(folder, "--no-serve")

    assert again.returncode == 0, again.stderr
    assert told["conference"] == "demo"
    assert {login["role"] for login in told["logins"]} == set(map(str, ROLES))
    assert (folder / "lip.sqlite").exists()
    assert f"mit {PEOPLE} Personen ist bereit" in again.stdout
    assert "http://127.0.0.1:8000" in again.stdout
    for word in ("Administration", "Organisation", "Einlass-Hilfe", "/sign-in/link/"):
        assert word in again.stdout
    for login in told["logins"]:
        assert login["name"] in again.stdout
        assert login["password"] in again.stdout


def test_demo_serves_what_it_has_filled_in(filled):
    folder, told = filled
    port = free_port()
    serving = subprocess.Popen(
        [sys.executable, "-m", "lip", "demo", "--port", str(port)],
        cwd=folder,
        env=plain_environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        until_it_answers(serving, f"http://127.0.0.1:{port}")
        front = httpx.get(f"http://127.0.0.1:{port}/", timeout=PATIENCE).text
        entered = [enter(f"http://127.0.0.1:{port}", login) for login in told["logins"]]
    finally:
        serving.send_signal(signal.SIGTERM)
        ended = serving.wait(PATIENCE)

    assert "Migrationskonferenz 2026" in front
    assert entered == [200] * len(told["logins"])
    assert ended in {0, -signal.SIGTERM}


def enter(address: str, login: dict[str, str]) -> int:
    """Sign in, and tell the status of the page that one is led to."""
    with httpx.Client(
        base_url=address, follow_redirects=True, timeout=PATIENCE
    ) as browser:
        form = {"name": login["name"], "password": login["password"]}
        return browser.post("/sign-in", data=form).status_code
