"""What the board should know before the polls open, though nothing forbids it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

FEWEST_TOGETHER: Final = 5
"""Among fewer the result tells how somebody voted (ADR 0020)."""


class RemarkCode(StrEnum):
    """What follows from how things stand."""

    NOBODY_STANDS = "nobody_stands"
    SEATS_STAY_EMPTY = "seats_stay_empty"
    ALL_ARE_ELECTED = "all_are_elected"
    ALL_GO_ON = "all_go_on"
    NOBODY_VOTES = "nobody_votes"
    FEW_VOTE = "few_vote"
    SEEN_THROUGH = "seen_through"


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """One thing to know; `associations` with how many vote for each."""

    code: RemarkCode
    associations: tuple[tuple[str, int], ...] = ()


def remarks(
    *,
    seats: int,
    advance: int,
    standing: int,
    voters: Sequence[str],
    own_limit: int | None,
) -> Sequence[Remark]:
    """
    List what should be known; `voters` is the association of each voter.

    >>> found = remarks(seats=4, advance=0, standing=3, voters=[""] * 9, own_limit=None)
    >>> [one.code.value for one in found]
    ['seats_stay_empty']
    """
    codes = []
    if standing == 0:
        codes.append(RemarkCode.NOBODY_STANDS)
    elif standing < seats:
        codes.append(RemarkCode.SEATS_STAY_EMPTY)
    elif standing == seats:
        codes.append(RemarkCode.ALL_ARE_ELECTED)
    if advance and 0 < standing <= advance:
        codes.append(RemarkCode.ALL_GO_ON)
    if not voters:
        codes.append(RemarkCode.NOBODY_VOTES)
    elif len(voters) < FEWEST_TOGETHER:
        codes.append(RemarkCode.FEW_VOTE)
    found = [Remark(code=code) for code in codes]
    small = seen_through(voters)
    if own_limit is not None and small:
        found.append(Remark(code=RemarkCode.SEEN_THROUGH, associations=small))
    return found


def seen_through(voters: Iterable[str]) -> tuple[tuple[str, int], ...]:
    """Name the associations for which so few vote that their ballots tell of them."""
    counted = Counter(name for name in voters if name)
    return tuple(
        sorted((name, many) for name, many in counted.items() if many < FEWEST_TOGETHER)
    )
