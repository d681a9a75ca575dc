"""
Two thousand votes at once, many of them repeated, and a server killed in the middle.

Every answered vote must stand there once, whatever happens; closing turns them into
lines that hold exactly the last one of each person.
"""

import asyncio
from collections import Counter
from dataclasses import dataclass, field
from random import Random

import httpx
import pytest

from lip.conference.actions.register import add_participants, ticket_code
from lip.conference.queries.conferences import conference_by_id
from lip.conference.rules.guest import Guest
from lip.database import fetch, transaction
from proposals.voting.queries.rounds import RoundFacts, tally_of
from proposals.voting.rules.channels import Channel
from tests.databases import ENGINES
from tests.factories import KEYS, clock
from tests.proposals.ballots import close, make_open
from tests.servers import Server, arrange, running

pytestmark = pytest.mark.slow

PEOPLE = 1200
VOTES = 2000
AT_ONCE = 64
KILLED_AFTER = 500  # answers


@dataclass
class Hall:
    """A round, who may vote, and the last vote of each that was answered."""

    round: RoundFacts
    codes: list[str]
    told: dict[str, int] = field(default_factory=dict)
    answers: int = 0
    half_way: asyncio.Event = field(default_factory=asyncio.Event)

    def note(self, code: str, option: int) -> None:
        """Keep what was answered."""
        self.told[code] = option
        self.answers += 1
        if self.answers >= KILLED_AFTER:
            self.half_way.set()


async def open_hall() -> Hall:
    now = clock()
    one = await make_open(channels=frozenset({Channel.PHONE}), now=now)
    conference = await conference_by_id(one.conference)
    guests = [(Guest(given_name=f"Gast {n}"), None) for n in range(PEOPLE)]
    async with transaction():
        rows = await add_participants(guests, conference=conference, keys=KEYS, now=now)
    return Hall(round=one, codes=[ticket_code(r.id, 1, keys=KEYS) for r in rows])


async def vote_all(hall: Hall, server: Server) -> None:
    """Send all votes, each person's in her own order; insist on an answer."""
    chance = Random(7)
    wanted: dict[str, list[int]] = {code: [] for code in hall.codes}
    for number in range(VOTES):
        code = hall.codes[number % PEOPLE]
        wanted[code].append(chance.randint(1, 4))
    waiting = list(wanted.items())
    limits = httpx.Limits(max_connections=AT_ONCE)
    async with httpx.AsyncClient(timeout=60, limits=limits) as phone:

        async def worker() -> None:
            while waiting:
                code, options = waiting.pop()
                for option in options:
                    await insist(phone, server, code, option)
                    hall.note(code, option)

        await asyncio.gather(*(worker() for _ in range(AT_ONCE)))


async def insist(
    phone: httpx.AsyncClient, server: Server, code: str, option: int
) -> None:
    while True:
        try:
            path = f"{server.address}/t/{code}/vote/1"
            answer = await phone.post(path, data={f"o-{option}": "1"})
        except httpx.TransportError:
            await asyncio.sleep(0.1)
            continue
        assert answer.status_code == 303, answer.text
        return


async def kill_and_restart(hall: Hall, server: Server) -> None:
    await hall.half_way.wait()
    await asyncio.to_thread(server.kill)
    await asyncio.sleep(0.3)
    await asyncio.to_thread(server.start)


@pytest.mark.parametrize("engine_name", ENGINES)
def test_every_answered_vote_counts_once_though_the_server_was_killed(
    databases, engine_name: str
):
    url = databases.migrated(engine_name, f"votes_{engine_name}")
    hall = arrange(url, open_hall)

    async def day(server: Server) -> None:
        await asyncio.gather(vote_all(hall, server), kill_and_restart(hall, server))

    with running(url) as server:
        asyncio.run(day(server))

    async def after() -> tuple[int, int, Counter[int]]:
        (votes,) = await fetch("SELECT count(*) AS many FROM vote")
        (receipts,) = await fetch("SELECT count(*) AS many FROM receipt")
        await close(hall.round)
        lines = await tally_of(hall.round.id)
        given = Counter({next(iter(line.marks)): line.people for line in lines})
        return int(votes["many"]), int(receipts["many"]), given

    votes, receipts, given = arrange(url, after)

    assert hall.answers == VOTES
    assert votes == receipts == PEOPLE
    assert given == Counter(hall.told.values())
