"""What becomes of a letter after a try: sent, tried again, or left to people."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from lip.mail.rules.letters import Fate, Trouble

WAITS: Final = tuple(
    timedelta(minutes=minutes)
    for minutes in (1, 5, 15, 30, 60, 120, 240, 480, 960, 1440, 1440)
)
"""The pause after each try; after the last one, more than three days have gone."""

UNTRIED_WAIT: Final = timedelta(minutes=2)
"""The pause of all letters while the mail server cannot be reached."""

SET_UP_WAIT: Final = timedelta(minutes=10)
"""The same while it does not let us in: others might lock us out if we hammered."""

BEFORE_TEXT: Final = timedelta(minutes=5)
"""A letter that has been taken up and not handed over is free again after this."""

AFTER_TEXT: Final = timedelta(minutes=15)
"""RFC 5321 gives a server ten minutes for its receipt; after this it is missing."""

_FINAL: Final = {
    Trouble.NONE: Fate.SENT,
    Trouble.ADDRESS_UNUSABLE: Fate.FAILED,
    Trouble.ADDRESS_BEYOND_ASCII: Fate.FAILED,
    Trouble.REFUSED: Fate.FAILED,
    Trouble.TOO_LATE: Fate.FAILED,
    Trouble.GAVE_UP: Fate.FAILED,
    Trouble.NO_RECEIPT: Fate.UNCERTAIN,
    Trouble.STOPPED_MIDWAY: Fate.UNCERTAIN,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What a letter is after a try, and when the next one is."""

    fate: Fate
    trouble: Trouble
    next_try_at: datetime | None = None


def after_try(
    trouble: Trouble, *, tries: int, now: datetime, send_until: datetime | None = None
) -> Verdict:
    """Judge a letter that has been tried so many times, this one included."""
    if trouble in _FINAL:
        return Verdict(fate=_FINAL[trouble], trouble=trouble)
    if tries > len(WAITS):
        return Verdict(fate=Fate.FAILED, trouble=Trouble.GAVE_UP)
    again = now + WAITS[max(0, tries - 1)]
    if send_until is not None and again > send_until:
        return Verdict(fate=Fate.FAILED, trouble=Trouble.TOO_LATE)
    return Verdict(fate=Fate.WAITING, trouble=trouble, next_try_at=again)


def pause(trouble: Trouble) -> timedelta:
    """Say how long all letters wait while none of them can be tried."""
    return UNTRIED_WAIT if trouble is Trouble.UNREACHABLE else SET_UP_WAIT


def by_code(code: int) -> Trouble:
    """Read a server's answer (RFC 5321, 4.2.1); what is none is no receipt."""
    match code // 100:
        case 2:
            return Trouble.NONE
        case 4:
            return Trouble.TOLD_TO_WAIT
        case 5:
            return Trouble.REFUSED
        case _:
            return Trouble.NO_RECEIPT
