"""
Three desks, two hundred people, and a server killed in the middle.

Every desk scans every code in an order of its own, and some of them twice. What a
desk was told is "welcome" must stand in the database, once, whatever happens.
"""

import asyncio
import json
from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from random import Random

import httpx
import pytest

from lip.conference.actions.register import add_participants, ticket_code
from lip.conference.rules.guest import Guest
from lip.database import fetch, transaction
from lip.journal.queries import Filter, entries
from lip.journal.rules.acts import Act
from tests.databases import ENGINES
from tests.factories import (
    KEYS,
    clock,
    make_conference,
    make_helper_link,
    make_scanner_token,
    whole_days,
)
from tests.servers import PATIENCE, Server, arrange, running

pytestmark = pytest.mark.slow

PEOPLE = 200
DESKS = ("Tisch 1", "Tisch 2", "Tisch 3")
KILLED_AFTER = 150  # answers


@dataclass
class Hall:
    """A conference with its codes, a token per desk, and what the desks were told."""

    codes: dict[str, str]
    tokens: dict[str, str]
    link: str
    told: list[tuple[str, str, str, bool]] = field(default_factory=list)
    half_way: asyncio.Event = field(default_factory=asyncio.Event)

    def welcomed(self) -> list[str]:
        """List the people whose arrival was acknowledged, each time it was."""
        return [
            self.codes[code]
            for _, code, outcome, repeated in self.told
            if outcome == "welcome" and not repeated
        ]


async def open_hall() -> Hall:
    now = clock()
    conference = await make_conference(days=whole_days(now, 2), now=now)
    guests = [(Guest(given_name=f"Gast {n}"), None) for n in range(PEOPLE)]
    async with transaction():
        rows = await add_participants(guests, conference=conference, keys=KEYS, now=now)
    codes = {ticket_code(row.id, 1, keys=KEYS): str(row.id) for row in rows}
    tokens = {
        name: (await make_scanner_token(conference.key, label=name)).token
        for name in DESKS
    }
    link = await make_helper_link(conference.key)
    return Hall(codes=codes, tokens=tokens, link=link.token)


async def keep_desk(hall: Hall, server: Server, name: str) -> None:
    """Scan everybody, a quarter of them twice; insist on an answer, as scanners do."""
    chance = Random(name)
    codes = chance.sample(sorted(hall.codes), PEOPLE)
    codes += chance.sample(codes, PEOPLE // 4)
    headers = {"Authorization": f"Bearer {hall.tokens[name]}"}
    path = f"{server.address}/api/conferences/konferenz/check-ins"
    async with httpx.AsyncClient(headers=headers, timeout=PATIENCE) as scanner:
        for number, code in enumerate(codes):
            key = {"Idempotency-Key": f"{name} {number}"}
            answer = await insist(scanner, path, {"code": code}, key)
            hall.told.append((name, code, answer["outcome"], answer["repeated"]))
            if len(hall.told) >= KILLED_AFTER:
                hall.half_way.set()


async def insist(scanner: httpx.AsyncClient, path: str, body, headers):
    while True:
        try:
            answer = await scanner.post(path, json=body, headers=headers)
        except httpx.TransportError:
            await asyncio.sleep(0.1)
            continue
        assert answer.status_code == 200, answer.text
        return answer.json()


async def kill_and_restart(hall: Hall, server: Server) -> None:
    await hall.half_way.wait()
    await asyncio.to_thread(server.kill)
    await asyncio.sleep(0.3)
    await asyncio.to_thread(server.start)


async def written() -> tuple[Counter[str], Counter[str]]:
    """Count for each person the arrivals and the journal's entries."""
    rows = await fetch("SELECT participant FROM check_in")
    noted = await entries(Filter(acts=frozenset({Act.CHECKED_IN})), limit=10_000)
    return (
        Counter(str(row["participant"]) for row in rows),
        Counter(str(entry.subject) for entry in noted),
    )


@pytest.fixture
def empty_url(databases, engine_name):
    url = databases.migrated(engine_name, "three_desks")
    yield url
    databases.remove(url)


@pytest.fixture
def postgres_url(databases):
    """Several workers need a database that several processes share."""
    if "postgres" not in ENGINES:
        pytest.skip("PostgreSQL is left out by LIP_TEST_ENGINES")
    url = databases.migrated("postgres", "two_workers")
    yield url
    databases.remove(url)


def test_kill_loses_no_welcome_and_doubles_none(empty_url):
    hall = arrange(empty_url, open_hall)

    with running(empty_url) as server:
        asyncio.run(everybody_comes(hall, server, killed=True))

    arrivals, noted = arrange(empty_url, written)
    everybody = Counter(hall.codes.values())
    assert arrivals == noted == everybody
    assert max(Counter(hall.welcomed()).values()) == 1
    # an answer that was lost on its way comes as a repetition
    told = [hall.codes[code] for _, code, said, _ in hall.told if said == "welcome"]
    assert Counter(told) == everybody
    assert {said for *_, said, _ in hall.told} == {"welcome", "inside"}


def test_two_workers_welcome_everybody_once_and_tell_every_page(postgres_url):
    hall = arrange(postgres_url, open_hall)

    with running(postgres_url, workers=2) as server:
        seen = asyncio.run(everybody_comes_while_pages_are_open(hall, server))

    arrivals, noted = arrange(postgres_url, written)
    everybody = Counter(hall.codes.values())
    assert arrivals == noted == everybody
    assert Counter(hall.welcomed()) == everybody
    assert [counts["present"] for counts in seen] == [PEOPLE] * len(seen)


async def everybody_comes(hall: Hall, server: Server, *, killed: bool = False) -> None:
    desks = [keep_desk(hall, server, name) for name in DESKS]
    await asyncio.gather(*desks, *([kill_and_restart(hall, server)] if killed else []))


async def everybody_comes_while_pages_are_open(hall: Hall, server: Server):
    """Open eight pages, so that each of two workers has some of them."""
    cookies = await helper_cookies(server, hall.link)
    watching = [watch(server, cookies, present=PEOPLE) for _ in range(8)]
    watchers = [asyncio.create_task(one) for one in watching]
    await asyncio.sleep(1)
    await everybody_comes(hall, server)
    return await asyncio.wait_for(asyncio.gather(*watchers), PATIENCE)


async def helper_cookies(server: Server, link: str) -> httpx.Cookies:
    """Sign in as a helper does; pages take no scanner's token."""
    async with httpx.AsyncClient(timeout=PATIENCE) as phone:
        answer = await phone.post(f"{server.address}/sign-in/link/{link}")
        assert answer.status_code == 303, answer.text
        return phone.cookies


async def watch(
    server: Server, cookies: httpx.Cookies, *, present: int
) -> dict[str, int]:
    """Follow the counts of the door until so many are present."""
    path = f"{server.address}/door/konferenz/live"
    async with (
        httpx.AsyncClient(cookies=cookies, timeout=PATIENCE) as page,
        page.stream("GET", path) as stream,
    ):
        async for counts in counts_in(stream):
            if counts["present"] >= present:
                return counts
    raise AssertionError("the stream has ended")


async def counts_in(stream: httpx.Response) -> AsyncIterator[dict[str, int]]:
    async for line in stream.aiter_lines():
        if line.startswith("data: {"):
            yield json.loads(line.removeprefix("data: "))
