"""Who holds the seats of a conference's elections: only who has accepted them."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from elections.outcome import outcome_of
from elections.queries.elections import ElectionFacts, elections_of, nominations_of
from elections.records import Counted, counted_rounds
from elections.rules.stages import PollStage


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Somebody who has accepted her election; `id` is that of her first nomination."""

    id: UUID
    name: str
    association: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FinalElection:
    """An election whose result is final, over all its rounds."""

    first: ElectionFacts
    rounds: Sequence[Counted]
    holders: Sequence[Holder]

    @property
    def last(self) -> ElectionFacts:
        """Give the round that decided it."""
        return self.rounds[-1].election


async def final_elections(conference: UUID) -> Sequence[FinalElection]:
    """List elections whose last round is final, in their order."""
    found = []
    for one in await elections_of(conference):
        if one.earlier is None and one.stage is PollStage.FINAL:
            rounds = await counted_rounds(one)
            if rounds and rounds[-1].election.stage is PollStage.FINAL:
                found.append(await _final(one, rounds))
    return found


async def _final(first: ElectionFacts, rounds: list[Counted]) -> FinalElection:
    """Name those who hold a seat: by the last answer, whatever round they came from."""
    known = {one.mark: one for one in await nominations_of(first.id)}
    outcome = await outcome_of(rounds)
    marks = [one.person.mark for one in outcome.elected if one.accepted]
    return FinalElection(
        first=first,
        rounds=rounds,
        holders=[
            Holder(id=one.id, name=one.name, association=one.association)
            for mark in marks
            if (one := known.get(mark)) is not None and one.name
        ],
    )
