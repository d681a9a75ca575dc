"""
Ballots as values: what was marked, for whom the seats are, what spoils a paper.

Every kind of paper is a tuple of pairs (name, number): the number is the rank on a
ranked paper, the number of crosses on a marked one, the points on a scored one.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

Marks = tuple[tuple[str, int], ...]

SPOILED_ON_PURPOSE: Marks = (("", 1),)
"""What a ballot says that its voter wants to be invalid."""


class Kind(StrEnum):
    """What the numbers on a paper mean."""

    RANKED = "ranked"
    MARKED = "marked"
    POINTS = "points"


class Reason(StrEnum):
    """Why a paper is spoiled."""

    DUPLICATE = "duplicate"  # the same name twice
    UNKNOWN = "unknown"  # a name that does not stand
    TOO_MANY = "too_many"  # more votes than the paper has
    OWN_LIMIT = "own_limit"  # too many votes for one's own association
    OUT_OF_RANGE = "out_of_range"  # below zero or above the highest score
    UNCLEAR = "unclear"  # no single first preference
    ON_PURPOSE = "on_purpose"  # the voter said so


class Ballot(NamedTuple):
    """Equal papers: what they say, how many, and the voters' association if known."""

    marks: Marks
    times: int = 1
    group: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyList:
    """A list of candidates; `members` in the order of the list."""

    name: str
    members: tuple[str, ...] = ()
    single: bool = False  # one person standing alone


@dataclass(frozen=True, slots=True, kw_only=True)
class Contest:
    """One question with its candidates and all its papers."""

    kind: Kind
    candidates: tuple[str, ...]
    ballots: tuple[Ballot, ...]
    title: str = ""
    seats: int | None = None
    votes_each: int | None = None  # how many marks the paper has room for
    withdrawn: frozenset[str] = frozenset()
    lists: tuple[PartyList, ...] = ()
    costs: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    budget: int | None = None
    completion: str = ""  # what the file itself says about Equal Shares

    @property
    def standing(self) -> tuple[str, ...]:
        """Name who can be elected, sorted: no order of list has any effect."""
        return tuple(sorted(set(self.candidates) - self.withdrawn))
