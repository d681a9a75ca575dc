"""
What searching while typing costs: `uv run python -m bench.similar [--many 10000]`.

A conference with so many proposals, a real server, and people who type: CPU of the
server process, all its threads, for each look at what is alike. Asked are 15 ms.
With `--queries FILE.csv` (columns kind, query, source_text) the quality is measured
too, through the same page: is the source among the five that are shown?
"""

import argparse
import asyncio
import csv
import html
import re
import signal
import sys
import tempfile
import time
from collections import defaultdict
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID, uuid4

import httpx

from bench.check_in import SECRET, cpu_seconds, free_port, start
from bench.clustering import made_up
from lip.conference.actions.announce import Announcement, announce, day_between
from lip.conference.actions.register import add_participants, ticket_code
from lip.conference.queries.conferences import ConferenceFacts, conference_by_key
from lip.conference.rules.codes import shown
from lip.conference.rules.guest import Guest
from lip.database import (
    engine_from_url,
    execute_many,
    fetch,
    transaction,
    use_engine,
)
from lip.database.migrations import migrate
from lip.journal.rules.entries import COMMAND
from lip.keys import Keys
from lip.sample.fields import fill_in_fields
from lip.sample.fill_in import ZONE
from proposals.actions.change_collecting import CollectingWish, change_collecting
from proposals.actions.vectors import model_name
from proposals.embedding import embed
from proposals.queries.vectors import packed

KEY, MOST_CPU, LOOKS = "viele", 15.0, 200


async def fill(url: str, texts: list[str], people: int = 50) -> list[str]:
    """Write so many proposals at once; return the codes of tickets."""
    use_engine(engine_from_url(url))
    await migrate()
    keys, now = Keys(SECRET), datetime.now(UTC)
    day = day_between(now, now.replace(hour=23, minute=59), ZONE)
    async with transaction():
        await announce(
            KEY, Announcement(title="Viele", days=[day]), by=COMMAND, now=now
        )
        conference = await conference_by_key(KEY)
        guests = [(Guest(given_name=f"Gast {n}"), uuid4()) for n in range(people)]
        rows = await add_participants(guests, conference=conference, keys=keys, now=now)
    await fill_in_fields(now=now)
    wish = CollectingWish(most_each=100)
    await change_collecting(wish, conference=conference, keys=keys, by=COMMAND, now=now)
    await write(conference, texts, now=now)
    use_engine(None)
    return [shown(ticket_code(row.id, 1, keys=keys)) for row in rows]


async def write(
    conference: ConferenceFacts, texts: list[str], *, now: datetime
) -> None:
    """Write texts and their vectors as handing in would, only all at once."""
    ids: list[UUID] = [uuid4() for _ in texts]
    vectors = embed(texts)
    async with transaction():
        await execute_many(
            "INSERT INTO proposal (id, conference, number, way, place, author_name, "
            "language, language_chosen, title, text, standing, reason, reason_text, "
            "version, revision, created_at, changed_at) VALUES "
            "(?, ?, ?, 'card', '', '', 'de', ?, '', ?, 'shown', '', '', 1, 1, ?, ?)",
            [
                (one, conference.id, number, False, text, now, now)
                for number, (one, text) in enumerate(zip(ids, texts, strict=True), 1)
            ],
        )
        await execute_many(
            "INSERT INTO proposal_vector (proposal, model, meaning) VALUES (?, ?, ?)",
            [
                (one, model_name(), packed(vector))
                for one, vector in zip(ids, vectors, strict=True)
            ],
        )
        await fetch(
            "UPDATE collecting SET next_number = ?, revision = 1 WHERE conference = ?",
            len(texts) + 1,
            conference.id,
        )


def measure(
    client: httpx.Client, pid: int, codes: list[str], texts: list[str]
) -> float:
    """Look again and again; return the milliseconds of CPU of one look."""
    look(client, codes[0], texts[0])
    look(client, codes[0], texts[0])
    time.sleep(2)
    before = cpu_seconds(pid)
    for turn in range(LOOKS):
        look(client, codes[turn % len(codes)], f"{texts[turn * 7 % len(texts)]} bitte")
    return 1000 * (cpu_seconds(pid) - before) / LOOKS


def look(client: httpx.Client, code: str, text: str) -> str:
    """Ask for what is alike, as the page does while somebody types."""
    answer = client.post(f"/de/t/{code}/proposals/alike", data={"text": text})
    assert answer.status_code == 200, answer.text
    return html.unescape(answer.text)


def quality(client: httpx.Client, codes: list[str], rows: list[dict[str, str]]) -> None:
    """Print how often the source is among the five shown, by kind of query."""
    found = defaultdict(list)
    for turn, row in enumerate(rows):
        page = look(client, codes[turn % len(codes)], row["query"])
        plain = " ".join(re.sub(r"<[^>]+>", " ", page).split())
        source = " ".join(row["source_text"].split())
        found[row["kind"]].append(source[:60] in plain)
    for kind, hits in sorted(found.items()):
        print(f"  {kind:22} {sum(hits) / len(hits):.3f} of {len(hits)}")


def served(
    url: str, codes: list[str], texts: list[str], rows: list[dict[str, str]]
) -> float:
    """Start a server, measure a look, and the quality where there are queries."""
    port = free_port()
    server = start(url, port)
    client = httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=60)
    try:
        cpu = measure(client, server.pid, codes, texts)
        if rows:
            quality(client, codes[::-1], rows)
    finally:
        client.close()
        server.send_signal(signal.SIGTERM)
        server.wait(20)
    return cpu


def main() -> None:
    """Fill, start, measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--many", type=int, default=10_000)
    parser.add_argument("--queries", type=Path)
    options = parser.parse_args()
    rows = []
    if options.queries:
        rows = list(csv.DictReader(options.queries.open(encoding="utf-8")))
    sources = list(dict.fromkeys(row["source_text"] for row in rows))
    texts = [*sources, *made_up(options.many - len(sources))]
    with tempfile.TemporaryDirectory(prefix="lip-bench-") as name:
        url = f"sqlite:///{name}/similar.sqlite"
        cpu = served(url, asyncio.run(fill(url, texts)), texts, rows)
    print(f"{len(texts)} proposals: {cpu:.1f} ms of CPU a look, {MOST_CPU} asked")
    if cpu > MOST_CPU:
        sys.exit("too much")


if __name__ == "__main__":
    main()
