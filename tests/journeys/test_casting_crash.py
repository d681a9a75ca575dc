"""
Ballots cast at once, many of them twice, and a server killed in the middle.

Every acknowledged ballot must lie in the urn once, whatever happens: the record holds
exactly the last one of each credential.
"""

import asyncio
import secrets
from base64 import urlsafe_b64encode
from dataclasses import dataclass, field

import httpx
import pytest

from elections.rules.cast import Cast, Credential
from elections.rules.record import Kind
from tests.databases import ENGINES
from tests.elections.polls import (
    Hall,
    credential_for,
    finish,
    make_hall,
    open_hall,
    published,
)
from tests.servers import Server, arrange, running

pytestmark = pytest.mark.slow

VOTERS = 30
TIMES = 8
AT_ONCE = 10
KILLED_AFTER = 80  # acknowledgements
KEY = "absturz"


@dataclass
class Day:
    """The credentials of all voters, and the last digest acknowledged to each."""

    hall: Hall
    credentials: list[Credential]
    last: dict[bytes, str] = field(default_factory=dict)
    answers: int = 0
    half_way: asyncio.Event = field(default_factory=asyncio.Event)

    def note(self, cast: Cast, digest: str) -> None:
        """Keep what was acknowledged."""
        assert digest == cast.digest
        self.last[cast.credential.serial] = digest
        self.answers += 1
        if self.answers >= KILLED_AFTER:
            self.half_way.set()


async def begin() -> Day:
    hall = await open_hall(await make_hall(key=KEY, voters=VOTERS))
    credentials = [await credential_for(hall, one.id) for one in hall.people]
    return Day(hall=hall, credentials=credentials)


async def cast_all(day: Day, server: Server) -> None:
    """Cast all ballots, those of one voter one after the other; insist on an answer."""
    waiting = list(day.credentials)
    limits = httpx.Limits(max_connections=AT_ONCE)
    async with httpx.AsyncClient(timeout=60, limits=limits) as phone:

        async def worker() -> None:
            while waiting:
                credential = waiting.pop()
                for time in range(TIMES):
                    marks = ((f"k{1 + time % 4}", 1),)
                    nonce = secrets.token_bytes(32)
                    cast = Cast(credential=credential, marks=marks, nonce=nonce)
                    day.note(cast, await insist(phone, server, cast))

        await asyncio.gather(*(worker() for _ in range(AT_ONCE)))


async def insist(phone: httpx.AsyncClient, server: Server, cast: Cast) -> str:
    """Send the very same ballot until the server acknowledges it."""
    credential = cast.credential
    body = {
        "serial": encoded(credential.serial),
        "prefix": encoded(credential.prefix),
        "signature": encoded(credential.signature),
        "nonce": encoded(cast.nonce),
        "marks": cast.marks,
    }
    while True:
        try:
            path = f"{server.address}/c/{KEY}/elections/1/urn"
            answer = await phone.post(path, json=body)
        except httpx.TransportError:
            await asyncio.sleep(0.1)
            continue
        assert answer.status_code == 200, answer.text
        return str(answer.json()["digest"])


def encoded(content: bytes) -> str:
    return urlsafe_b64encode(content).rstrip(b"=").decode()


async def kill_and_restart(day: Day, server: Server) -> None:
    await day.half_way.wait()
    await asyncio.to_thread(server.kill)
    await asyncio.to_thread(server.start)


@pytest.mark.parametrize("engine_name", ENGINES)
def test_every_acknowledged_ballot_counts_once_though_the_server_was_killed(
    databases, engine_name: str
):
    url = databases.migrated(engine_name, f"ballots_{engine_name}")
    day = arrange(url, begin)

    async def together(server: Server) -> None:
        await asyncio.gather(cast_all(day, server), kill_and_restart(day, server))

    with running(url) as server:
        asyncio.run(together(server))

    async def after() -> list[str]:
        await finish(day.hall)
        ballots = (await published(day.hall)).the(Kind.BALLOTS)["ballots"]
        return [digest(one) for one in ballots]

    listed = arrange(url, after)

    assert day.answers == VOTERS * TIMES
    assert len(listed) == VOTERS
    assert sorted(listed) == sorted(day.last.values())


def digest(one: dict) -> str:
    """Compute the digest of a published ballot again."""
    credential = Credential(
        serial=bytes.fromhex(one["serial"]),
        prefix=bytes.fromhex(one["prefix"]),
        signature=bytes.fromhex(one["signature"]),
        group=one["group"],
    )
    marks = tuple((name, number) for name, number in one["marks"])
    nonce = bytes.fromhex(one["nonce"])
    return Cast(credential=credential, marks=marks, nonce=nonce).digest
