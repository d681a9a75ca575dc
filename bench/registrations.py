"""
A hall that registers at once: `uv run python -m bench.registrations`.

A real server process, durable commits. Two hundred people fetch the form and send it
over HTTP, thirty-two at a time; each wants one of three workshops that together have
fewer places than there are people. At the end the rows are counted: no workshop above
its places, nobody lost. Asked is 200 registrations within 20 seconds.
"""

import argparse
import asyncio
import signal
import tempfile
import time
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import httpx

from bench.check_in import cpu_seconds, free_port, start
from bench.postgres import postgres_url
from lip.conference.actions.announce import Announcement, announce, day_between
from lip.conference.queries.conferences import conference_by_key
from lip.database import engine_from_url, fetch, use_engine
from lip.database.migrations import migrate
from lip.journal.rules.entries import COMMAND
from lip.programme.tables import ProgrammeSession
from lip.registration.actions.usual_form import make_usual_form
from lip.said import Said
from lip.sample.fill_in import ZONE

PATH = "/de/c/bench/register"
SEATS = (40, 50, 60)
CLIENTS = 32


async def fill(url: str) -> list[str]:
    """Fill a fresh database with a form and three workshops."""
    engine = engine_from_url(url)
    use_engine(engine)
    await migrate()
    now = datetime.now(UTC)
    day = day_between(now + timedelta(days=1), now + timedelta(days=1, hours=8), ZONE)
    said = Announcement(title="Bench", days=[day])
    await announce("bench", said, by=COMMAND, now=now)
    conference = await conference_by_key("bench")
    await make_usual_form(conference, by=COMMAND, now=now)
    sessions = [uuid4() for _ in SEATS]
    await ProgrammeSession.insert(
        *(
            _session(one, conference.id, seats, day.open)
            for one, seats in zip(sessions, SEATS, strict=True)
        )
    )
    await engine.close_connection_pool()
    use_engine(None)
    return [str(one) for one in sessions]


def _session(
    one: UUID, conference: UUID, seats: int, opens: datetime
) -> ProgrammeSession:
    return ProgrammeSession(
        id=one,
        conference=conference,
        title=Said.of(de=f"Werkstatt mit {seats} Plätzen").dump(),
        starts_at=opens + timedelta(hours=2),
        ends_at=opens + timedelta(hours=3),
        sign_up=True,
        seats=seats,
    )


async def register(
    client: httpx.AsyncClient, turn: int, sessions: list[str], times: list[float]
) -> str:
    """Register one person as a browser does; where it is full, wait for a place."""
    await client.get(PATH)
    wanted = sessions[turn % len(sessions)]
    form = {
        "request": str(uuid4()),
        "people": "1",
        "p1_given_name": f"Gast {turn}",
        "p1_family_name": "Ölçer",
        "p1_sessions": wanted,
    }
    began = time.perf_counter()
    answer = await client.post(PATH, data=form)
    if answer.status_code == 422:
        answer = await client.post(PATH, data=form | {"full": wanted})
    times.append(1000 * (time.perf_counter() - began))
    return str(answer.status_code)


async def crowd(address: str, people: int, sessions: list[str]) -> tuple[Counter, list]:
    """Let them all register, so many at a time."""
    turns = iter(range(people))
    outcomes: Counter[str] = Counter()
    times: list[float] = []

    async def one_after_the_other(client: httpx.AsyncClient) -> None:
        for turn in turns:
            outcomes[await register(client, turn, sessions, times)] += 1

    limits = httpx.Limits(max_connections=CLIENTS)
    async with httpx.AsyncClient(base_url=address, limits=limits, timeout=60) as client:
        await asyncio.gather(*(one_after_the_other(client) for _ in range(CLIENTS)))
    return outcomes, sorted(times)


async def count(url: str) -> tuple[int, list[tuple[int, int, int]]]:
    """Count who is registered, and of each workshop seats, held and waiting."""
    engine = engine_from_url(url)
    use_engine(engine)
    people = await fetch("SELECT count(*) AS number FROM participant")
    rows = await fetch(
        "SELECT s.seats, "
        "sum(CASE WHEN u.standing = 'held' THEN 1 ELSE 0 END) AS held, "
        "sum(CASE WHEN u.standing = 'waiting' THEN 1 ELSE 0 END) AS waiting "
        "FROM programme_session s JOIN sign_up u ON u.session = s.id "
        "GROUP BY s.id, s.seats ORDER BY s.seats"
    )
    await engine.close_connection_pool()
    use_engine(None)
    counted = [(int(r["seats"]), int(r["held"]), int(r["waiting"])) for r in rows]
    return int(people[0]["number"]), counted


def measure(name: str, url: str, people: int) -> bool:
    """Measure one engine, and tell whether all went well."""
    sessions = asyncio.run(fill(url))
    port = free_port()
    server = start(url, port)
    try:
        before, began = cpu_seconds(server.pid), time.perf_counter()
        outcomes, times = asyncio.run(
            crowd(f"http://127.0.0.1:{port}", people, sessions)
        )
        seconds = time.perf_counter() - began
        cpu = 1000 * (cpu_seconds(server.pid) - before) / people
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(20)
    registered, workshops = asyncio.run(count(url))
    above = sum(max(held - seats, 0) for seats, held, _waiting in workshops)
    print(
        f"{name:10} {people} registrations in {seconds:5.1f} s"
        f"  CPU {cpu:5.1f} ms each (form and sending)"
        f"  median {times[len(times) // 2]:5.0f} ms"
        f"  p95 {times[int(len(times) * 0.95)]:5.0f} ms"
        f"  answers {dict(outcomes)}",
        flush=True,
    )
    for seats, held, waiting in workshops:
        print(f"{'':10} workshop of {seats}: {held} held, {waiting} waiting")
    return registered == people and not above and set(outcomes) == {"303"}


def main() -> None:
    """Measure both engines."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=200)
    parser.add_argument("--engines", default="sqlite,postgres")
    options = parser.parse_args()
    good = True
    with tempfile.TemporaryDirectory(prefix="lip-bench-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        if "sqlite" in options.engines:
            url = f"sqlite:///{folder}/bench.sqlite"
            good &= measure("SQLite", url, options.people)
        if "postgres" in options.engines:
            with postgres_url() as url:
                good &= measure("PostgreSQL", url, options.people)
    print("nobody lost, nothing above its places" if good else "SOMETHING IS WRONG")


if __name__ == "__main__":
    main()
