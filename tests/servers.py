"""Real servers: `lip serve` on a free port, stopped, killed and restarted."""

import asyncio
import os
import secrets
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Awaitable, Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeVar

from lip.database import engine_from_url, use_engine
from tests.factories import SECRET
from tests.forked import Forked

R = TypeVar("R")

ROOT = Path(__file__).parents[1]
PATIENCE = 300  # seconds until a server must answer


PORTS = range(10_000, 32_000)  # below those that the system lends to any connection


def free_port() -> int:
    """Find a port that stays free: nobody gets it by chance while a server starts."""
    own = _ports_of_this_worker()
    while True:
        with socket.socket() as found, suppress(OSError):
            found.bind(("127.0.0.1", secrets.choice(own)))
            return int(found.getsockname()[1])


def _ports_of_this_worker() -> Sequence[int]:
    """Give those that no other worker of this run chooses from."""
    workers = int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))
    number = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
    return PORTS[number % workers :: workers]


class Server:
    """One server and the database behind it; it keeps its address when restarted."""

    def __init__(self, url: str, *, workers: int = 1, **environment: str) -> None:
        self.url = url
        self.port = free_port()
        self._workers = workers
        self._environment = environment
        self._process: subprocess.Popen[bytes] | Forked | None = None

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Start and wait until it answers; in a group of its own, workers included."""
        words = ["serve", "--port", str(self.port), "--workers", str(self._workers)]
        environment = {
            **os.environ,
            "DATABASE_URL": self.url,
            "LIP_SECRET": SECRET,
            "LIP_BASE_URL": self.address,
            **self._environment,
        }
        self._process = (
            Forked(words, environment)
            if self._workers == 1
            else subprocess.Popen(
                [sys.executable, "-m", "lip", *words],
                cwd=ROOT,
                env=environment,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
        )
        try:
            until_it_answers(self._process, self.address)
        except AssertionError:
            self.kill()
            raise

    def stop(self) -> None:
        """Stop as an operator would."""
        self._end(signal.SIGTERM)

    def kill(self) -> None:
        """Stop it in the middle of whatever it does: `kill -9`, workers too."""
        self._end(signal.SIGKILL)

    def _end(self, by: signal.Signals) -> None:
        if self._process is None:
            return
        self._send(by)
        try:
            self._process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self._send(signal.SIGKILL)
            self._process.wait(PATIENCE)
        self._process = None

    def _send(self, what: signal.Signals) -> None:
        if self._process is not None:
            with suppress(ProcessLookupError):  # it has ended by itself
                os.killpg(self._process.pid, what)


def until_it_answers(process: subprocess.Popen[bytes] | Forked, address: str) -> None:
    """Wait until a server answers; fail when it has ended or is silent for long."""
    last = time.monotonic() + PATIENCE
    while time.monotonic() < last:
        assert process.poll() is None, "the server has ended by itself"
        try:
            with urllib.request.urlopen(f"{address}/health", timeout=10):
                return
        except OSError:
            time.sleep(0.1)
    raise AssertionError("the server does not answer")


@contextmanager
def running(url: str, *, workers: int = 1, **environment: str) -> Iterator[Server]:
    """Run a server on a migrated database, for as long as the block lasts."""
    server = Server(url, workers=workers, **environment)
    server.start()
    try:
        yield server
    finally:
        server.stop()


def arrange(url: str, make: Callable[[], Awaitable[R]]) -> R:
    """
    Run actions on the database of a server.

    In a thread of its own, because Playwright keeps the loop of this one busy.
    """

    async def on_database() -> R:
        engine = engine_from_url(url, durable=False)
        use_engine(engine)
        try:
            return await make()
        finally:
            await engine.close_connection_pool()
            use_engine(None)

    with ThreadPoolExecutor(1) as aside:
        return aside.submit(asyncio.run, on_database()).result()
