"""After the close nothing of a vote is left: not in tables, files, journal or logs."""

import json
import logging
from pathlib import Path

import pytest

from lip.conference.queries.conferences import conference_by_id
from lip.database import fetch
from lip.journal.queries import Filter, entries
from proposals.voting.queries.rounds import tally_of, written
from proposals.voting.rules.channels import Channel
from proposals.voting.rules.points import Method, Terms
from proposals.voting.tables import Vote, VotingRound
from tests.proposals.ballots import close, make_open, people, vote

pytestmark = pytest.mark.anyio

TERMS = Terms(method=Method.POINTS, most=100, each=100)
PHONE = frozenset({Channel.PHONE})


def held_by(url: str) -> bytes:
    """Read the database's file, its log and its index as they lie there."""
    path = url.removeprefix("sqlite:///")
    found = [Path(path + end) for end in ("", "-wal", "-shm")]
    return b"".join(file.read_bytes() for file in found if file.exists())


async def test_a_closed_round_leaves_neither_name_nor_key_in_the_files(
    committed_db, committed_url: str, engine_name: str
):
    if engine_name != "sqlite":
        pytest.skip("its files are written by a server of its own")
    one = await make_open(terms=TERMS, channels=PHONE)
    voters = await people(await conference_by_id(one.conference), 12)
    for number, person in enumerate(voters):
        await vote(one, person, {1: number, 2: 41})
        await vote(one, person, {3: 83, 1: number + 1})
    names = [row["voter"].encode() for row in await Vote.select(Vote.voter)]
    ids = [row["id"].bytes for row in await Vote.select(Vote.id)]
    (row,) = await VotingRound.select(VotingRound.sealed_key)
    salt = row["sealed_key"].encode()
    before = held_by(committed_url)

    await close(one)

    after = held_by(committed_url)
    assert salt in before
    assert all(name in before for name in names)
    assert salt not in after
    assert not [name for name in names if name in after]
    assert not [one for one in ids if one in after]
    assert b'{"1": 5, "2": 41}' not in after  # what was changed since
    (row,) = await VotingRound.select(VotingRound.traceless)
    assert bool(row["traceless"])


async def test_lines_stand_in_the_order_of_their_content_and_name_nobody(db):
    one = await make_open(terms=TERMS, channels=PHONE)
    voters = await people(await conference_by_id(one.conference), 6)
    for person, points in zip(voters, (9, 2, 9, 5, 2, 9), strict=True):
        await vote(one, person, {1: points})

    await close(one)

    lines = [(line.marks[1], line.people) for line in await tally_of(one.id)]
    rows = await fetch("SELECT * FROM tally_line")
    assert lines == [(2, 2), (5, 1), (9, 3)]
    assert set(rows[0]) == {"id", "in_round", "position", "marks", "people"}
    assert not await Vote.exists()


async def test_neither_journal_nor_logs_know_that_or_what_somebody_gave(db, caplog):
    caplog.set_level(logging.DEBUG)
    one = await make_open(terms=TERMS, channels=PHONE)
    (ada,) = await people(await conference_by_id(one.conference), 1)
    before = {entry.act for entry in await entries(Filter(), limit=1000)}

    await vote(one, ada, {1: 73, 4: 19})

    noted = await entries(Filter(), limit=1000)
    assert {entry.act for entry in noted} == before
    await close(one)
    noted = await entries(Filter(), limit=1000)
    told = json.dumps([entry.facts for entry in noted]) + caplog.text
    assert written({1: 73, 4: 19}) not in told
    assert ada.code not in told
    assert str(ada.id) not in caplog.text
