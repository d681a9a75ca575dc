"""
Close the polls: two officers agree, the urn is opened, counted and published at once.

One transaction under the lock of the election: every ballot is in the record or was
refused. The keys go in the same transaction; afterwards the files are written anew.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID, uuid4

from elections import sealing
from elections.actions.prepare import locked
from elections.files.bundle import Bundle, contest_of, terms_of, written
from elections.files.result import as_plain
from elections.queries.elections import (
    ElectionFacts,
    NominationFacts,
    agreed_officers,
    nominations_of,
    turnout_of,
)
from elections.rules.canonical import Plain
from elections.rules.cast import Cast
from elections.rules.counting.methods import count
from elections.rules.record import Board, Kind, chained, root_of
from elections.rules.stages import PollStage, PollStep
from elections.rules.urn import Keys as PollKeys
from lip.database import fetch, transaction
from lip.database.leaving_no_trace import leave_no_trace
from lip.errors import TooEarly
from lip.journal.actions.record import record
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor, Entry
from lip.keys import Keys

OFFICERS = 2

Parts = Sequence[tuple[Kind, Mapping[str, Plain]]]


async def agree_to_close(
    election: ElectionFacts, *, officer: UUID, keys: Keys, by: Actor, now: datetime
) -> bool:
    """Agree that the polls close; tell whether they have. One officer is not enough."""
    async with transaction():
        known = await locked(election.id)
        if known.stage is PollStage.PREPARED:
            raise TooEarly("polls_not_open_yet")
        if known.stage is PollStage.CLOSED:
            return True
        agreed = set(await agreed_officers(known.id, PollStep.CLOSE))
        if officer not in agreed:
            await _agree(known, officer, by=by, now=now)
            agreed.add(officer)
        if len(agreed) < OFFICERS:
            return False
        await _close(known, keys=keys, by=by, now=now)
    sealing.forget_opened()
    await leave_traceless()
    return True


async def leave_traceless() -> bool:
    """Write the files anew after an urn was opened, once; tell whether they are."""
    rows = await fetch(
        "SELECT id FROM election WHERE stage = ? AND traceless = ?",
        PollStage.CLOSED.value,
        False,
    )
    if not rows:
        return True
    if not await leave_no_trace():
        return False
    async with transaction():
        for row in rows:
            await fetch(
                "UPDATE election SET traceless = ? WHERE id = ?", True, row["id"]
            )
    return True


async def _agree(
    election: ElectionFacts, officer: UUID, *, by: Actor, now: datetime
) -> None:
    await fetch(
        "INSERT INTO officer_consent (id, election, step, officer) VALUES (?, ?, ?, ?)",
        uuid4(),
        election.id,
        PollStep.CLOSE.value,
        officer,
    )
    await _note(Act.CLOSING_AGREED, election, by=by, now=now)


async def _close(
    election: ElectionFacts, *, keys: Keys, by: Actor, now: datetime
) -> None:
    (row,) = await fetch("SELECT sealed FROM poll_keys WHERE election = ?", election.id)
    polls = sealing.opened(bytes(row["sealed"]), election.id, operator=keys)
    casts = await _urn(election, polls)
    turnout = await turnout_of(election)
    standing = await nominations_of(election.id)
    bundle = published(election, standing, casts, given=turnout.given, keys=polls)
    await fetch("DELETE FROM sealed_ballot WHERE election = ?", election.id)
    await fetch("DELETE FROM poll_keys WHERE election = ?", election.id)
    await fetch(
        "UPDATE election SET stage = ?, root = ?, bundle = ?, changed_at = ? "
        "WHERE id = ?",
        PollStage.CLOSED.value,
        root_of(bundle.entries),
        written(bundle).decode(),
        now,
        election.id,
    )
    await _note(
        Act.POLLS_CLOSED,
        election,
        by=by,
        now=now,
        facts={"ballots": len(casts), "digest": root_of(bundle.entries)},
    )


def published(
    election: ElectionFacts,
    standing: Sequence[NominationFacts],
    casts: Sequence[Cast],
    *,
    given: int,
    keys: PollKeys,
) -> Bundle:
    """Write the record of a round, count it, and sign the last digest."""
    parts: Parts = [
        (Kind.ELECTION, _about(election)),
        (Kind.CANDIDATES, {"candidates": [_stands(one) for one in standing]}),
        (Kind.ROLL, {"digest": election.roll_digest, "size": election.roll_size}),
        (Kind.KEYS, _keys(election)),
        (Kind.ANNULLED, {"serials": []}),
        (Kind.CLOSED, {"credentials": given, "papers": 0}),
        (Kind.BALLOTS, ballots_published(casts, election.board)),
        (Kind.PAPERS, {"papers": []}),
    ]
    unsigned = Bundle(entries=chained(parts), signer=b"", signature=b"")
    tally = count(election.method, contest_of(unsigned), terms_of(unsigned))
    entries = chained([*parts, (Kind.RESULT, as_plain(tally))])  # type: ignore[list-item]
    signer = sealing.signer_of(keys)
    return Bundle(
        entries=entries,
        signer=signer.public_key().public_bytes_raw(),
        signature=signer.sign(entries[-1].digest.encode()),
    )


def ballots_published(casts: Sequence[Cast], board: Board) -> Mapping[str, Plain]:
    """Write ballots by digest; with digests only, contents apart and by content."""
    ordered = sorted(casts, key=lambda one: one.digest)
    if board is Board.FULL:
        whole = [{**one.credential.as_plain(), **one.content} for one in ordered]
        return {"ballots": whole}
    contents = Counter((one.marks, one.credential.group) for one in casts)
    return {
        "credentials": [
            {**one.credential.as_plain(), "digest": one.digest} for one in ordered
        ],
        "contents": [
            {"marks": [list(mark) for mark in marks], "group": group, "times": times}
            for (marks, group), times in sorted(contents.items())
        ],
    }


async def _urn(election: ElectionFacts, keys: PollKeys) -> Sequence[Cast]:
    rows = await fetch(
        "SELECT handle, content FROM sealed_ballot WHERE election = ?", election.id
    )
    return [
        sealing.ballot_opened(bytes(row["content"]), row["handle"], urn=keys.urn)
        for row in rows
    ]


def _about(election: ElectionFacts) -> Mapping[str, Plain]:
    return {
        "id": election.round,
        "board": election.board.value,
        "title": dict(election.title),
        "seats": election.seats,
        "method": election.method,
        "kind": "marked",
        "votes_each": election.votes_each,
    }


def _stands(one: NominationFacts) -> Mapping[str, Plain]:
    return {
        "id": one.mark,
        "name": one.name,
        "attributes": {"association": one.association} if one.association else {},
        "withdrawn": one.withdrawn,
    }


def _keys(election: ElectionFacts) -> Mapping[str, Plain]:
    key: Mapping[str, Plain] = {
        "group": "",
        "modulus": election.modulus,
        "exponent": sealing.EXPONENT,
    }
    return {"credentials": [key], "acknowledgements": election.signer}


async def _note(
    act: Act,
    election: ElectionFacts,
    *,
    by: Actor,
    now: datetime,
    facts: dict[str, str | int | bool | None] | None = None,
) -> None:
    entry = Entry(
        at=now,
        by=by,
        act=act,
        subject=election.id,
        scope=election.key,
        facts=facts or {},
    )
    await record(entry)
