"""
What handing in and reading cost: `uv run python -m bench.proposals`.

Two hundred people hand in one proposal each at a real server: CPU of the server process
for each, less what reading a text's meaning and language costs by itself. Then the
public page of 200 proposals: CPU, statements, and bytes of a first load as they go over
the wire. Asked are 5 ms beside the meaning; 10 ms, 3 statements, 25 kB.
"""

import asyncio
import signal
import sys
import tempfile
import time
from uuid import uuid4

import httpx

from bench.check_in import SECRET, cpu_seconds, free_port, start
from bench.clustering import made_up
from bench.pages import first_load
from bench.similar import KEY, fill
from lip.app import create_app
from lip.database import current_engine, engine_from_url, use_engine
from lip.settings import Settings
from proposals.actions.vectors import understand
from proposals.rules.handing_in import Wording

PEOPLE, READS = 200, 100
MOST_HAND_IN, MOST_READ, MOST_STATEMENTS, LARGEST = 5.0, 10.0, 3, 25_000
PATH = f"/de/c/{KEY}/proposals"


async def cost_of_reading(texts: list[str]) -> float:
    """Measure what the meaning and the language of a text cost, in milliseconds."""
    await understand(Wording(text=texts[0]))
    before = time.process_time()
    for text in texts:
        await understand(Wording(text=text))
    return 1000 * (time.process_time() - before) / len(texts)


async def count_statements(url: str) -> int:
    """Count the statements of the public page, within this process."""
    use_engine(engine_from_url(url))
    engine, seen = current_engine(), []
    run = engine.run

    async def noting(sql, *args, **options):
        seen.append(sql)
        return await run(sql, *args, **options)

    engine.run = noting
    app = create_app(Settings(database_url=url, secret=SECRET))
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://x") as client:
        assert (await client.get(PATH)).status_code == 200
    await engine.close_connection_pool()
    use_engine(None)
    return len(seen)


def hand_in(
    client: httpx.Client, pid: int, codes: list[str], texts: list[str]
) -> float:
    """Hand in one proposal per person; return the milliseconds of CPU of one."""
    for code, text in zip(codes[:5], texts[:5], strict=False):
        send(client, code, f"Zum Warmwerden: {text}")
    time.sleep(2)
    before = cpu_seconds(pid)
    for code, text in zip(codes, texts, strict=True):
        send(client, code, text)
    return 1000 * (cpu_seconds(pid) - before) / len(codes)


def send(client: httpx.Client, code: str, text: str) -> None:
    """Send the form of a person's page."""
    fields = {"text": text, "request": str(uuid4())}
    answer = client.post(f"/de/t/{code}/proposals", data=fields)
    assert answer.status_code == 303, answer.text


def read(client: httpx.Client, pid: int) -> float:
    """Read the public page again and again; return the milliseconds of CPU of one."""
    for _ in range(5):
        client.get(PATH)
    before = cpu_seconds(pid)
    for _ in range(READS):
        assert client.get(PATH).status_code == 200
    return 1000 * (cpu_seconds(pid) - before) / READS


def main() -> None:
    """Fill, start, measure."""
    texts = made_up(2 * PEOPLE)
    with tempfile.TemporaryDirectory(prefix="lip-bench-") as name:
        url = f"sqlite:///{name}/proposals.sqlite"
        codes = asyncio.run(fill(url, texts[PEOPLE:], PEOPLE))
        port = free_port()
        address = f"http://127.0.0.1:{port}"
        server = start(url, port)
        try:
            with httpx.Client(base_url=address, timeout=60) as client:
                reading = asyncio.run(cost_of_reading(texts[:100]))
                beside = hand_in(client, server.pid, codes, texts[:PEOPLE]) - reading
                cpu = read(client, server.pid)
                size = first_load(address, PATH, "")
        finally:
            server.send_signal(signal.SIGTERM)
            server.wait(20)
        statements = asyncio.run(count_statements(url))
    print(f"handing in: {beside:.1f} ms beside {reading:.1f} ms for the meaning")
    print(f"200 proposals: {cpu:.1f} ms, {statements} statements, {size} bytes")
    limits = (MOST_HAND_IN, MOST_READ, MOST_STATEMENTS, LARGEST)
    if any(
        one > most
        for one, most in zip((beside, cpu, statements, size), limits, strict=True)
    ):
        sys.exit("too much")


if __name__ == "__main__":
    main()
