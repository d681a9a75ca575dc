"""Nobody who holds the database, its log or a copy of it can join voter and ballot."""

import random

import pytest

from elections.rules.record import Board, Kind
from lip.database import current_engine, fetch
from tests.database_files import database_files
from tests.elections.polls import (
    credential_for,
    finish,
    make_hall,
    open_hall,
    published,
    vote,
)

pytestmark = pytest.mark.anyio

ABOUT_A_VOTER = {
    *("id", "election", "participant", "name", "association"),
    *("channel", "blinded", "pass_seal", "pass_issue"),
}

VOTERS = 24


async def files_of_database():
    """Return all bytes that lie on the disk for this database."""
    return b"".join(await database_files(log=True))


async def test_while_the_polls_are_open_nothing_of_a_ballot_can_be_read(committed_db):
    hall = await open_hall(await make_hall(names=("Zebra", "Okapi"), voters=6))
    credentials = [await credential_for(hall, one.id) for one in hall.people]
    for credential in credentials:
        await vote(hall, credential, "k1")

    found = await files_of_database()

    for credential in credentials:
        for part in (credential.serial, credential.signature, credential.prefix):
            assert part not in found
            assert part.hex().encode() not in found
    assert b'["k1",1]' not in found


async def test_sealed_ballots_all_look_alike(committed_db):
    hall = await open_hall(await make_hall(voters=6))
    marks = [
        (),
        ("k1",),
        ("k1", "k2"),
        ("k1", "k2", "k3", "k4"),
        ("k2",),
        ("k3",),
    ]
    for person, given in zip(hall.people, marks, strict=True):
        await vote(hall, await credential_for(hall, person.id), *given)

    rows = await fetch("SELECT handle, content FROM sealed_ballot")

    assert len({len(bytes(row["content"])) for row in rows}) == 1
    assert len({row["handle"] for row in rows}) == 6


@pytest.mark.parametrize("board", Board)
async def test_what_is_published_has_no_order_of_arrival(committed_db, board):
    hall = await open_hall(await make_hall(voters=VOTERS, board=board))
    arrived = []
    for person in random.Random(7).sample(hall.people, VOTERS):
        credential = await credential_for(hall, person.id)
        arrived.append((await vote(hall, credential, "k1")).digest)
    await finish(hall)
    ballots = (await published(hall)).the(Kind.BALLOTS)

    if board is Board.DIGESTS:
        listed = [one["digest"] for one in ballots["credentials"]]
        assert ballots["contents"] == [
            {"marks": [["k1", 1]], "group": "", "times": VOTERS}
        ]
    else:
        listed = sorted(arrived)
        serials = [one["serial"] for one in ballots["ballots"]]
        assert len(set(serials)) == VOTERS
    assert listed == sorted(arrived)
    assert listed != arrived


async def test_after_the_close_keys_and_sealed_ballots_are_gone(committed_db):
    hall = await open_hall(await make_hall(voters=6))
    for person in hall.people:
        await vote(hall, await credential_for(hall, person.id), "k1")
    sealed = [
        bytes(r["content"]) for r in await fetch("SELECT content FROM sealed_ballot")
    ]
    handles = [r["handle"] for r in await fetch("SELECT handle FROM sealed_ballot")]
    [keys] = [bytes(r["sealed"]) for r in await fetch("SELECT sealed FROM poll_keys")]

    await finish(hall)
    (row,) = await fetch("SELECT traceless FROM election")

    assert await fetch("SELECT id FROM sealed_ballot") == []
    assert await fetch("SELECT election FROM poll_keys") == []
    if current_engine().engine_type == "sqlite":
        found = await files_of_database()
        assert row["traceless"]
        for content in (*sealed, keys):
            assert content[:64] not in found
        for handle in handles:
            assert handle.encode() not in found


async def test_journal_and_roll_say_nothing_of_ballots(committed_db):
    hall = await open_hall(await make_hall(voters=3))
    credentials = [await credential_for(hall, one.id) for one in hall.people]
    casts = [await vote(hall, credential, "k1") for credential in credentials]
    await finish(hall)

    entries = await fetch("SELECT act, facts, subject FROM journal_entry")
    roll = await fetch("SELECT * FROM roll_entry")

    assert [e["act"] for e in entries].count("credential_given") == 3
    assert not any("cast" in entry["act"] for entry in entries)
    shown = str(entries) + str(roll)
    for one in casts:
        assert one.digest not in shown
        assert one.code not in shown
    for person in hall.people:
        assert str(person.id) not in str([
            e for e in entries if e["act"] == "credential_given"
        ])
    assert set(roll[0]) == ABOUT_A_VOTER
