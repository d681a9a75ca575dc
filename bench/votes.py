"""
Votes over HTTP: `uv run python -m bench.votes`.

A real server process on a fresh database, durable commits, a receipt and a vote for
each person, every answer looked at. CPU is the server process's own, all threads;
that of PostgreSQL is its own. The last line is a hall: 200 people within a second.
"""

import argparse
import asyncio
import signal
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

from bench.check_in import SECRET, bare_sqlite, cpu_seconds, free_port, load, start
from bench.postgres import postgres_url
from lip.conference.actions.announce import Announcement, announce, day_between
from lip.conference.actions.register import add_participants, ticket_code
from lip.conference.queries.conferences import ConferenceFacts, conference_by_key
from lip.conference.rules.guest import Guest
from lip.database import engine_from_url, fetch, transaction, use_engine
from lip.database.migrations import migrate
from lip.journal.rules.entries import COMMAND
from lip.keys import Keys
from lip.said import Said
from lip.sample.fill_in import ZONE
from proposals.actions.change_collecting import CollectingWish, change_collecting
from proposals.actions.submit import Draft, submit
from proposals.rules.handing_in import Wording
from proposals.rules.standing import Way
from proposals.voting.actions.open_round import open_round
from proposals.voting.actions.plan_round import RoundWish, choose_options, make_round
from proposals.voting.queries.rounds import round_of
from proposals.voting.rules.points import Method, Terms

OPTIONS = 20
HALL = 200
PEERS = """Peers on this kind of machine:
  adhocracy+ 31 ms of CPU and 23 queries a vote"""


async def fill(url: str, people: int) -> list[str]:
    """Fill a fresh database with people and an open round; return their codes."""
    engine = engine_from_url(url)
    use_engine(engine)
    now, keys = datetime.now(UTC), Keys(SECRET)
    await migrate()
    day = day_between(now - timedelta(hours=1), now + timedelta(hours=8), ZONE)
    await announce(
        "bench", Announcement(title="Bench", days=[day]), by=COMMAND, now=now
    )
    conference = await conference_by_key("bench")
    guests = [(Guest(given_name=f"Gast {at}"), None) for at in range(people)]
    async with transaction():
        rows = await add_participants(guests, conference=conference, keys=keys, now=now)
    await open_a_round(conference, keys, now)
    await engine.close_connection_pool()
    use_engine(None)
    return [ticket_code(row.id, 1, keys=keys) for row in rows]


async def open_a_round(conference: ConferenceFacts, keys: Keys, now: datetime) -> None:
    """Open a round on twenty proposals, five points each."""
    wish = CollectingWish(most_each=100)
    await change_collecting(wish, conference=conference, keys=keys, by=COMMAND, now=now)
    made = [
        await submit(
            Draft(wording=Wording(text=f"Vorschlag {at}"), way=Way.CARD),
            conference=conference,
            by=COMMAND,
            now=now,
            request=uuid4(),
        )
        for at in range(OPTIONS)
    ]
    terms = Terms(method=Method.POINTS, most=5, each=3)
    asked = RoundWish(title=Said.of(de="Was zuerst?"), terms=terms)
    one = await make_round(
        asked, conference=conference, by=COMMAND, now=now, request=uuid4()
    )
    await choose_options(one, [each.id for each in made], by=COMMAND, now=now)
    await open_round(await round_of(conference.id, 1), by=COMMAND, now=now)


def vote(code: str, number: int) -> str:
    """Write one vote as it goes over the wire: a form of a browser."""
    first, second = 1 + number % OPTIONS, 1 + (number + 7) % OPTIONS
    body = f"o-{first}=3&o-{second}=2"
    return (
        f"POST /t/{code}/vote/1 HTTP/1.1\r\nHost: 127.0.0.1\r\n"
        "Content-Type: application/x-www-form-urlencoded\r\n"
        f"Content-Length: {len(body)}\r\n\r\n{body}"
    )


def measure(name: str, url: str, folder: Path, each: int) -> None:
    """Measure 1, 8, 32 and 200 clients on one engine and print a line for each."""
    codes = asyncio.run(fill(url, each * 3 + HALL))
    port = free_port()
    server = start(url, port)
    try:
        warm = [vote(codes[-1], number) for number in range(50)]
        load(folder, port, warm, 4, "/vote/1/done", status="303")
        turns = [(1, codes[:each]), (8, codes[each : 2 * each])]
        turns += [(32, codes[2 * each : 3 * each]), (HALL, codes[3 * each :])]
        for clients, part in turns:
            requests = [vote(code, number) for number, code in enumerate(part)]
            before = cpu_seconds(server.pid)
            figures = load(
                folder, port, requests, clients, "/vote/1/done", status="303"
            )
            cpu = 1000 * (cpu_seconds(server.pid) - before) / figures["answers"]
            rate = figures["answers"] / figures["seconds"]
            print(
                f"{name:10} {clients:3} clients  {rate:7.0f}/s"
                f"  CPU {cpu:5.2f} ms  median {figures['median']:6.1f} ms"
                f"  p95 {figures['p95']:6.1f} ms  worst {figures['worst']:6.1f} ms"
                f"  wrong {figures['wrong']}",
                flush=True,
            )
        votes = asyncio.run(stored(url))
        print(f"{name:10} {votes} votes stored of {each * 3 + HALL} people")
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(10)


async def stored(url: str) -> int:
    """Count the votes that stand in the database."""
    engine = engine_from_url(url)
    use_engine(engine)
    (row,) = await fetch("SELECT count(*) AS many FROM vote")
    await engine.close_connection_pool()
    use_engine(None)
    return int(row["many"])


def main() -> None:
    """Measure both engines."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--each", type=int, default=3000, help="votes per turn")
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
