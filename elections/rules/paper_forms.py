"""How a ballot is filled in: which rows it has, and what may be put beside each."""

from collections.abc import Collection
from enum import StrEnum
from typing import Final

from elections.rules.ballots import SPOILED_ON_PURPOSE, Marks
from elections.rules.planning import LISTS, RANKED, SCORED, Method


class Form(StrEnum):
    """What a voter does with a name; `SEVERAL` is one or more crosses."""

    CROSSES = "crosses"
    SEVERAL = "several"
    RANKS = "ranks"
    POINTS = "points"
    LIST = "list"


EQUAL_RANKS: Final = frozenset({Method.SCHULZE})
"""Where two may have the same rank."""
GAPS_END: Final = frozenset({Method.STV_SCOTTISH})
"""Where a paper holds up to the first rank that is missing."""
WITH_LISTS: Final = LISTS | {Method.CUMULATIVE}
"""Where candidates may stand together on a list."""


def form_of(method: Method) -> Form:
    """Say how a ballot of this method is filled in."""
    if method in RANKED:
        return Form.RANKS
    if method in SCORED:
        return Form.POINTS
    if method in LISTS:
        return Form.LIST
    return Form.SEVERAL if method is Method.CUMULATIVE else Form.CROSSES


def highest(form: Form, *, most: int, standing: int) -> int:
    """
    Say which number may be the highest beside a name.

    `most` is the highest score or the votes for one person.
    """
    if form is Form.RANKS:
        return standing
    return most if form in {Form.POINTS, Form.SEVERAL} else 1


def can_be_filled_in(
    marks: Marks, names: Collection[str], form: Form, *, most: int
) -> bool:
    """
    Say whether the ballot page can give these marks, spoiled ones too.

    What no page can give would be a sign by which somebody else finds the ballot.
    """
    if marks == SPOILED_ON_PURPOSE:
        return True
    marked = [name for name, _ in marks]
    if len(set(marked)) < len(marked) or not set(marked) <= set(names):
        return False
    least = 0 if form is Form.POINTS else 1
    top = highest(form, most=most, standing=len(names))
    return all(least <= number <= top for _, number in marks)
