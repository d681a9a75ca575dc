"""
Whoever holds everything that was stored joins voters and ballots no better than chance.

Who guesses by chance joins one of a whole election rightly, whatever its size: the
number of fixed points of a permutation, with mean and variance one. Over a thousand
elections that is 1,000 with a deviation of 32; the bound below lies nine deviations
above, for each of the attacker's ways.
"""

import gzip
import logging
from collections import Counter
from itertools import permutations
from math import sqrt
from random import Random

import numpy as np
import pytest

from elections import sealing
from elections.actions.close_polls import ballots_published
from elections.rules.cast import Cast, Credential
from elections.rules.record import Board, Kind
from elections.rules.urn import PADDED, handle_of
from lip.database import current_engine, fetch
from lip.database.backup import backup
from tests.elections.actions.test_secrecy import files_of_database
from tests.elections.attacker import Dump, Guess, guesses, hits
from tests.elections.polls import (
    credential_for,
    finish,
    make_hall,
    open_hall,
    published,
    vote,
)
from tests.factories import clock

NAMES = ("k1", "k2", "k3", "k4", "k5", "k6")
ELECTIONS = 1000
VOTERS = 200
REAL = 24
DEVIATIONS = 9
MARKS = [
    [tuple((name, 1) for name in some) for some in permutations(NAMES, many)]
    for many in range(5)
]


def most_by_chance(elections: int) -> float:
    """Say how many joins chance never gives."""
    return elections + DEVIATIONS * sqrt(elections) + DEVIATIONS


def day(
    chance: Random, *, encrypts: bool = True, leaking: bool = False
) -> tuple[Dump, Guess]:
    """
    Simulate an election with the urn and the publishing of the real one.

    Signatures are stand-ins: they are evenly spread, as those of a blinded serial are.
    So are sealed ballots, to be quick, where nothing is encrypted: then what they
    begin with is chance, as it always is.
    Credentials are fetched in any order; ballots come nearly in the same one. A
    leaking server publishes them as they came.
    """
    urn = chance.randbytes(32)
    order = chance.sample(range(VOTERS), VOTERS)
    given = {voter: place for place, voter in enumerate(order)}
    voters = [
        {
            "id": chance.randbytes(16),
            "participant": chance.randbytes(16),
            "blinded": chance.randbytes(32),
            "given": given[voter],
        }
        for voter in range(VOTERS)
    ]
    arriving = sorted(order, key=lambda voter: given[voter] + chance.random())
    casts = {voter: _cast(chance) for voter in arriving}
    sealed = [
        _sealed(casts[voter], urn, chance, encrypts=encrypts) for voter in arriving
    ]
    whole = ballots_published([casts[voter] for voter in arriving], Board.FULL)
    ballots = [{**one, "marks": str(one["marks"])} for one in whole["ballots"]]
    if leaking:
        of_serial = {one["serial"]: one for one in ballots}
        ballots = [of_serial[casts[v].credential.serial.hex()] for v in arriving]
    places = {one["serial"]: place for place, one in enumerate(ballots)}
    truth = [places[casts[v].credential.serial.hex()] for v in range(VOTERS)]
    return Dump(voters=voters, sealed=sealed, ballots=ballots), np.array(truth)


def _cast(chance: Random) -> Cast:
    return Cast(
        credential=Credential(
            serial=chance.randbytes(32),
            prefix=chance.randbytes(32),
            signature=chance.randbytes(32),
        ),
        marks=chance.choice(chance.choice(MARKS)),
        nonce=chance.randbytes(32),
    )


def _sealed(
    cast: Cast, urn: bytes, chance: Random, *, encrypts: bool
) -> dict[str, bytes | str]:
    handle = handle_of(cast.credential.serial, urn=urn)
    content = (
        sealing.ballot_sealed(cast, handle, urn=urn)
        if encrypts
        else chance.randbytes(12) + bytes(PADDED + 16)
    )
    return {"id": chance.randbytes(16), "handle": handle, "content": content}


def test_a_thousand_halls_are_joined_no_better_than_by_chance():
    chance = Random(5)
    joined: Counter[str] = Counter()
    lengths = set()

    for number in range(ELECTIONS):
        dump, truth = day(chance, encrypts=number % 10 == 0)
        lengths.update(len(one["content"]) for one in dump.sealed)
        for way, guess in guesses(dump):
            joined[way] += hits(guess, truth)

    assert len(joined) > 90
    assert len(lengths) == 1
    way, most = joined.most_common(1)[0]
    assert most <= most_by_chance(ELECTIONS), way


def test_the_attacker_sees_through_a_server_that_publishes_as_ballots_came():
    chance = Random(6)
    joined: Counter[str] = Counter()

    for _ in range(10):
        dump, truth = day(chance, leaking=True)
        for way, guess in guesses(dump):
            joined[way] += hits(guess, truth)

    assert joined["given – stored"] > 10 * most_by_chance(10)


@pytest.mark.anyio
async def test_dumps_of_real_elections_are_joined_no_better_than_by_chance(
    committed_db, tmp_path, caplog, capfd
):
    chance = Random(7)
    caplog.set_level(logging.DEBUG)
    joined: Counter[str] = Counter()

    for number in range(3):
        dump, truth = await _real_day(f"wahl-{number}", chance, tmp_path)
        for way, guess in guesses(dump):
            joined[way] += hits(guess, truth)
    said = caplog.text + "".join(capfd.readouterr())

    way, most = joined.most_common(1)[0]
    assert most <= most_by_chance(3), way
    for one in dump.ballots:
        assert one["serial"] not in said
        assert one["nonce"] not in said


async def _real_day(key, chance, folder):
    """Hold an election, and take along every copy that is ever made of it."""
    hall = await open_hall(await make_hall(key=key, voters=REAL))
    of_person, given = {}, {}
    for place, person in enumerate(chance.sample(hall.people, REAL)):
        credential = await credential_for(hall, person.id)
        given[person.id] = place
        of_person[person.id] = credential.serial.hex()
        marks = chance.sample(("k1", "k2", "k3"), chance.randint(0, 3))
        await vote(hall, credential, *marks)
    sealed = await _stored("sealed_ballot", "id, handle, content", hall)
    while_open = await files_of_database() + await _saved(folder / f"{key}-open.gz")
    await finish(hall)
    afterwards = await files_of_database() + await _saved(folder / f"{key}-over.gz")
    voters = await _stored("roll_entry", "id, participant, blinded", hall)
    ballots = (await published(hall)).the(Kind.BALLOTS)["ballots"]
    for serial in of_person.values():
        for way in (serial.encode(), bytes.fromhex(serial)):
            assert way not in while_open
    dump = Dump(
        voters=[
            {
                **voter,
                "given": given[voter["participant"]],
                "at": afterwards.find(voter["blinded"].encode()),
            }
            for voter in voters
        ],
        sealed=sealed,
        ballots=[
            {
                **one,
                "marks": str(one["marks"]),
                "at": afterwards.find(one["serial"].encode()),
                "last at": afterwards.rfind(one["signature"].encode()),
            }
            for one in ballots
        ],
    )
    places = {one["serial"]: place for place, one in enumerate(ballots)}
    truth = [places[of_person[voter["participant"]]] for voter in voters]
    return dump, np.array(truth)


async def _stored(table, columns, hall):
    order = "rowid" if current_engine().engine_type == "sqlite" else "ctid"
    return await fetch(
        f"SELECT {columns} FROM {table} WHERE election = ? ORDER BY {order}",
        hall.election.id,
    )


async def _saved(path):
    await backup(path, now=clock())
    return gzip.decompress(path.read_bytes())
