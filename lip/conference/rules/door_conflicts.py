"""What may be left to settle once scans made without network have arrived."""

from enum import StrEnum

from lip.conference.rules.admission import (
    Admission,
    Admitted,
    AlreadyInside,
    Reason,
    SteppedOut,
    TurnedAway,
)


class ConflictKind(StrEnum):
    """Why a person has to look at it."""

    TWO_DESKS = "two_desks"
    WAS_OUT = "was_out"
    CANCELLED = "cancelled"
    WAITING = "waiting"
    REISSUED = "reissued"
    UNKNOWN = "unknown"
    TIME = "time"
    WALK_IN = "walk_in"
    TWIN = "twin"
    UNREADABLE = "unreadable"


_BY_REASON = {
    "unknown": ConflictKind.UNKNOWN,
    "other_conference": ConflictKind.UNKNOWN,
    "called_off": ConflictKind.TIME,
    "cancelled": ConflictKind.CANCELLED,
    "waiting": ConflictKind.WAITING,
    "other_day": ConflictKind.TIME,
    "not_yet_open": ConflictKind.TIME,
    "closed": ConflictKind.TIME,
}


def conflict_of(admission: Admission) -> ConflictKind | None:
    """Say what is wrong with a scan that a device has answered with a welcome."""
    match admission:
        case Admitted():
            return None
        case AlreadyInside():
            return ConflictKind.TWO_DESKS
        case SteppedOut():
            return ConflictKind.WAS_OUT
        case TurnedAway(reason):
            return _kind(reason)


def _kind(reason: Reason) -> ConflictKind:
    return _BY_REASON[reason.value]
