"""
Close the polls: two officers agree, the urn is opened, its ballots are written down.

One transaction under the lock of the election: every ballot is in the record or was
refused. The keys go in the same transaction; afterwards the files are written anew.
Nobody sees a ballot before the root digest is fixed and the board counts.
"""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID, uuid4

from elections import sealing
from elections.actions.noting import note
from elections.actions.prepare import locked
from elections.actions.record_parts import (
    about,
    annulled_serials,
    candidates_of,
    keys_published,
)
from elections.queries.elections import (
    ElectionFacts,
    agreed_officers,
    turnout_of,
)
from elections.records import entries_of
from elections.rules.canonical import Plain
from elections.rules.cast import Cast
from elections.rules.record import Board, Kind, root_of
from elections.rules.stages import PollStage, PollStep
from elections.rules.urn import Keys as PollKeys
from lip.database import execute_many, fetch, transaction
from lip.database.leaving_no_trace import leave_no_trace
from lip.errors import TooEarly
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor
from lip.keys import Keys

OFFICERS = 2

Part = tuple[Kind, Mapping[str, Plain]]


async def agree_to_close(
    election: ElectionFacts, *, officer: UUID, keys: Keys, by: Actor, now: datetime
) -> bool:
    """Agree that the polls close; tell whether they have. One officer is not enough."""
    async with transaction():
        known = await locked(election.id)
        if known.stage is PollStage.PREPARED:
            raise TooEarly("polls_not_open_yet")
        if known.stage.is_over:
            return True
        agreed = await agree(
            known, PollStep.CLOSE, officer, act=Act.CLOSING_AGREED, by=by, now=now
        )
        if agreed < OFFICERS:
            return False
        await _close(known, keys=keys, by=by, now=now)
    sealing.forget_opened()
    await leave_traceless()
    return True


async def agree(
    election: ElectionFacts,
    step: PollStep,
    officer: UUID,
    *,
    act: Act,
    by: Actor,
    now: datetime,
    subject: str = "",
) -> int:
    """Note that an officer agrees to a step, once; return how many do."""
    agreed = set(await agreed_officers(election.id, step, subject))
    if officer not in agreed:
        await fetch(
            "INSERT INTO officer_consent (id, election, step, subject, officer) "
            "VALUES (?, ?, ?, ?, ?)",
            uuid4(),
            election.id,
            step.value,
            subject,
            officer,
        )
        await note(act, election, by=by, now=now)
        agreed.add(officer)
    return len(agreed)


async def leave_traceless() -> bool:
    """Write the files anew after an urn was opened, once; tell whether they are."""
    over = ", ".join(f"'{stage.value}'" for stage in PollStage if stage.is_over)
    rows = await fetch(
        f"SELECT id FROM election WHERE stage IN ({over}) AND traceless = ?",  # noqa: S608
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


async def fix_root(election: ElectionFacts, papers: Sequence[Plain]) -> str:
    """Write the last entry before the count, the papers; return the root digest."""
    await write_parts(election.id, [(Kind.PAPERS, {"papers": list(papers)})])
    root = root_of(await entries_of(election.id))
    await fetch("UPDATE election SET root = ? WHERE id = ?", root, election.id)
    return root


async def write_parts(election: UUID, parts: Sequence[Part]) -> None:
    """Put entries at the end of the record."""
    (row,) = await fetch(
        "SELECT count(*) AS written FROM record_part WHERE election = ?", election
    )
    await execute_many(
        "INSERT INTO record_part (id, election, place, kind, content) "
        "VALUES (?, ?, ?, ?, ?)",
        [
            (
                uuid4(),
                election,
                int(row["written"]) + at,
                kind.value,
                json.dumps(content, ensure_ascii=False),
            )
            for at, (kind, content) in enumerate(parts)
        ],
    )


async def _close(
    election: ElectionFacts, *, keys: Keys, by: Actor, now: datetime
) -> None:
    (row,) = await fetch("SELECT sealed FROM poll_keys WHERE election = ?", election.id)
    polls = sealing.opened(bytes(row["sealed"]), election.id, operator=keys)
    casts = await _urn(election, polls)
    turnout = await turnout_of(election)
    closed = {"credentials": turnout.given, "papers": turnout.papers}
    candidates = await candidates_of(election)
    parts: Sequence[Part] = [
        (Kind.ELECTION, await about(election)),
        (Kind.CANDIDATES, candidates),
        (Kind.ROLL, {"digest": election.roll_digest, "size": election.roll_size}),
        (Kind.KEYS, keys_published(election)),
        (Kind.ANNULLED, {"serials": await annulled_serials(election.id)}),
        (Kind.CLOSED, closed),
        (Kind.BALLOTS, ballots_published(casts, election.board)),
    ]
    await write_parts(election.id, parts)
    await fetch("DELETE FROM sealed_ballot WHERE election = ?", election.id)
    await fetch("DELETE FROM poll_keys WHERE election = ?", election.id)
    await fetch(
        "DELETE FROM officer_consent WHERE election = ? AND step = ?",
        election.id,
        PollStep.ANNUL.value,
    )
    await fetch(
        "UPDATE election SET stage = ?, closed_at = ?, changed_at = ? WHERE id = ?",
        PollStage.CLOSED.value,
        now,
        now,
        election.id,
    )
    if not turnout.papers:
        await fix_root(election, [])
    facts = {"ballots": len(casts)}
    await note(Act.POLLS_CLOSED, election, by=by, now=now, facts=facts)


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
