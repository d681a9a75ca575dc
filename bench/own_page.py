"""
What a person's own page costs: `uv run python -m bench.own_page`.

The page of somebody of the sample conference, who is signed up for a session, without
any cookie, compressed as browsers ask for it. Statements are counted in this process;
CPU is that of a real server process, of all its threads: the best of some batches,
since what else the machine does makes a page dearer and never cheaper. Asked are at
most six statements and 3 ms.
"""

import asyncio
import signal
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid5

import httpx

from bench.check_in import SECRET, cpu_seconds, free_port, start
from bench.postgres import postgres_url
from lip.app import create_app
from lip.conference.actions.register import ticket_code
from lip.conference.queries.conferences import conference_by_key
from lip.conference.rules.codes import shown
from lip.database import current_engine, engine_from_url, use_engine
from lip.database.migrations import migrate
from lip.keys import Keys
from lip.registration.queries.parties import party_sent
from lip.sample.fill_in import KEY, fill_in
from lip.settings import Settings

BATCHES, ROUNDS = 8, 100
MOST_STATEMENTS, MOST_CPU = 6, 3.0


async def fill(url: str) -> tuple[str, int]:
    """Fill in the sample; return the path of a page and its statements."""
    engine = engine_from_url(url)
    use_engine(engine)
    await migrate()
    keys = Keys(SECRET)
    await fill_in(keys=keys, now=datetime.now(UTC))
    conference = await conference_by_key(KEY)
    party = await party_sent(uuid5(conference.id, "party 0"))
    assert party is not None, "the sample has parties"
    one = party.people[0]
    path = f"/de/t/{shown(ticket_code(one.id, one.issue, keys=keys))}"
    statements = await _counted(url, path)
    await engine.close_connection_pool()
    use_engine(None)
    return path, statements


async def _counted(url: str, path: str) -> int:
    engine, seen = current_engine(), []
    run = engine.run

    async def noting(sql, *args, **options):
        seen.append(sql)
        return await run(sql, *args, **options)

    engine.run = noting
    app = create_app(Settings(database_url=url, secret=SECRET))
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://x") as client:
        answer = await client.get(path)
    del engine.run
    assert answer.status_code == 200, answer.text
    return len(seen)


def measure(name: str, url: str) -> None:
    """Measure one engine and print a line."""
    path, statements = asyncio.run(fill(url))
    port = free_port()
    server = start(url, port)
    try:
        with httpx.Client(base_url=f"http://127.0.0.1:{port}") as client:
            for _ in range(30):
                client.get(path)
            time.sleep(2)  # what the server does by itself at its start is over
            costs = sorted(_batch(client, path, server.pid) for _ in range(BATCHES))
            answer = client.get(path)
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(20)
    size = int(answer.headers["content-length"])
    good = statements <= MOST_STATEMENTS and costs[0] <= MOST_CPU
    print(
        f"{name:10} {statements} statements"
        f"  CPU {costs[0]:4.2f} ms (median {costs[BATCHES // 2]:4.2f})"
        f"  {len(answer.content)} bytes, {size} on the wire"
        f"  {'good' if good else 'TOO MUCH'}",
        flush=True,
    )


def _batch(client: httpx.Client, path: str, server: int) -> float:
    before = cpu_seconds(server)
    for _ in range(ROUNDS):
        client.get(path)
    return 1000 * (cpu_seconds(server) - before) / ROUNDS


def main() -> None:
    """Measure both engines."""
    with tempfile.TemporaryDirectory(prefix="lip-bench-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        measure("SQLite", f"sqlite:///{folder}/bench.sqlite")
        with postgres_url() as url:
            measure("PostgreSQL", url)


if __name__ == "__main__":
    main()
