"""
What a scan at a room's door comes to.

The order of the questions is that of the house's door: is it one of our tickets, for
this conference, and has the person been let in today. A full room turns nobody away by
itself: people decide that, and they are told. Who comes into one room has left the
other.
"""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class Way(StrEnum):
    """Which way people go through the door."""

    IN = "in"
    OUT = "out"


class RoomOutcome(StrEnum):
    """What a scan came to."""

    CAME = "came"
    CAME_BEFORE = "came_before"
    LEFT = "left"
    NOT_INSIDE = "not_inside"
    TAKEN_BACK = "taken_back"
    NOT_CHECKED_IN = "not_checked_in"
    STEPPED_OUT = "stepped_out"
    CANCELLED = "cancelled"
    OTHER_CONFERENCE = "other_conference"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class AtTheDoor:
    """What is known of whoever stands there; `room` is the session she is in."""

    ours: bool
    cancelled: bool
    checked_in: bool
    stepped_out: bool
    room: UUID | None


def decide(who: AtTheDoor | None, *, session: UUID, way: Way) -> RoomOutcome:
    """Decide on one scan; a second one in the same direction changes nothing."""
    if who is None:
        return RoomOutcome.UNKNOWN
    if not who.ours:
        return RoomOutcome.OTHER_CONFERENCE
    if who.cancelled and not who.checked_in:
        return RoomOutcome.CANCELLED
    if way is Way.OUT:
        inside = who.room == session
        return RoomOutcome.LEFT if inside else RoomOutcome.NOT_INSIDE
    if not who.checked_in:
        return RoomOutcome.NOT_CHECKED_IN
    if who.stepped_out:
        return RoomOutcome.STEPPED_OUT
    return RoomOutcome.CAME_BEFORE if who.room == session else RoomOutcome.CAME


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomCount:
    """How many are in a room, how many have been, and how many it holds."""

    inside: int = 0
    came: int = 0
    holds: int | None = None

    @property
    def is_full(self) -> bool:
        """Tell whether nobody more fits."""
        return self.holds is not None and self.inside >= self.holds

    @property
    def too_many(self) -> int:
        """Count the people beyond what the room holds."""
        return max(0, self.inside - self.holds) if self.holds is not None else 0
