"""
What handing in and reading cost: `uv run python -m bench.proposals [FILE.csv]`.

Two hundred people hand in at a real server, and everybody reads: the public page of
two hundred proposals, the same by ticket, the board of the moderators. CPU is that of
the server process, all its threads: the best of some batches, since what else the
machine does makes a page dearer and never cheaper. Handing in is told beside what
reading a text's meaning and language costs by itself. Statements are counted in this
process; bytes are those of a first load, compressed: page, style, scripts, icons.
Texts are made up, or taken from the column `text` of a list: real ones are longer.
"""

import argparse
import asyncio
import csv
import signal
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import httpx

from bench.check_in import SECRET, cpu_seconds, free_port, start
from bench.clustering import made_up
from bench.pages import fetch, first_load, sign_in
from bench.similar import KEY
from bench.similar import fill as fill_proposals
from lip.accounts.actions.create_account import create_account
from lip.accounts.actions.grant_role import grant_role
from lip.accounts.rules.roles import Grant, Role
from lip.app import create_app
from lip.conference.queries.conferences import conference_by_key
from lip.database import current_engine, engine_from_url, use_engine
from lip.journal.rules.entries import COMMAND
from lip.settings import Settings
from proposals.actions.vectors import understand
from proposals.board.actions.deed import Deed
from proposals.board.actions.suggest import ask_for_clusters
from proposals.board.actions.work_through import work_through
from proposals.rules.handing_in import Wording

PEOPLE, BATCHES, BATCH = 200, 8, 50
MOST_HAND_IN = 5.0
LOGIN = ("moderation", "proposals and their board")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page that is read, and what is asked of it (0: only told)."""

    name: str
    path: str
    cookie: str = ""
    most_cpu: float = 0.0
    most_statements: int = 0
    most_bytes: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What a page costs: milliseconds, statements, and bytes over the wire."""

    best: float
    median: float
    statements: int
    page_bytes: int
    load_bytes: int


async def fill(url: str, texts: list[str]) -> list[str]:
    """Write proposals, have them clustered, make a moderator; return codes."""
    codes = await fill_proposals(url, texts, PEOPLE)
    use_engine(engine_from_url(url))
    now = datetime.now(UTC)
    name, password = LOGIN
    person = await create_account(
        name=name, display_name="Mina", password=password, by=COMMAND, now=now
    )
    await grant_role(person, Grant(Role.MODERATOR, KEY), by=COMMAND, now=now)
    conference = await conference_by_key(KEY)
    deed = Deed(conference=conference, by=COMMAND, now=now, request=uuid4())
    await work_through((await ask_for_clusters(deed=deed)).id, lambda: now)
    await current_engine().close_connection_pool()
    use_engine(None)
    return codes


async def count_statements(url: str, pages: Sequence[Page]) -> list[int]:
    """Count the statements of each page, asked for the second time."""
    use_engine(engine_from_url(url))
    engine, seen = current_engine(), []
    run = engine.run

    async def noting(sql, *args, **options):
        seen.append(sql)
        return await run(sql, *args, **options)

    engine.run = noting
    counts = []
    app = create_app(Settings(database_url=url, secret=SECRET))
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://x") as client:
        for one in pages:
            for _turn in range(2):
                seen.clear()
                answer = await client.get(one.path, headers={"Cookie": one.cookie})
                assert answer.status_code == 200, answer.text
            counts.append(len(seen))
    del engine.run
    await engine.close_connection_pool()
    use_engine(None)
    return counts


async def cost_of_reading(texts: list[str]) -> float:
    """Measure what the meaning and the language of a text cost, in milliseconds."""
    await understand(Wording(text=texts[0]))
    costs = []
    for batch in _parts(texts):
        before = time.process_time()
        for text in batch:
            await understand(Wording(text=f"Noch einmal: {text}"))
        costs.append(1000 * (time.process_time() - before) / len(batch))
    return min(costs)


def hand_in(
    client: httpx.Client, pid: int, codes: list[str], texts: list[str]
) -> list[float]:
    """Hand in proposals; return the milliseconds of CPU of one, for each batch."""
    for code, text in zip(codes[:10], texts[:10], strict=False):
        send(client, code, f"Zum Warmwerden: {text}")
    time.sleep(2)  # what the server does by itself at its start is over
    costs = []
    for batch in _parts(texts):
        before = cpu_seconds(pid)
        for code, text in zip(codes, batch, strict=False):
            send(client, code, text)
        costs.append(1000 * (cpu_seconds(pid) - before) / len(batch))
    return sorted(costs)


def _parts(texts: list[str]) -> list[list[str]]:
    return [texts[at : at + BATCH] for at in range(0, BATCHES * BATCH, BATCH)]


def send(client: httpx.Client, code: str, text: str) -> None:
    """Send the form of a person's page."""
    fields = {"text": text, "request": str(uuid4())}
    answer = client.post(f"/de/t/{code}/proposals", data=fields)
    assert answer.status_code == 303, answer.text


def read(client: httpx.Client, pid: int, one: Page) -> list[float]:
    """Read a page again and again; return the milliseconds of one, for each batch."""
    headers, costs = {"Cookie": one.cookie}, []
    for _ in range(10):
        client.get(one.path, headers=headers)
    for _ in range(BATCHES):
        before = cpu_seconds(pid)
        for _ in range(BATCH):
            assert client.get(one.path, headers=headers).status_code == 200
        costs.append(1000 * (cpu_seconds(pid) - before) / BATCH)
    return sorted(costs)


def pages_of(code: str, cookie: str) -> list[Page]:
    """List what is read."""
    return [
        Page(
            name="public page",
            path=f"/de/c/{KEY}/proposals",
            most_cpu=10,
            most_statements=3,
            most_bytes=25_000,
        ),
        Page(name="page by ticket", path=f"/de/t/{code}/proposals/all"),
        Page(name="board", path=f"/de/conferences/{KEY}/board", cookie=cookie),
    ]


def told(one: Page, found: Figures) -> bool:
    """Print the line of a page; return whether it holds what is asked."""
    limits = (one.most_cpu, one.most_statements, one.most_bytes)
    costs = (found.best, found.statements, found.load_bytes)
    good = all(cost <= most for cost, most in zip(costs, limits, strict=True) if most)
    print(
        f"{one.name:15} CPU {found.best:5.1f} ms (median {found.median:5.1f})"
        f"  {found.statements:2} statements  page {found.page_bytes / 1000:5.1f} kB,"
        f" first load {found.load_bytes / 1000:5.1f} kB  {'' if good else 'TOO MUCH'}",
        flush=True,
    )
    return good


def measure(url: str, codes: list[str], texts: list[str]) -> bool:
    """Measure at a server; return whether all holds."""
    reading = asyncio.run(cost_of_reading(texts))
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    server = start(url, port)
    try:
        cookie = sign_in(address, LOGIN)
        pages = pages_of(codes[0], cookie)
        counts = asyncio.run(count_statements(url, pages))
        with httpx.Client(base_url=address, timeout=60) as client:
            good = []
            for one, count in zip(pages, counts, strict=True):
                costs = read(client, server.pid, one)
                found = Figures(
                    best=costs[0],
                    median=costs[len(costs) // 2],
                    statements=count,
                    page_bytes=fetch(address + one.path, one.cookie)[1],
                    load_bytes=first_load(address, one.path, one.cookie),
                )
                good.append(told(one, found))
            costs = hand_in(client, server.pid, codes, texts)
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(20)
    beside, median = costs[0] - reading, costs[len(costs) // 2] - reading
    quick = beside <= MOST_HAND_IN
    print(
        f"{'handing in':15} CPU {beside:5.1f} ms (median {median:5.1f}) beside"
        f" {reading:.1f} ms for the meaning  {'' if quick else 'TOO MUCH'}"
    )
    return all(good) and quick


def read_texts(file: Path | None) -> list[str]:
    """Take the texts of a list again and again, or make some up."""
    many = PEOPLE + BATCHES * BATCH
    if file is None:
        return made_up(many)
    with file.open(encoding="utf-8-sig", newline="") as lines:
        found = [row["text"] for row in csv.DictReader(lines)]
    return [
        found[at] if at < len(found) else f"{found[at % len(found)]} Auch {at}."
        for at in range(many)
    ]


def main() -> None:
    """Fill, start, measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", nargs="?", type=Path)
    texts = read_texts(parser.parse_args().file)
    with tempfile.TemporaryDirectory(prefix="lip-bench-") as name:
        url = f"sqlite:///{name}/proposals.sqlite"
        codes = asyncio.run(fill(url, texts[:PEOPLE]))
        if not measure(url, codes, texts[PEOPLE:]):
            sys.exit("too much")


if __name__ == "__main__":
    main()
