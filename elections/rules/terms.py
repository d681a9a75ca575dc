"""What was agreed before the vote: seats, quotas, completion, thresholds."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from types import MappingProxyType

from elections.rules.uncountable import Uncountable


class Completion(StrEnum):
    """What fills the seats that Equal Shares leaves empty; part of the rule's name."""

    NONE = "none"
    ADD1 = "add1"
    ADD1_COMPARISON = "add1-comparison"
    PHRAGMEN = "phragmen"
    APPROVAL = "approval"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quota:
    """At least or at most so many seats for those whose attribute has this value."""

    attribute: str
    value: str
    at_least: int = 0
    at_most: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotas:
    """All quotas together, and each candidate's attributes."""

    rules: tuple[Quota, ...] = ()
    attributes: Mapping[str, Mapping[str, str]] = field(
        default_factory=lambda: MappingProxyType({})
    )

    def __post_init__(self) -> None:
        for rule in self.rules:
            if rule.at_least < 0 or (
                rule.at_most is not None and rule.at_most < rule.at_least
            ):
                raise Uncountable("quota_contradicts_itself", value=rule.value)

    def of(self, candidate: str, attribute: str) -> str | None:
        """Look up one attribute of one candidate."""
        return self.attributes.get(candidate, {}).get(attribute)


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """How one contest is counted."""

    seats: int
    quotas: Quotas = field(default_factory=Quotas)
    lot: tuple[str, ...] = ()  # the order that the lot gave; empty: ties stay open
    votes_each: int | None = None  # votes on each paper
    votes_per_candidate: int | None = None  # cumulative: at most so many for one
    own_limit: int | None = None  # at most so many for one's own association
    association: str = "association"  # the attribute that names it
    completion: Completion | None = None
    highest_score: int | None = None
    threshold: Fraction = Fraction(0)  # lists below this share get no seat
    preference: Fraction | None = None  # so far above the average one jumps the list
    excluded_first: frozenset[str] = frozenset()  # counted once, then transferred

    def __post_init__(self) -> None:
        if self.seats < 1:
            raise Uncountable("no_seats")
