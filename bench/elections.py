"""
An election's day: `uv run python -m bench.elections [VOTERS ...] [--postgres]`.

For each number of voters: credentials given, ballots cast, the urn opened and its
record written, all by the application's own actions on a fresh database with durable
commits. What voters' devices do (blinding, unblinding) is not measured. Asked are 200
credentials and 200 ballots within 60 s, and a cost in line with the number of voters:
the figures for one voter should stay the same. `--same` casts one credential 10,000
times at once.
"""

import argparse
import asyncio
import secrets
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Coroutine, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from bench.postgres import postgres_url
from elections import sealing
from elections.actions.cast_ballot import cast_ballot
from elections.actions.close_polls import agree_to_close
from elections.actions.give_credential import give_credential
from elections.actions.open_polls import open_polls
from elections.actions.prepare import NominationWish, nominate, prepare_election
from elections.actions.wish import ElectionWish
from elections.queries.elections import ElectionFacts, election_of, turnout_of
from elections.rules.asking import Asking, ask, unblind
from elections.rules.cast import Cast, Credential
from elections.rules.planning import Method
from elections.rules.stages import Entitled
from lip.conference.actions.announce import Announcement, announce, day_between
from lip.conference.actions.register import add_participants
from lip.conference.queries.conferences import conference_by_key
from lip.conference.rules.guest import Guest
from lip.database import engine_from_url, fetch, transaction, use_engine
from lip.database.migrations import migrate
from lip.journal.rules.entries import COMMAND
from lip.keys import Keys
from lip.said import Said
from lip.sample.fill_in import ZONE

KEYS = Keys("bench" * 8)
STANDING = 8
AT_ONCE = 32
SAME = 10_000
HALL, HALL_SECONDS = 200, 60.0


@dataclass(frozen=True, slots=True)
class Took:
    """Seconds by the clock, and of all processors; devices are not among them."""

    seconds: float
    cpu: float

    @classmethod
    def now(cls) -> "Took":
        """Begin to measure."""
        return cls(time.perf_counter(), time.process_time())

    def since(self) -> "Took":
        """Say how much has gone by."""
        now = Took.now()
        return Took(now.seconds - self.seconds, now.cpu - self.cpu)


async def opened(voters: int, url: str) -> ElectionFacts:
    """Fill a fresh database and open the polls."""
    use_engine(engine_from_url(url))
    now = datetime.now(UTC)
    await migrate()
    day = day_between(now - timedelta(hours=1), now + timedelta(hours=8), ZONE)
    await announce(
        "bench", Announcement(title="Bench", days=[day]), by=COMMAND, now=now
    )
    conference = await conference_by_key("bench")
    guests = [(Guest(given_name=f"Gast {at}"), None) for at in range(voters)]
    async with transaction():
        await add_participants(guests, conference=conference, keys=KEYS, now=now)
    wish = ElectionWish(
        title=Said.of(de="Bench"),
        seats=4,
        method=Method.BLOCK,
        entitled=Entitled.TICKETS,
    )
    by: dict[str, Any] = {"by": COMMAND, "now": now}
    await prepare_election(wish, conference=conference, request=uuid4(), **by)
    election = await election_of(conference.id, 1)
    for number in range(STANDING):
        stands = NominationWish(name=f"Name {number}")
        await nominate(election, stands, request=uuid4(), **by)
    await open_polls(election, conference=conference, keys=KEYS, **by)
    return await election_of(conference.id, 1)


async def credentials(
    election: ElectionFacts,
) -> tuple[list[Credential], Took]:
    """Give everybody a credential; return them and the seconds that the server took."""
    rows = await fetch("SELECT id FROM roll_entry WHERE election = ?", election.id)
    key = sealing.public_key(election.public_keys[""])
    asked = {row["id"]: ask(election.round, key, secrets.token_bytes) for row in rows}
    signed: dict[UUID, bytes] = {}

    async def give(entry: UUID, one: Asking) -> None:
        signed[entry] = await give_credential(
            election,
            entry,
            one.blinded.message,
            keys=KEYS,
            by=COMMAND,
            now=datetime.now(UTC),
        )

    took = await at_once(give(entry, one) for entry, one in asked.items())
    found = [
        unblind(election.round, key, one, signed[entry]) for entry, one in asked.items()
    ]
    return found, took


async def cast_all(election: ElectionFacts, found: Iterable[Credential]) -> Took:
    """Cast a ballot with each; return the seconds that it took."""

    async def cast(credential: Credential) -> None:
        marks = (("k1", 1), (f"k{2 + secrets.randbelow(STANDING - 1)}", 1))
        nonce = secrets.token_bytes(32)
        ballot = Cast(credential=credential, marks=marks, nonce=nonce)
        await cast_ballot(election, ballot, keys=KEYS)

    return await at_once(cast(credential) for credential in found)


async def at_once(acts: Iterable[Awaitable[None]]) -> Took:
    """Run all, some at a time; return the seconds."""
    waiting = iter(acts)

    async def worker() -> None:
        for act in waiting:
            await act

    began = Took.now()
    await asyncio.gather(*(worker() for _ in range(AT_ONCE)))
    return began.since()


async def closed(election: ElectionFacts) -> Took:
    """Close the polls: open the urn, write the record; return the seconds."""
    began = Took.now()
    for _ in range(2):
        await agree_to_close(
            election, officer=uuid4(), keys=KEYS, by=COMMAND, now=datetime.now(UTC)
        )
    return began.since()


async def day(voters: int, url: str) -> None:
    """Hold an election with so many voters and print its figures."""
    election = await opened(voters, url)
    found, giving = await credentials(election)
    casting = await cast_all(election, found)
    closing = await closed(election)
    both = giving.seconds + casting.seconds
    say(f"{voters} voters: {both:.1f} s for credentials and ballots")
    if voters == HALL:
        say(f"  asked {HALL_SECONDS:.0f} s")
    for what, took in (("credential", giving), ("ballot", casting), ("close", closing)):
        say(
            f"  {what:<10} {1000 * took.seconds / voters:7.2f} ms a voter, "
            f"{took.seconds:6.1f} s in all; CPU {1000 * took.cpu / voters:7.2f} ms, "
            f"{took.cpu:6.1f} s"
        )


async def same(_voters: int, url: str) -> None:
    """Cast one credential very often at once; it counts once."""
    election = await opened(1, url)
    found, _took = await credentials(election)
    took = await cast_all(election, found * SAME)
    lying = (await turnout_of(election)).cast
    assert lying == 1
    say(
        f"one credential cast {SAME} times, {AT_ONCE} at once: {took.seconds:.1f} s, "
        f"CPU {took.cpu:.1f} s"
    )
    say(f"  ballots in the urn: {lying}")


def say(line: str) -> None:
    """Print a line."""
    sys.stdout.write(f"{line}\n")


def main() -> None:
    """Measure what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("voters", type=int, nargs="*", default=[HALL, 1000])
    parser.add_argument("--postgres", action="store_true")
    parser.add_argument("--same", action="store_true")
    wanted = parser.parse_args()
    act: Callable[[int, str], Coroutine[Any, Any, None]] = same if wanted.same else day
    for voters in [1] if wanted.same else wanted.voters:
        with _database(postgres=wanted.postgres) as url:
            asyncio.run(act(voters, url))


@contextmanager
def _database(*, postgres: bool) -> Iterator[str]:
    if postgres:
        with postgres_url() as url:
            yield url
    else:
        with tempfile.TemporaryDirectory() as folder:
            yield f"sqlite:///{Path(folder) / 'bench.sqlite'}"


if __name__ == "__main__":
    main()
