"""How comments are written: how long, and how many in a while by one person."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from proposals.rules.handing_in import Fault

LONGEST_COMMENT: Final = 2000
MOST_AT_ONCE: Final = 6
WHILE: Final = timedelta(minutes=10)


def fault_of(text: str) -> Fault | None:
    """Find what keeps a comment from being sent."""
    if not any(sign.isalnum() for sign in text):
        return Fault.NOTHING_TO_READ
    return Fault.TOO_LONG if len(text) > LONGEST_COMMENT else None


def minutes_to_wait(
    written: Sequence[datetime], *, now: datetime, most: int = MOST_AT_ONCE
) -> int:
    """
    Say how many minutes somebody waits before she may write again; 0: none.

    `written` are the times of what she wrote, in any order.
    """
    recent = sorted(at for at in written if at > now - WHILE)
    if len(recent) < most:
        return 0
    left = recent[-most] + WHILE - now
    return max(1, -(-int(left.total_seconds()) // 60))
