"""Places in a row with gaps between them, so that few change when one moves."""

from collections.abc import Sequence
from typing import Final

GAP: Final = 1024


def places_between(low: int | None, high: int | None, many: int) -> list[int] | None:
    """
    Find places after one and before another; None where there is too little room.

    >>> places_between(None, None, 2)
    [1024, 2048]
    >>> places_between(1024, 2048, 1), places_between(3, 4, 1)
    ([1536], None)
    """
    if high is None:
        start = 0 if low is None else low
        return [start + GAP * (at + 1) for at in range(many)]
    if low is None:
        return [high - GAP * (many - at) for at in range(many)]
    if high - low <= many:
        return None
    return [low + (high - low) * (at + 1) // (many + 1) for at in range(many)]


def evenly(many: int) -> list[int]:
    """Give places for so many from the beginning."""
    return [GAP * (at + 1) for at in range(many)]


def inserted(standing: Sequence[int], at: int, many: int) -> tuple[list[int], bool]:
    """
    Find places for some that go before the one `at` among those that stand there.

    Where there is no room the answer is places for all of them, and True.

    >>> inserted([1024, 2048], 1, 1)
    ([1536], False)
    >>> inserted([1, 2], 1, 1)
    ([1024, 2048, 3072], True)
    """
    low = standing[at - 1] if at > 0 else None
    high = standing[at] if at < len(standing) else None
    places = places_between(low, high, many)
    if places is None:
        return evenly(len(standing) + many), True
    return places, False
