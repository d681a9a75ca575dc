"""`lip publish` killed at any moment (`kill -9`), and publishing again and again."""

import os
import signal
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest

from tests.databases import Databases
from tests.factories import SECRET, make_conference
from tests.forked import Forked
from tests.lip.publishing.actions.test_copy_site import contents, names_in
from tests.servers import PATIENCE, arrange

KILLS = 3


@pytest.fixture
def url(databases: Databases, engine_name: str) -> Iterator[str]:
    made = databases.migrated(engine_name, "published")
    yield made
    databases.remove(made)


def begin(url: str, out: Path) -> Forked:
    words = ["publish", "--out", str(out)]
    environment = {**os.environ, "DATABASE_URL": url, "LIP_SECRET": SECRET}
    return Forked(words, environment)


def publish(url: str, out: Path) -> float:
    """Publish to the end; tell how long it took."""
    started = time.monotonic()
    process = begin(url, out)
    process.wait(PATIENCE)
    assert process.poll() == 0
    return time.monotonic() - started


def test_killed_at_any_moment_the_old_site_stays_whole(url: str, tmp_path: Path):
    out, chance = tmp_path / "site", Random(7)
    arrange(url, lambda: make_conference("eins"))
    seconds = publish(url, out)
    old = contents(out)
    arrange(url, lambda: make_conference("zwei"))

    found = []
    for _ in range(KILLS):
        process = begin(url, out)
        time.sleep(chance.uniform(0.2, 1) * seconds)
        with suppress(ProcessLookupError):  # it has ended by itself
            os.killpg(process.pid, signal.SIGKILL)
        process.wait(PATIENCE)
        found.append(contents(out))
    publish(url, out)
    whole = contents(out)
    publish(url, out)

    assert contents(out) == whole
    assert "de/c/zwei/index.html" in whole
    assert set(whole) > set(old)
    assert all(one in (old, whole) for one in found)
    assert names_in(tmp_path) == ["site"]
