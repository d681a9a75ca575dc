"""
Close a round: votes become lines that tell nobody's, and what led to people is gone.

Votes end in one transaction under the lock of the round, so that each vote is either
in the tally or was refused. Where dots on paper are still to be counted, the result
waits for them; nothing else does.
"""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID, uuid4

from lip.database import execute_many, fetch, lock_rows, transaction
from lip.database.leaving_no_trace import leave_no_trace
from lip.errors import TooEarly, TooLate
from lip.journal.actions.note_of import note_of
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import SYSTEM, Actor
from proposals.voting.queries.rounds import (
    ROUND,
    RoundFacts,
    options_of,
    round_in,
    settled_sheets,
    tally_of,
    took_part,
)
from proposals.voting.rules.channels import Channel
from proposals.voting.rules.counting import result_of
from proposals.voting.rules.rounds import Stage
from proposals.voting.rules.sealing import Sealed, sealed
from proposals.voting.rules.sharing import EqualShares
from proposals.voting.tables import VotingRound


async def close_round(
    one: RoundFacts, *, shares: EqualShares, by: Actor, now: datetime
) -> None:
    """End the voting; without paper, the result is sealed at once."""
    async with transaction():
        known = await _locked(one.id)
        if known.stage is Stage.DRAFT:
            raise TooEarly("round_not_open_yet")
        if known.stage is not Stage.OPEN:
            return
        await _tally(known.id)
        stage = Stage.COUNTING if Channel.PAPER in known.channels else Stage.CLOSED
        result = None if stage is Stage.COUNTING else await _result(known, shares)
        await _end(known, stage, result, now=now)
        act = Act.ROUND_ENDED if stage is Stage.COUNTING else Act.ROUND_CLOSED
        await _note(act, known, result, by=by, now=now)
    await leave_traceless()


async def seal_round(
    one: RoundFacts, *, shares: EqualShares, by: Actor, now: datetime
) -> None:
    """Seal the result once every sheet of dots is settled."""
    async with transaction():
        known = await _locked(one.id)
        if known.stage is Stage.CLOSED:
            return
        if known.stage is not Stage.COUNTING:
            raise TooEarly("round_still_open")
        await _refuse_unsettled(known)
        result = await _result(known, shares)
        await fetch(
            "UPDATE voting_round SET stage = ?, result = ?, digest = ?, "
            "changed_at = ? WHERE id = ?",
            Stage.CLOSED.value,
            result.text,
            result.digest,
            now,
            known.id,
        )
        await _note(Act.ROUND_CLOSED, known, result, by=by, now=now)


async def close_due(*, shares: EqualShares, now: datetime) -> Sequence[RoundFacts]:
    """Close the rounds whose time is over, and clean up after those that crashed."""
    rows = await fetch(
        f"{ROUND} WHERE r.stage = ? AND r.closes_at <= ?", Stage.OPEN.value, now
    )
    due = [round_in(row) for row in rows]
    for one in due:
        await close_round(one, shares=shares, by=SYSTEM, now=now)
    await leave_traceless()
    return due


async def leave_traceless() -> bool:
    """Write the files anew after votes were deleted, once; tell whether they are."""
    rows = await fetch(
        "SELECT id FROM voting_round WHERE stage IN (?, ?) AND traceless = ?",
        Stage.COUNTING.value,
        Stage.CLOSED.value,
        False,
    )
    if not rows:
        return True
    if not await leave_no_trace():
        return False
    async with transaction():
        for row in rows:
            await fetch(
                "UPDATE voting_round SET traceless = ? WHERE id = ?", True, row["id"]
            )
    return True


async def _locked(one: UUID) -> RoundFacts:
    await lock_rows(VotingRound.select(VotingRound.id).where(VotingRound.id == one))
    rows = await fetch(f"{ROUND} WHERE r.id = ?", one)
    return round_in(rows[0])


async def _tally(one: UUID) -> None:
    """Turn votes into lines in the order of their content, and delete them."""
    rows = await fetch("SELECT marks FROM vote WHERE in_round = ?", one)
    people = Counter(row["marks"] for row in rows)
    await execute_many(
        "INSERT INTO tally_line (id, in_round, position, marks, people) "
        "VALUES (?, ?, ?, ?, ?)",
        [
            (uuid4(), one, place, marks, people[marks])
            for place, marks in enumerate(sorted(people), start=1)
        ],
    )
    await fetch("DELETE FROM vote WHERE in_round = ?", one)


async def _result(one: RoundFacts, shares: EqualShares) -> Sealed:
    result = result_of(
        one.asked,
        await options_of(one.id),
        await tally_of(one.id),
        took_part=await took_part(one.id),
        sheets=await settled_sheets(one.id),
        shares=shares,
    )
    return sealed(result)


async def _end(
    one: RoundFacts, stage: Stage, result: Sealed | None, *, now: datetime
) -> None:
    await fetch(
        "UPDATE voting_round SET stage = ?, closed_at = ?, sealed_key = '', "
        "result = ?, digest = ?, changed_at = ? WHERE id = ?",
        stage.value,
        now,
        result.text if result else "",
        result.digest if result else "",
        now,
        one.id,
    )


async def _refuse_unsettled(one: RoundFacts) -> None:
    (row,) = await fetch(
        "SELECT count(DISTINCT sheet) AS sheets FROM paper_count WHERE in_round = ?",
        one.id,
    )
    left = int(row["sheets"]) - len(await settled_sheets(one.id))
    if left:
        raise TooLate("sheets_not_settled", left=left)


async def _note(
    act: Act, one: RoundFacts, result: Sealed | None, *, by: Actor, now: datetime
) -> None:
    people = sum((await took_part(one.id)).values())
    await note_of(
        act,
        one.id,
        one.key,
        by=by,
        now=now,
        facts={"people": people, **({"digest": result.digest} if result else {})},
    )
