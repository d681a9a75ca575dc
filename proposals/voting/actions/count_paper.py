"""Enter what was counted on paper: by two people, each without the other's numbers."""

from collections.abc import Mapping
from datetime import datetime
from uuid import uuid4

from lip.database import fetch, transaction
from lip.errors import Conflict, NotAllowed, TooEarly, TooLate, Unusable
from lip.journal.actions.note_of import note_of
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor
from proposals.voting.actions.hand_out import handed_out
from proposals.voting.actions.plan_round import locked_round
from proposals.voting.queries.paper import Count, CountedSheet, sheets_of
from proposals.voting.queries.rounds import RoundFacts, written
from proposals.voting.rules.channels import Channel
from proposals.voting.rules.dots import impossible
from proposals.voting.rules.rounds import Stage

SETTLED = 3


async def enter_count(
    one: RoundFacts,
    sheet: int,
    counts: Mapping[int, int],
    people: int,
    *,
    by: Actor,
    now: datetime,
) -> CountedSheet:
    """Enter or change one's own count of a sheet; equal counts of two settle it."""
    async with transaction():
        known = await _countable(one)
        await _check(known, sheet, counts, people)
        found = await _sheet(known, sheet)
        if found.settled is not None:
            raise TooLate("sheet_nothing_to_settle")
        entry = _entry_of(found, str(by.id))
        await _write(
            known,
            sheet,
            entry,
            Count(by=str(by.id), people=people, counts=counts),
            now=now,
        )
        await note_of(
            Act.SHEET_COUNTED, one.id, one.key, by=by, now=now, facts={"sheet": sheet}
        )
        return await _sheet(known, sheet)


async def settle_sheet(
    one: RoundFacts,
    sheet: int,
    counts: Mapping[int, int],
    people: int,
    *,
    by: Actor,
    now: datetime,
) -> None:
    """Let a third person say what counts where two have counted differently."""
    async with transaction():
        known = await _countable(one)
        await _check(known, sheet, counts, people)
        found = await _sheet(known, sheet)
        if not found.open_to_both:
            raise TooLate("sheet_nothing_to_settle")
        if found.own(str(by.id)) is not None:
            raise NotAllowed("sheet_settle_by_third")
        count = Count(by=str(by.id), people=people, counts=counts)
        await _write(known, sheet, SETTLED, count, now=now)
        await note_of(
            Act.SHEET_SETTLED, one.id, one.key, by=by, now=now, facts={"sheet": sheet}
        )


async def _countable(one: RoundFacts) -> RoundFacts:
    known = await locked_round(one.id)
    if Channel.PAPER not in known.channels:
        raise NotAllowed("vote_channel_shut")
    if known.stage is Stage.DRAFT:
        raise TooEarly("round_not_open_yet")
    if known.stage is Stage.CLOSED:
        raise TooLate("round_over")
    return known


async def _check(
    one: RoundFacts, sheet: int, counts: Mapping[int, int], people: int
) -> None:
    """Refuse what so many people cannot have given, here or on all sheets."""
    if not counts.keys() <= one.costs.keys() or min(counts.values(), default=0) < 0:
        raise Unusable("vote_unknown_option")
    found = impossible(counts, people, one.terms)
    if found and found.position:
        raise Unusable(
            "dots_more_on_one",
            position=found.position,
            given=found.given,
            allowed=found.allowed,
            people=people,
        )
    if found:
        raise Unusable(
            "dots_more_than_possible",
            given=found.given,
            allowed=found.allowed,
            people=people,
        )
    others = sum(
        max(count.people for count in each.entries.values())
        for each in await sheets_of(one.id)
        if each.number != sheet
    )
    paper = (await handed_out(one)).paper
    if others + people > paper:
        raise Unusable("dots_more_people", given=others + people, allowed=paper)


def _entry_of(found: CountedSheet, by: str) -> int:
    for entry in (1, 2):
        if entry not in found.entries or found.entries[entry].by == by:
            return entry
    raise Conflict("sheet_counted_by_two")


async def _sheet(one: RoundFacts, sheet: int) -> CountedSheet:
    found = {each.number: each for each in await sheets_of(one.id)}
    return found.get(sheet) or CountedSheet(number=sheet, entries={})


async def _write(
    one: RoundFacts, sheet: int, entry: int, count: Count, *, now: datetime
) -> None:
    await fetch(
        'INSERT INTO paper_count (id, in_round, sheet, entry, "by", people, counts, '
        "entered_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (in_round, sheet, entry) DO UPDATE SET people = excluded.people, "
        "counts = excluded.counts, entered_at = excluded.entered_at",
        uuid4(),
        one.id,
        sheet,
        entry,
        count.by,
        count.people,
        written({place: dots for place, dots in count.counts.items() if dots}),
        now,
    )
