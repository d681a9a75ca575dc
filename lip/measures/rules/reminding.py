"""When an office may be reminded of a measure."""

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from lip.measures.rules.kinds import StatusKind

PAUSE: Final = timedelta(days=30)
"""Nobody is reminded more often; who gets letters every week stops to read them."""


class Reminding(StrEnum):
    """Whether a letter may go, or why not."""

    MAY = "may"
    NOBODY = "no_office_to_remind"
    LATELY = "reminded_lately"
    NEEDLESS = "nothing_to_remind_of"


def reminding(
    status: StatusKind, address: str, *, reminded_at: datetime | None, now: datetime
) -> Reminding:
    """Decide whether the office may be reminded now."""
    if status in {StatusKind.DONE, StatusKind.NOT_PURSUED}:
        return Reminding.NEEDLESS
    if not address:
        return Reminding.NOBODY
    if reminded_at is not None and now < reminded_at + PAUSE:
        return Reminding.LATELY
    return Reminding.MAY
