"""What an election by crosses may look like before the polls open."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Final


class Method(StrEnum):
    """The methods by crosses, by the names under which they are counted."""

    BLOCK = "block"
    LIMITED = "limited"
    APPROVAL = "approval"


class Fault(StrEnum):
    """Why the polls cannot open like this."""

    SEATS = "election_seats"
    VOTES = "election_votes"
    TOO_FEW_STAND = "election_too_few_stand"
    EMPTY_ROLL = "election_empty_roll"


MOST_SEATS: Final = 40
MOST_STANDING: Final = 60


def votes_each(method: Method, *, seats: int, wished: int, standing: int) -> int:
    """
    Say how many crosses a ballot has.

    >>> votes_each(Method.BLOCK, seats=4, wished=1, standing=9)
    4
    >>> votes_each(Method.LIMITED, seats=4, wished=2, standing=9)
    2
    """
    if method is Method.BLOCK:
        return seats
    return standing if method is Method.APPROVAL else wished


def faults(
    method: Method, *, seats: int, wished: int, standing: int, entitled: int
) -> Sequence[Fault]:
    """List all that keeps the polls from opening."""
    found = []
    if not 1 <= seats <= MOST_SEATS:
        found.append(Fault.SEATS)
    if method is Method.LIMITED and not 1 <= wished < max(seats, 2):
        found.append(Fault.VOTES)
    if standing < 1:
        found.append(Fault.TOO_FEW_STAND)
    if entitled < 1:
        found.append(Fault.EMPTY_ROLL)
    return found
