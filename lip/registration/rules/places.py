"""
Places: who has one, who waits, and who moves up.

Whoever came first moves up first. People who were registered together wait together
and move up together: a family is not torn apart. So when the first on the list are
three and one place is free, that place stays free, and nobody passes them; one of the
three may give up hers, and then the others fit. Who waits only for a place in a full
group holds up that group, and no other.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from uuid import UUID


class Standing(StrEnum):
    """Where somebody stands with a place at a conference or in a session."""

    HELD = "held"
    WAITING = "waiting"


@dataclass(frozen=True, slots=True, kw_only=True)
class Seats:
    """How many places there are, and how many are held; None where nobody counts."""

    whole: int | None = None
    held: int = 0
    groups: Mapping[UUID, int | None] = field(default_factory=dict)
    held_in: Mapping[UUID, int] = field(default_factory=dict)

    def of(self, group: UUID | None) -> int | None:
        """Say how many places a group has at all."""
        return None if group is None else self.groups.get(group)

    def free(self) -> int | None:
        """Count the places that are free in the house, whoever may have them."""
        return None if self.whole is None else max(self.whole - self.held, 0)

    def free_in(self, group: UUID | None) -> int | None:
        """Count the places that a group has left, were there room in the house."""
        seats = self.of(group)
        if group is None or seats is None:
            return None
        return max(seats - self.held_in.get(group, 0), 0)

    def open_to(self, group: UUID | None) -> int | None:
        """Count the places that somebody of a group can have now."""
        limits = [
            left for left in (self.free(), self.free_in(group)) if left is not None
        ]
        return min(limits, default=None)

    def with_held(self, many: int, group: UUID | None) -> "Seats":
        """Give them as they are when so many more are held."""
        held_in = dict(self.held_in)
        if group is not None:
            held_in[group] = held_in.get(group, 0) + many
        return replace(self, held=self.held + many, held_in=held_in)


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """People who wait together, in one group."""

    people: tuple[UUID, ...]
    group: UUID | None = None

    def fits_at_all(self, seats: Seats) -> bool:
        """Tell whether there are so many places, taken or not."""
        limits = (seats.whole, seats.of(self.group))
        return all(limit is None or len(self.people) <= limit for limit in limits)


def moving_up(queue: Sequence[Waiting], seats: Seats) -> Sequence[Waiting]:
    """
    Choose who moves up now, the first of the queue first.

    >>> ada, ben = UUID(int=1), UUID(int=2)
    >>> pair = Waiting(people=(ada, ben))
    >>> moving_up([pair], Seats(whole=3, held=2))
    []
    >>> moving_up([pair], Seats(whole=3, held=1)) == [pair]
    True
    """
    moving: list[Waiting] = []
    full: set[UUID | None] = set()
    for one in queue:
        if one.group in full or not one.fits_at_all(seats):
            continue
        if _too_many(one, seats.free_in(one.group)):
            full.add(one.group)
            continue
        if _too_many(one, seats.free()):
            break
        moving.append(one)
        seats = seats.with_held(len(one.people), one.group)
    return moving


def _too_many(one: Waiting, free: int | None) -> bool:
    return free is not None and len(one.people) > free
