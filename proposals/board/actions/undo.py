"""Undo steps of the board and do them again, in order, by anybody with the right."""

from typing import Any

from lip.database import fetch, transaction
from lip.journal.actions.record import record
from lip.journal.queries import entry_of_request
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Entry
from proposals.board.actions.deed import Deed
from proposals.board.actions.stepping import locked_board
from proposals.board.actions.write_rows import possible, write_rows
from proposals.board.queries.rows import StepRow, steps_between
from proposals.board.rules.outcomes import (
    Meanwhile,
    Stale,
    TakenBack,
    TakingBack,
    Unchanged,
)
from proposals.board.rules.rows import Rows, load
from proposals.board.rules.steps import Step
from proposals.board.tables import Board

_NEIGHBOUR = {
    Act.BOARD_UNDONE: "SELECT max(number) AS number FROM board_step "
    "WHERE conference = ? AND number < ?",
    Act.BOARD_REDONE: "SELECT min(number) AS number FROM board_step "
    "WHERE conference = ? AND number > ?",
}


async def undo(number: int, *, deed: Deed) -> TakingBack:
    """Undo the newest step, which the person saw as `number`; else it is Stale."""
    return await _take_back(Act.BOARD_UNDONE, number, deed)


async def redo(number: int, *, deed: Deed) -> TakingBack:
    """Do the step again that was undone last, which the person saw as `number`."""
    return await _take_back(Act.BOARD_REDONE, number, deed)


async def _take_back(act: Act, number: int, deed: Deed) -> TakingBack:
    async with transaction():
        board = await locked_board(deed)
        if known := await _answered_before(deed):
            return known
        newest = await _newest(act, board, deed)
        standing = int(board["standing"])
        if newest is None:
            return Unchanged()
        if newest != number:
            return Stale(meanwhile=Meanwhile.DONE_MORE, standing=standing)
        (step,) = await steps_between(deed.conference.id, number - 1, number)
        await _write(act, step, deed)
        reached = await _reached(act, number, deed)
        this = Board.conference == deed.conference.id
        await Board.update({
            Board.standing: reached,
            Board.changed_at: deed.now,
        }).where(this)
        done = TakenBack(number=number, step=step.step, standing=reached)
        await record(_entry(act, done, deed))
    return done


async def _newest(act: Act, board: dict[str, Any], deed: Deed) -> int | None:
    """Find the step that is next to be undone, or done again."""
    standing = int(board["standing"])
    if act is Act.BOARD_UNDONE:
        return standing or None
    return await _neighbour(act, standing, deed)


async def _reached(act: Act, number: int, deed: Deed) -> int:
    if act is Act.BOARD_REDONE:
        return number
    return await _neighbour(act, number, deed) or 0


async def _neighbour(act: Act, number: int, deed: Deed) -> int | None:
    (row,) = await fetch(_NEIGHBOUR[act], deed.conference.id, number)
    return None if row["number"] is None else int(row["number"])


async def _write(act: Act, step: StepRow, deed: Deed) -> None:
    before, after = load(step.before), load(step.after)
    there, back = (before, after) if act is Act.BOARD_REDONE else (after, before)
    wanted: Rows = await possible(back)
    await write_rows(deed.conference.id, there, wanted)


async def _answered_before(deed: Deed) -> TakenBack | None:
    entry = await entry_of_request(deed.request)
    if entry is None or "standing" not in entry.facts:
        return None
    return TakenBack(
        number=int(entry.facts["number"] or 0),
        step=Step(str(entry.facts["step"])),
        standing=int(entry.facts["standing"] or 0),
        repeated=True,
    )


def _entry(act: Act, done: TakenBack, deed: Deed) -> Entry:
    return Entry(
        at=deed.now,
        by=deed.by,
        act=act,
        subject=deed.conference.id,
        scope=deed.conference.key,
        facts={
            "step": done.step.value,
            "number": done.number,
            "standing": done.standing,
        },
        request=deed.request,
    )
