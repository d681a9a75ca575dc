"""What an election may look like before the polls open."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Final

from elections.rules.ballots import Kind


class Method(StrEnum):
    """The methods, by the names under which they are counted."""

    BLOCK = "block"
    LIMITED = "limited"
    SNTV = "sntv"
    CUMULATIVE = "cumulative"
    APPROVAL = "approval"
    EQUAL_SHARES = "equal-shares"
    PHRAGMEN = "phragmen"
    SCORE = "score"
    STAR = "star"
    STV_SCOTTISH = "stv-scottish"
    STV_MEEK = "stv-meek"
    IRV = "irv"
    SCHULZE = "schulze"
    HARE_NIEMEYER = "hare-niemeyer"
    SAINTE_LAGUE = "sainte-lague"
    DHONDT = "dhondt"

    @property
    def kind(self) -> Kind:
        """Say what the numbers on its ballots mean."""
        if self in RANKED:
            return Kind.RANKED
        return Kind.POINTS if self in SCORED else Kind.MARKED


RANKED: Final = frozenset({
    Method.STV_SCOTTISH,
    Method.STV_MEEK,
    Method.IRV,
    Method.SCHULZE,
})
SCORED: Final = frozenset({Method.SCORE, Method.STAR})
COUNTED_OUT: Final = frozenset({Method.LIMITED, Method.CUMULATIVE})
"""The board says how many votes each person has."""
LISTS: Final = frozenset({Method.HARE_NIEMEYER, Method.SAINTE_LAGUE, Method.DHONDT})
OWN_LIMITED: Final = frozenset({Method.BLOCK, Method.LIMITED})
"""Here votes for one's own association may be limited."""
ONE_SEAT: Final = frozenset({Method.IRV, Method.SCHULZE})


class Fault(StrEnum):
    """Why the polls cannot open like this."""

    SEATS = "election_seats"
    VOTES = "election_votes"
    ONE_SEAT = "election_one_seat"
    TOO_FEW_STAND = "election_too_few_stand"
    EMPTY_ROLL = "election_empty_roll"


MOST_SEATS: Final = 40
MOST_STANDING: Final = 60
MOST_VOTES: Final = 100
HIGHEST_SCORE: Final = 10


def votes_each(method: Method, *, seats: int, wished: int, standing: int) -> int:
    """
    Say how many votes a ballot has.

    >>> votes_each(Method.BLOCK, seats=4, wished=1, standing=9)
    4
    >>> votes_each(Method.LIMITED, seats=4, wished=2, standing=9)
    2
    """
    if method is Method.BLOCK:
        return seats
    if method in COUNTED_OUT:
        return wished
    if method is Method.SNTV or method in LISTS:
        return 1
    return standing


def votes_fit(method: Method, *, seats: int, wished: int) -> bool:
    """Say whether so many votes make sense with so many seats."""
    if method is Method.LIMITED:
        return 1 <= wished < max(seats, 2)
    return 1 <= wished <= MOST_VOTES


def faults(
    method: Method, *, seats: int, wished: int, standing: int, entitled: int
) -> Sequence[Fault]:
    """List all that keeps the polls from opening."""
    found = []
    if not 1 <= seats <= MOST_SEATS:
        found.append(Fault.SEATS)
    if seats > 1 and method in ONE_SEAT:
        found.append(Fault.ONE_SEAT)
    if not votes_fit(method, seats=seats, wished=wished):
        found.append(Fault.VOTES)
    if standing < 1:
        found.append(Fault.TOO_FEW_STAND)
    if entitled < 1:
        found.append(Fault.EMPTY_ROLL)
    return found
