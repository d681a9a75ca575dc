"""
Check-ins over HTTP: `uv run python -m bench.check_in`.

A real server process on a fresh database, durable commits, a journal entry for each
check-in, every answer looked at. CPU is the server process's own, all threads; that
of PostgreSQL is its own. Beside it stands the bare engine of this machine: one
durable SQLite transaction of two inserts, without HTTP.
"""

import argparse
import asyncio
import json
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.request
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bench.postgres import postgres_url
from lip.accounts.actions.passes import PassWish, make_token
from lip.conference.actions.announce import Announcement, announce, day_between
from lip.conference.actions.register import add_participants, ticket_code
from lip.conference.queries.conferences import conference_by_key
from lip.conference.rules.guest import Guest
from lip.database import engine_from_url, transaction, use_engine
from lip.database.migrations import migrate
from lip.journal.rules.entries import COMMAND
from lip.keys import Keys
from lip.sample.fill_in import ZONE

SECRET = "bench" * 10
PEERS = """Peers on this kind of machine:
  pretix 69 ms of CPU and 20 queries a check-in, 27/s at 32 clients
  Litestar with stock Piccolo 1.75 ms on PostgreSQL (972/s), 3.0 ms on SQLite (113/s)
  a bare durable SQLite transaction behind Litestar 0.37 ms (2,645/s)"""


async def fill(url: str, people: int) -> tuple[list[str], str]:
    """Fill a fresh database; return the codes and a token."""
    engine = engine_from_url(url)
    use_engine(engine)
    now, keys = datetime.now(UTC), Keys(SECRET)
    await migrate()
    day = day_between(now - timedelta(hours=1), now + timedelta(hours=8), ZONE)
    said = Announcement(title="Bench", days=[day])
    await announce("bench", said, by=COMMAND, now=now)
    conference = await conference_by_key("bench")
    guests = [
        (Guest(given_name=f"Gast {place}", family_name="Ölçer", may_vote=True), None)
        for place in range(people)
    ]
    async with transaction():
        rows = await add_participants(guests, conference=conference, keys=keys, now=now)
    wish = PassWish(label="Tisch 1", scope="bench", until=now + timedelta(hours=8))
    token = await make_token(wish, keys=keys, by=COMMAND, now=now)
    await engine.close_connection_pool()
    use_engine(None)
    return [ticket_code(row.id, 1, keys=keys) for row in rows], token.token


def request(code: str, token: str, number: int) -> str:
    """Write one request as it goes over the wire."""
    body = json.dumps({"code": code})
    return (
        "POST /api/conferences/bench/check-ins HTTP/1.1\r\nHost: 127.0.0.1\r\n"
        f"Authorization: Bearer {token}\r\nIdempotency-Key: {number}\r\n"
        f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n{body}"
    )


def free_port() -> int:
    """Find a port nobody listens on."""
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return int(sock.getsockname()[1])


def start(url: str, port: int) -> subprocess.Popen[bytes]:
    """Start the server and wait until it answers."""
    environment = {**os.environ, "DATABASE_URL": url, "LIP_SECRET": SECRET}
    server = subprocess.Popen(
        [sys.executable, "-m", "lip", "serve", "--port", str(port)],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    for _ in range(900):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/health").read()
        except OSError:
            time.sleep(0.1)
        else:
            return server
    raise RuntimeError("the server does not answer")


def cpu_seconds(pid: int) -> float:
    """Read the CPU time of a process, all its threads."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2]
    user, system = fields.split()[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


def load(
    folder: Path,
    port: int,
    requests: list[str],
    clients: int,
    expect: str,
    *,
    status: str = "200",
):
    """Run the load in a process of its own."""
    file = folder / "load.json"
    plan = {
        "host": "127.0.0.1",
        "port": port,
        "requests": requests,
        "clients": clients,
        "expect": expect,
        "status": status,
    }
    file.write_text(json.dumps(plan), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "bench.load", str(file)], check=True, capture_output=True
    )
    sys.stderr.write(done.stderr.decode())
    return json.loads(done.stdout)


def bare_sqlite(folder: Path) -> float:
    """Count durable transactions of two inserts a second, without HTTP."""
    base = sqlite3.connect(folder / "bare.sqlite", isolation_level=None)
    base.execute("PRAGMA journal_mode=WAL")
    base.execute("PRAGMA synchronous=FULL")
    base.execute("CREATE TABLE one (id INTEGER PRIMARY KEY, text TEXT)")
    began, rounds = time.perf_counter(), 1000
    for place in range(rounds):
        base.execute("BEGIN IMMEDIATE")
        base.execute("INSERT INTO one (text) VALUES (?)", (f"a{place}",))
        base.execute("INSERT INTO one (text) VALUES (?)", (f"b{place}",))
        base.execute("COMMIT")
    seconds = time.perf_counter() - began
    base.close()
    return rounds / seconds


def measure(name: str, url: str, folder: Path, each: int) -> None:
    """Measure 1, 8 and 32 clients on one engine and print a line for each."""
    people = each * 3
    codes, token = asyncio.run(fill(url, people))
    port = free_port()
    server = start(url, port)
    try:
        load(folder, port, [request("22222222222" + "2", token, -1)] * 50, 4, "unknown")
        for turn, clients in enumerate((1, 8, 32)):
            part = codes[turn * each : (turn + 1) * each]
            requests = [
                request(code, token, number)
                for number, code in enumerate(part, start=turn * each)
            ]
            before = cpu_seconds(server.pid)
            figures = load(folder, port, requests, clients, '"welcome"')
            cpu = 1000 * (cpu_seconds(server.pid) - before) / figures["answers"]
            rate = figures["answers"] / figures["seconds"]
            print(
                f"{name:10} {clients:3} clients  {rate:7.0f}/s"
                f"  CPU {cpu:5.2f} ms  median {figures['median']:6.1f} ms"
                f"  p95 {figures['p95']:6.1f} ms  worst {figures['worst']:6.1f} ms"
                f"  wrong {figures['wrong']}",
                flush=True,
            )
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(10)


def main() -> None:
    """Measure both engines."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--each", type=int, default=3000, help="check-ins per round")
    parser.add_argument("--engines", default="sqlite,postgres")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="lip-bench-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        print(f"bare durable SQLite transaction, no HTTP: {bare_sqlite(folder):.0f}/s")
        if "sqlite" in options.engines:
            measure("SQLite", f"sqlite:///{folder}/bench.sqlite", folder, options.each)
        if "postgres" in options.engines:
            with postgres_url() as url:
                measure("PostgreSQL", url, folder, options.each)
    print(PEERS)


if __name__ == "__main__":
    main()
