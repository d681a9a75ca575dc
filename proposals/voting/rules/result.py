"""The result of a voting round as a value: what was asked, what everything came to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from uuid import UUID

from lip.said import Said
from proposals.voting.rules.budget import Spending
from proposals.voting.rules.channels import Channel
from proposals.voting.rules.points import Method
from proposals.voting.rules.rounds import Completion, Subject

PEOPLE_TO_SHOW = 5
"""With fewer people a result would show what they gave."""


class Doubt(StrEnum):
    """What a reader must know about a count."""

    PAPER_NOT_IN_SHARES = "paper_not_in_shares"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a round asked: `most`, `each` and `budget` as in `points.Terms`."""

    number: int
    title: Said
    subject: Subject
    method: Method
    most: int = 1
    each: int = 1
    budget: int = 0
    completion: Completion = Completion.MOST_VOTES


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """What could be chosen, in the words of the round; `field` is its field's name."""

    id: UUID
    position: int
    title: Said
    called: int = 0
    field: Said = field(default_factory=Said)
    cost: int = 0
    text: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """So many people gave exactly this, by position of the options."""

    marks: Mapping[int, int]
    people: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A counted sheet of paper dots: the settled count only, not each entry."""

    people: int
    counts: Mapping[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where an option stands; `dots` of its points come from paper."""

    option: Option
    place: int
    tied: bool
    points: int
    people: int
    dots: int = 0
    agree: int = 0
    disagree: int = 0
    passed: int = 0

    @property
    def seen(self) -> int:
        """How many said anything, passes included."""
        return self.agree + self.disagree + self.passed


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldRanking:
    """The options of one field of action, ranked among themselves."""

    field: Said
    standings: tuple[Standing, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Participation:
    """How many took part; a way that few took is hidden (None)."""

    people: int
    by_channel: tuple[tuple[Channel, int | None], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """Everything a round came to. `lines` is kept for budgets only."""

    asked: Asked
    participation: Participation
    standings: tuple[Standing, ...]
    fields: tuple[FieldRanking, ...]
    spending: Spending | None = None
    lines: tuple[Line, ...] = ()
    doubts: tuple[Doubt, ...] = ()

    @property
    def too_few(self) -> bool:
        """Tell whether showing it would show what somebody gave."""
        return self.participation.people < PEOPLE_TO_SHOW

    @property
    def ties(self) -> int:
        """Count the places that several share."""
        return len({one.place for one in self.standings if one.tied})


def first(
    standings: Sequence[Standing], many: int
) -> tuple[Sequence[Standing], Sequence[Standing]]:
    """Part who surely is among the first `many` from those tied at the edge of it."""
    if many >= len(standings):
        return standings, ()
    edge = standings[many]
    sure = [one for one in standings if one.points > edge.points]
    if len(sure) == many:
        return sure, ()
    return sure, [one for one in standings if one.points == edge.points]


def share_of(many: int, people: int) -> Fraction:
    """Give a share as an exact fraction; of nobody it is nothing."""
    return Fraction(many, people) if people else Fraction(0)
