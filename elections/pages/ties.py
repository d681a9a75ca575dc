"""What the board sees while a seat is tied: who, and what may decide."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from elections.queries.consents import TypedIn, lots_typed_in
from elections.queries.elections import ElectionFacts
from elections.queries.rounds import later_round
from elections.records import counted
from elections.rules.lots import FEWEST_DIGITS
from elections.rules.rounds import goes_on, tied_for_seats
from elections.rules.stages import PollStage, RoundKind, TieRule
from elections.shown_stages import Person, people_of, person_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Settling:
    """Who is level, for how many seats, and which ways there are."""

    tied: Sequence[Person]
    seats: int
    onward: Sequence[Person]
    runoff: bool
    lot: bool
    later: ElectionFacts | None
    typed: TypedIn
    typed_oneself: bool
    fewest: int = FEWEST_DIGITS

    @property
    def choices(self) -> list[tuple[str, str]]:
        """Offer those who are level, by mark."""
        return [(one.mark, one.name) for one in self.tied]


async def settling_of(election: ElectionFacts, officer: UUID | None) -> Settling | None:
    """Say what is to be settled; None before the count."""
    known = await counted(election)
    if known is None:
        return None
    people = people_of(known.bundle)
    tied, seats = tied_for_seats(known.tally)
    later = await later_round(election.id)
    typed = await lots_typed_in(election.id)
    first = bool(election.advance)
    runoff = (
        bool(tied)
        and not first
        and election.ties is TieRule.RUNOFF
        and election.round_kind is not RoundKind.RUNOFF
        and set(people).issuperset(tied)
        and not any(mark.startswith("l") for mark in tied)
    )
    is_counted = election.stage is PollStage.COUNTED
    return Settling(
        tied=[person_of(people, mark) for mark in tied],
        seats=seats,
        onward=[person_of(people, mark) for mark in goes_on(known.tally)]
        if first
        else [],
        runoff=runoff and later is None,
        lot=bool(tied) and not runoff and later is None and is_counted,
        later=later,
        typed=typed,
        typed_oneself=officer in typed.officers,
    )
