"""A line as a machine: people come, go and return, and hypothesis chooses when."""

from uuid import UUID

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    consumes,
    invariant,
    rule,
)

from lip.registration.rules.places import Seats, Waiting, moving_up

TOWN, CLUB = UUID(int=901), UUID(int=902)


class Line(RuleBasedStateMachine):
    """Parties register, give up and register again; every act fills the places."""

    parties = Bundle("parties")
    gone = Bundle("gone")

    def __init__(self) -> None:
        super().__init__()
        self.whole = 6
        self.limits: dict[UUID, int | None] = {TOWN: 3, CLUB: None}
        self.held: list[Waiting] = []
        self.queue: list[Waiting] = []
        self.came: dict[Waiting, int] = {}
        self.number = 0

    def seats(self) -> Seats:
        in_group = {
            group: sum(len(one.people) for one in self.held if one.group == group)
            for group in self.limits
        }
        many = sum(len(one.people) for one in self.held)
        return Seats(whole=self.whole, held=many, groups=self.limits, held_in=in_group)

    def fill(self) -> None:
        moving = moving_up(self.queue, self.seats())
        for one in moving:
            self.queue.remove(one)
            self.held.append(one)
        for one in moving:
            before = [
                other
                for other in self.queue
                if self.came[other] < self.came[one] and other.group == one.group
            ]
            assert not any(other.fits_at_all(self.seats()) for other in before)

    def join(self, one: Waiting) -> None:
        self.came[one] = len(self.came) + self.number
        self.queue.append(one)
        self.fill()

    @rule(
        target=parties,
        many=st.integers(1, 4),
        group=st.sampled_from([None, TOWN, CLUB]),
    )
    def register(self, many: int, group: UUID | None) -> Waiting:
        self.number += many
        people = tuple(UUID(int=self.number - place) for place in range(many))
        one = Waiting(people=people, group=group)
        self.join(one)
        return one

    @rule(target=gone, one=consumes(parties))
    def give_up(self, one: Waiting) -> Waiting:
        (self.held if one in self.held else self.queue).remove(one)
        self.fill()
        return one

    @rule(target=parties, one=consumes(gone))
    def return_(self, one: Waiting) -> Waiting:
        self.number += 1
        self.came.pop(one)
        self.join(one)
        return one

    @rule(more=st.integers(0, 3))
    def raise_seats(self, more: int) -> None:
        self.whole += more
        self.fill()

    @invariant()
    def never_above_the_places(self) -> None:
        seats = self.seats()
        assert seats.held <= self.whole
        assert seats.held_in[TOWN] <= (self.limits[TOWN] or 0)

    @invariant()
    def nobody_waits_who_could_move_up(self) -> None:
        assert moving_up(self.queue, self.seats()) == []


Line.TestCase.settings = settings(max_examples=60, stateful_step_count=30)
TestLine = Line.TestCase
