"""
Key paper ballots twice, apart from each other, until two keyings agree.

What is kept of a keying is how often each content was keyed, and while the batch is
open who did it. When a batch is settled, one keying stays, without anybody's name.
"""

from datetime import datetime
from uuid import UUID, uuid4

from elections.actions.close_polls import fix_root
from elections.actions.noting import note
from elections.actions.prepare import locked
from elections.queries.elections import ElectionFacts, turnout_of
from elections.queries.papers import BatchFacts, KeyingFacts, batch_of, batches_of
from elections.rules.ballots import Marks
from elections.rules.batches import (
    MOST_SHEETS,
    changed,
    settled,
    sheets_in,
    together,
    written,
)
from elections.rules.canonical import Plain
from elections.rules.stages import PollStage
from lip.database import fetch, transaction
from lip.errors import Conflict, TooEarly, TooLate, Unusable
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor

MOST_KEYINGS = 3


async def lay_batch(
    election: ElectionFacts, sheets: int, *, by: Actor, now: datetime
) -> int:
    """Begin a batch of so many papers; return its number."""
    if not 1 <= sheets <= MOST_SHEETS:
        raise Unusable("batch_size", most=MOST_SHEETS)
    async with transaction():
        known = await _keyable(election)
        (row,) = await fetch(
            "SELECT coalesce(max(number), 0) + 1 AS number FROM paper_batch "
            "WHERE election = ?",
            known.id,
        )
        await fetch(
            "INSERT INTO paper_batch (id, election, number, sheets, settled) "
            "VALUES (?, ?, ?, ?, ?)",
            uuid4(),
            known.id,
            int(row["number"]),
            sheets,
            False,
        )
        await note(Act.BATCH_LAID, known, by=by, now=now)
        return int(row["number"])


async def key_paper(
    election: ElectionFacts,
    number: int,
    marks: Marks,
    by_how_many: int,
    *,
    officer: UUID,
) -> None:
    """
    Add a paper of this content to one's own keying, or take one away.

    Raises Conflict where two others have keyed the batch and agree, or where this
    officer's keying is done.
    """
    async with transaction():
        known = await _keyable(election)
        batch = await batch_of(known.id, number)
        keying = await _own(batch, officer)
        if keying.done:
            raise Conflict("keying_is_done")
        counts = changed(keying.counts, tuple(sorted(marks)), by_how_many)
        if sheets_in(counts) > batch.sheets:
            raise Unusable("batch_is_full", sheets=batch.sheets)
        await fetch(
            "UPDATE paper_keying SET counts = ? WHERE id = ?",
            written(counts),
            keying.id,
        )


async def end_keying(
    election: ElectionFacts, number: int, *, officer: UUID, by: Actor, now: datetime
) -> bool:
    """
    Say that one's own keying is done; tell whether the batch is settled now.

    Where three keyings all differ, the batch is keyed anew from the beginning.
    """
    async with transaction():
        known = await _keyable(election)
        batch = await batch_of(known.id, number)
        keying = await _own(batch, officer)
        if sheets_in(keying.counts) != batch.sheets:
            raise Unusable("batch_not_complete", sheets=batch.sheets)
        if not keying.done:
            await fetch(
                "UPDATE paper_keying SET done = ? WHERE id = ?", True, keying.id
            )
            await note(Act.BATCH_KEYED, known, by=by, now=now)
        batch = await batch_of(known.id, number)
        return await _settle(batch, known, by=by, now=now)


async def remove_batch(
    election: ElectionFacts, number: int, *, by: Actor, now: datetime
) -> None:
    """Take back a batch that was laid by mistake, and what was keyed of it."""
    async with transaction():
        known = await _keyable(election)
        batch = await batch_of(known.id, number)
        await fetch("DELETE FROM paper_keying WHERE batch = ?", batch.id)
        await fetch("DELETE FROM paper_batch WHERE id = ?", batch.id)
        await note(Act.BATCH_REMOVED, known, by=by, now=now)


async def papers_done(election: ElectionFacts, *, by: Actor, now: datetime) -> str:
    """
    Put the papers of all batches into the record; return the root digest.

    Raises TooEarly while the polls are open or a batch is not settled, Unusable for
    more papers than were handed out.
    """
    async with transaction():
        known = await locked(election.id)
        if known.root:
            return known.root
        if known.stage is not PollStage.CLOSED:
            raise TooEarly("polls_still_open")
        batches = await batches_of(known.id)
        if not all(one.settled for one in batches):
            raise TooEarly("batch_not_settled")
        papers = together([one.keyings[0].counts for one in batches])
        given = (await turnout_of(known)).papers
        if sheets_in(papers) > given:
            raise Unusable("more_papers_than_given", given=given)
        entries: list[Plain] = [
            {"marks": [list(mark) for mark in marks], "times": times}
            for marks, times in sorted(papers.items())
        ]
        root = await fix_root(known, entries)
        await note(Act.PAPERS_DONE, known, by=by, now=now)
    return root


async def _keyable(election: ElectionFacts) -> ElectionFacts:
    """Lock an election; papers are keyed from the close until the root is fixed."""
    known = await locked(election.id)
    if not known.stage.is_over:
        raise TooEarly("papers_after_the_close")
    if known.root:
        raise TooLate("papers_are_in")
    return known


async def _own(batch: BatchFacts, officer: UUID) -> KeyingFacts:
    """Find an officer's keying of a batch, or begin it if it needs one more."""
    if batch.settled:
        raise Conflict("batch_is_settled")
    keying = batch.of(officer)
    if keying is not None:
        return keying
    turn = len(batch.keyings) + 1
    wanted = 2 if len(batch.finished) < 2 else MOST_KEYINGS
    if turn > wanted:
        raise Conflict("batch_has_its_keyings")
    made = KeyingFacts(id=uuid4(), turn=turn, officer=officer, counts={}, done=False)
    await fetch(
        "INSERT INTO paper_keying (id, batch, turn, officer, counts, done) "
        "VALUES (?, ?, ?, ?, '[]', ?)",
        made.id,
        batch.id,
        turn,
        officer,
        False,
    )
    return made


async def _settle(
    batch: BatchFacts, election: ElectionFacts, *, by: Actor, now: datetime
) -> bool:
    agreed = settled([one.counts for one in batch.finished])
    if agreed is None:
        if len(batch.finished) == MOST_KEYINGS:
            await fetch("DELETE FROM paper_keying WHERE batch = ?", batch.id)
            await note(Act.BATCH_KEYED_ANEW, election, by=by, now=now)
        return False
    await fetch("DELETE FROM paper_keying WHERE batch = ?", batch.id)
    await fetch(
        "INSERT INTO paper_keying (id, batch, turn, officer, counts, done) "
        "VALUES (?, ?, 1, NULL, ?, ?)",
        uuid4(),
        batch.id,
        written(agreed),
        True,
    )
    await fetch("UPDATE paper_batch SET settled = ? WHERE id = ?", True, batch.id)
    await note(Act.BATCH_SETTLED, election, by=by, now=now)
    return True
