"""
Count, and make the result final.

Counting is for everybody's eyes, and can be done again by anybody; what ends it is the
signature under the last entry, after which there is no key to sign another.
"""

from datetime import datetime
from uuid import UUID

from elections.actions.cast_ballot import signer_of
from elections.actions.close_polls import OFFICERS, agree, write_parts
from elections.actions.noting import note
from elections.actions.prepare import locked
from elections.files.bundle import Bundle, read_bundle, written
from elections.files.result import as_plain
from elections.queries.elections import ElectionFacts, bundle_text
from elections.queries.rounds import later_round
from elections.records import unsigned_of
from elections.recounting import tally_of
from elections.rules.record import Kind
from elections.rules.stages import PollStage, PollStep
from elections.rules.tally import Tally
from lip.database import fetch, transaction
from lip.errors import TooEarly, Unusable
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor
from lip.keys import Keys


async def count_ballots(election: ElectionFacts, *, by: Actor, now: datetime) -> None:
    """Show the count to everybody, once the root digest is fixed."""
    async with transaction():
        known = await locked(election.id)
        if known.stage in {PollStage.COUNTED, PollStage.FINAL}:
            return
        if known.stage is not PollStage.CLOSED:
            raise TooEarly("polls_still_open")
        if not known.root:
            raise TooEarly("papers_are_missing")
        await fetch(
            "UPDATE election SET stage = ?, changed_at = ? WHERE id = ?",
            PollStage.COUNTED.value,
            now,
            known.id,
        )
        await note(
            Act.BALLOTS_COUNTED, known, by=by, now=now, facts={"digest": known.root}
        )


async def agree_to_finish(
    election: ElectionFacts, *, officer: UUID, keys: Keys, by: Actor, now: datetime
) -> bool:
    """
    Agree that the result stands; tell whether it is final now. It takes two.

    Raises Unusable while a seat is tied and neither lot nor another round decides.
    """
    async with transaction():
        known = await locked(election.id)
        if known.stage is PollStage.FINAL:
            return True
        if known.stage is not PollStage.COUNTED:
            raise TooEarly("ballots_not_counted")
        tally = tally_of(await unsigned_of(known.id))
        if not tally.decided and await later_round(known.id) is None:
            raise Unusable("tie_not_settled")
        agreed = await agree(
            known, PollStep.FINISH, officer, act=Act.RESULT_AGREED, by=by, now=now
        )
        if agreed < OFFICERS:
            return False
        await _finish(known, tally, keys=keys, now=now)
        await note(Act.RESULT_FINAL, known, by=by, now=now)
    return True


async def _finish(
    election: ElectionFacts, tally: Tally, *, keys: Keys, now: datetime
) -> None:
    """Write the result into the record, sign it, publish it, and drop the key."""
    await write_parts(election.id, [(Kind.RESULT, as_plain(tally))])  # type: ignore[list-item]
    bundle = await _signed(election, keys=keys)
    await fetch("DELETE FROM signing_key WHERE election = ?", election.id)
    await fetch(
        "UPDATE election SET stage = ?, bundle = ?, changed_at = ? WHERE id = ?",
        PollStage.FINAL.value,
        written(bundle).decode(),
        now,
        election.id,
    )


async def _signed(election: ElectionFacts, *, keys: Keys) -> Bundle:
    unsigned = await unsigned_of(election.id)
    signer = await signer_of(election, keys=keys)
    return Bundle(
        entries=unsigned.entries,
        signer=signer.public_key().public_bytes_raw(),
        signature=signer.sign(unsigned.entries[-1].digest.encode()),
        earlier=await _earlier(election.earlier),
    )


async def _earlier(one: UUID | None) -> tuple[Bundle, ...]:
    """Read what was published of the rounds before, which were final before this."""
    if one is None:
        return ()
    return read_bundle((await bundle_text(one)).encode()).rounds
