"""
How every act on the board becomes a step.

Under the lock of the board: what was asked before is answered again, what somebody
else has changed meanwhile is told, and the rows before and after are kept.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias
from uuid import UUID, uuid4

from lip.database import fetch, lock_rows, transaction
from lip.errors import NotFound
from lip.journal.actions.record import record
from lip.journal.queries import entry_of_request
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Entry
from proposals.board.actions.deed import Deed
from proposals.board.actions.write_rows import write_rows
from proposals.board.queries.rows import desk_of, steps_between
from proposals.board.rules.desk import Desk, difference
from proposals.board.rules.outcomes import Done, Meanwhile, Outcome, Stale, Unchanged
from proposals.board.rules.rows import Rows, dump, load
from proposals.board.rules.steps import Step
from proposals.board.rules.touching import Touched, touched
from proposals.board.tables import Board, BoardStep
from proposals.rules.standing import Standing

Change: TypeAlias = Callable[[Desk, int], Desk]
"""What an act makes of a desk; the number is that of the next new cluster."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Aim:
    """
    What an act is about, by number.

    `cards` must lie open on the board, `merged` must be there at all; `names` are of
    clusters whose name must be the one that was seen.
    """

    clusters: Sequence[int] = ()
    cards: Sequence[int] = ()
    merged: Sequence[int] = ()
    names: Sequence[int] = ()


async def take_step(step: Step, aim: Aim, change: Change, *, deed: Deed) -> Outcome:
    """Change the board by a step that can be undone; the same request does it once."""
    async with transaction():
        board = await locked_board(deed)
        if known := await answered_before(deed):
            return known
        desk = await desk_of(
            deed.conference.id,
            clusters=aim.clusters,
            proposals=(*aim.cards, *aim.merged),
        )
        if stale := await _stale(board, desk, aim, deed):
            return stale
        after = change(desk, int(board["next_number"]))
        return await keep_step(step, board, desk, after, deed=deed)


async def locked_board(deed: Deed) -> dict[str, Any]:
    """Lock the board of a conference; the first act on it makes it."""
    await fetch(
        "INSERT INTO board "
        "(conference, next_number, step, standing, public, changed_at) "
        "VALUES (?, 1, 0, 0, ?, ?) ON CONFLICT (conference) DO NOTHING",
        deed.conference.id,
        False,
        deed.now,
    )
    this = Board.conference == deed.conference.id
    rows: list[dict[str, Any]] = await lock_rows(Board.select().where(this))
    return rows[0]


async def answered_before(deed: Deed) -> Done | None:
    """Find what the same request came to."""
    entry = await entry_of_request(deed.request)
    if entry is None or "step" not in entry.facts:
        return None
    made = str(entry.facts.get("clusters") or "").split()
    return Done(
        number=int(entry.facts["number"] or 0),
        step=Step(str(entry.facts["step"])),
        clusters=tuple(int(each) for each in made),
        repeated=True,
    )


async def keep_step(
    step: Step, board: dict[str, Any], desk: Desk, after: Desk, *, deed: Deed
) -> Done | Unchanged:
    """Write what differs between two desks, and keep it as the newest step."""
    were, are = difference(desk, after)
    if not are:
        return Unchanged()
    conference, number = deed.conference.id, int(board["step"]) + 1
    await write_rows(conference, were, are)
    await fetch(
        "DELETE FROM board_step WHERE conference = ? AND number > ?",
        conference,
        board["standing"],
    )
    await BoardStep.insert(
        BoardStep(
            id=uuid4(),
            conference=conference,
            number=number,
            step=step,
            before=dump(were),
            after=dump(are),
            request=deed.request,
            done_at=deed.now,
        )
    )
    made = _made(were, are)
    highest = max((row.number for row in after.clusters.values()), default=0)
    await Board.update({
        Board.step: number,
        Board.standing: number,
        Board.next_number: max(int(board["next_number"]), highest + 1),
        Board.changed_at: deed.now,
    }).where(Board.conference == conference)
    await record(_entry(step, number, made, deed))
    return Done(number=number, step=step, clusters=made)


def _entry(step: Step, number: int, made: Sequence[int], deed: Deed) -> Entry:
    return Entry(
        at=deed.now,
        by=deed.by,
        act=Act.BOARD_CHANGED,
        subject=deed.conference.id,
        scope=deed.conference.key,
        facts={
            "step": step.value,
            "number": number,
            "clusters": " ".join(map(str, made)) or None,
        },
        request=deed.request,
    )


def _made(were: Rows, are: Rows) -> tuple[int, ...]:
    new = [
        row for one, row in are.clusters.items() if row and were.clusters[one] is None
    ]
    return tuple(sorted(row.number for row in new))


async def _stale(
    board: dict[str, Any], desk: Desk, aim: Aim, deed: Deed
) -> Stale | None:
    standing = int(board["standing"])
    if gone := _gone(desk, aim, standing, next_number=int(board["next_number"])):
        return gone
    if deed.seen is None or deed.seen == standing:
        return None
    changes = await _changes_since(deed.conference.id, deed.seen, standing)
    if changes is None:
        return Stale(meanwhile=Meanwhile.DONE_MORE, standing=standing)
    return _compared(desk, aim, changes, standing)


def _gone(desk: Desk, aim: Aim, standing: int, *, next_number: int) -> Stale | None:
    """Tell what is not on the board any more; what never was is refused."""
    clusters = {row.number for row in desk.clusters.values()}
    known = {row.number: row for row in desk.proposals.values()}
    for number in aim.clusters:
        if number not in clusters and not 1 <= number < next_number:
            raise NotFound("no_such_cluster", number=number)
    for number in (*aim.cards, *aim.merged):
        if number not in known:
            raise NotFound("no_such_proposal", number=number)
    missing = tuple(each for each in aim.clusters if each not in clusters)
    left = tuple(
        each
        for each in aim.cards
        if known[each].standing is not Standing.SHOWN or known[each].merged_into
    )
    if not missing and not left:
        return None
    return Stale(
        meanwhile=Meanwhile.GONE, standing=standing, clusters=missing, proposals=left
    )


async def _changes_since(conference: UUID, seen: int, standing: int) -> Touched | None:
    """Gather what changed between two states; None where that is not known any more."""
    low, high = min(seen, standing), max(seen, standing)
    steps = await steps_between(conference, low - 1, high)
    if seen and seen not in {one.number for one in steps}:
        return None
    return touched((load(s.before), load(s.after)) for s in steps if s.number > low)


def _compared(desk: Desk, aim: Aim, changes: Touched, standing: int) -> Stale | None:
    numbers = (*aim.cards, *aim.merged)
    cards = tuple(
        each
        for each, one in zip(numbers, desk.ids(numbers), strict=True)
        if one in changes.proposals
    )
    if cards:
        return Stale(meanwhile=Meanwhile.MOVED, standing=standing, proposals=cards)
    names = tuple(
        each for each in aim.names if desk.cluster(each).id in changes.clusters
    )
    if names:
        return Stale(meanwhile=Meanwhile.RENAMED, standing=standing, clusters=names)
    return None
