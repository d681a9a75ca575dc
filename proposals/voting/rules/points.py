"""
What a person may give in a voting round, and what spoils it.

Marks name options and what each was given: points, 1 for an approval, or 1, 0 and -1
for agree, pass and disagree. An option that is not named was given nothing; nobody
must use up what she has.
"""

from collections.abc import Collection, Hashable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Final, TypeVar

Option = TypeVar("Option", bound=Hashable)
"""An option by its id or by its position."""


class Method(StrEnum):
    """How people vote in a round."""

    APPROVE = "approve"
    POINTS = "points"
    OPINION = "opinion"
    BUDGET = "budget"


class Mistake(StrEnum):
    """Why marks cannot be counted."""

    UNKNOWN_OPTION = "unknown_option"
    NOT_A_MARK = "not_a_mark"
    TOO_MANY = "too_many"
    TOO_MANY_ON_ONE = "too_many_on_one"
    OVER_BUDGET = "over_budget"


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """
    What a round allows.

    `most` is how many options or points a person may give in all, `each` how many
    points one option may get (1: no cumulating). `budget` is what the chosen options
    may cost together; zero where nothing has a price.
    """

    method: Method
    most: int = 1
    each: int = 1
    budget: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoiled:
    """A mistake, with what was given and what is allowed."""

    mistake: Mistake
    given: int = 0
    allowed: int = 0


NO_COSTS: Final[Mapping[Any, int]] = MappingProxyType({})


def spoiled(
    marks: Mapping[Option, int],
    terms: Terms,
    options: Collection[Option],
    costs: Mapping[Option, int] = NO_COSTS,
) -> Spoiled | None:
    """Find the first thing that keeps marks from being counted."""
    if any(option not in options for option in marks):
        return Spoiled(mistake=Mistake.UNKNOWN_OPTION)
    if terms.method is Method.OPINION:
        wrong = any(mark not in {-1, 0, 1} for mark in marks.values())
        return Spoiled(mistake=Mistake.NOT_A_MARK) if wrong else None
    if any(mark < 0 for mark in marks.values()):
        return Spoiled(mistake=Mistake.NOT_A_MARK)
    if terms.method is Method.BUDGET:
        return _over_budget(marks, terms, costs)
    return _too_many(marks, terms)


def _too_many(marks: Mapping[Option, int], terms: Terms) -> Spoiled | None:
    each = terms.each if terms.method is Method.POINTS else 1
    highest, given = max(marks.values(), default=0), sum(marks.values())
    if highest > each:
        return Spoiled(mistake=Mistake.TOO_MANY_ON_ONE, given=highest, allowed=each)
    if given > terms.most:
        return Spoiled(mistake=Mistake.TOO_MANY, given=given, allowed=terms.most)
    return None


def _over_budget(
    marks: Mapping[Option, int], terms: Terms, costs: Mapping[Option, int]
) -> Spoiled | None:
    if any(mark > 1 for mark in marks.values()):
        return Spoiled(mistake=Mistake.TOO_MANY_ON_ONE, given=2, allowed=1)
    spent = sum(costs.get(option, 0) for option, mark in marks.items() if mark)
    if spent > terms.budget:
        return Spoiled(mistake=Mistake.OVER_BUDGET, given=spent, allowed=terms.budget)
    return None


def left(
    marks: Mapping[Option, int],
    terms: Terms,
    costs: Mapping[Option, int] = NO_COSTS,
) -> int:
    """Say how many points, options or how much money a person has left to give."""
    if terms.method is Method.BUDGET:
        return terms.budget - sum(
            costs.get(option, 0) for option, mark in marks.items() if mark
        )
    return terms.most - sum(marks.values())
