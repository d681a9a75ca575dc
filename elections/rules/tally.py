"""The result of a count with everything that led to it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction

from elections.rules.ballots import Reason

Number = int | Fraction


class Step(StrEnum):
    """What happened in a stage."""

    FIRST_VOTES = "first_votes"
    VOTES = "votes"
    ELECTED = "elected"
    SURPLUS = "surplus"
    EXCLUDED = "excluded"
    DOOMED = "doomed"  # excluded because a quota leaves no seat for them
    RUNOFF = "runoff"
    COMPARISON = "comparison"
    SEATS = "seats"  # seats of the lists
    COMPLETION = "completion"


class TieOver(StrEnum):
    """What a tie decides."""

    SEAT = "seat"
    DEPUTIES = "deputies"
    NOTHING = "nothing"  # whatever the lot, the same people are elected


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """One step of the count with the votes after it."""

    step: Step
    votes: tuple[tuple[str, Number], ...] = ()
    elected: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    transferred: tuple[str, ...] = ()  # whose surplus moved on
    facts: tuple[tuple[str, Number], ...] = ()
    decimals: int = 0  # how many the rule prints; 0: whole numbers or fractions


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """People whom the rule does not part; `seats` of them are still to be filled."""

    candidates: tuple[str, ...]
    seats: int
    over: TieOver = TieOver.SEAT
    settled_by_lot: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Who is elected, who stands in, what the lot must settle, and why."""

    method: str
    seats: int
    valid: int
    abstained: int
    spoiled: tuple[tuple[Reason, int], ...]
    winners: tuple[str, ...]
    deputies: tuple[tuple[str, ...], ...]  # in groups that only a lot can part
    ties: tuple[Tie, ...]
    stages: tuple[Stage, ...]
    complete: bool = True  # no: the count stopped at a tie it could not look behind

    @property
    def decided(self) -> bool:
        """Tell whether no lot is needed for a seat."""
        return not any(
            tie.over is TieOver.SEAT and tie.settled_by_lot is None for tie in self.ties
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One way through a count; deputies in groups that the rule does not part."""

    winners: tuple[str, ...]
    deputies: tuple[tuple[str, ...], ...] = ()
    stages: tuple[Stage, ...] = field(default=())


def table(votes: Iterable[tuple[str, Number]]) -> tuple[tuple[str, Number], ...]:
    """Sort votes by name, so that the order of the list cannot be seen."""
    return tuple(sorted(votes))
