"""Who moves up, and that nobody ever does above the places there are."""

from collections import Counter
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lip.registration.rules.places import Seats, Waiting, moving_up

TOWN, CLUB = UUID(int=901), UUID(int=902)


def waiting(*people: int, group: UUID | None = None) -> Waiting:
    return Waiting(people=tuple(UUID(int=one) for one in people), group=group)


CASES = {
    "nobody counts": ([waiting(1), waiting(2)], Seats(), [0, 1]),
    "the first moves up first": (
        [waiting(1), waiting(2)],
        Seats(whole=5, held=4),
        [0],
    ),
    "all is taken": ([waiting(1)], Seats(whole=5, held=5), []),
    "more are there than there are places": (
        [waiting(1)],
        Seats(whole=5, held=9),
        [],
    ),
    "a family is not torn apart, and nobody passes it": (
        [waiting(1, 2, 3), waiting(4)],
        Seats(whole=5, held=3),
        [],
    ),
    "a full group holds up nobody else": (
        [waiting(1, group=TOWN), waiting(2, group=CLUB)],
        Seats(whole=9, held=5, groups={TOWN: 5, CLUB: 2}, held_in={TOWN: 5}),
        [1],
    ),
    "within a group nobody passes": (
        [waiting(1, 2, group=TOWN), waiting(3, group=TOWN)],
        Seats(groups={TOWN: 3}, held=2, held_in={TOWN: 2}),
        [],
    ),
    "more people than places at all hold up nobody": (
        [waiting(1, 2, 3), waiting(4)],
        Seats(whole=2, held=1),
        [1],
    ),
    "the house is full though the group is not": (
        [waiting(1, group=CLUB)],
        Seats(whole=5, held=5, groups={CLUB: 9}),
        [],
    ),
}


@pytest.mark.parametrize("queue, seats, moving", CASES.values(), ids=CASES)
def test_who_moves_up(queue, seats, moving):
    assert moving_up(queue, seats) == [queue[place] for place in moving]


parties = st.lists(
    st.tuples(st.integers(1, 4), st.sampled_from([None, TOWN, CLUB])), max_size=12
)
limits = st.none() | st.integers(0, 12)


@st.composite
def queues(draw):
    count = 0
    queue = []
    for many, group in draw(parties):
        queue.append(waiting(*range(count, count + many), group=group))
        count += many
    return queue


@given(queues(), limits, limits, limits, st.integers(0, 6), st.integers(0, 6))
def test_never_above_the_places_there_are(queue, whole, town, club, in_town, in_club):
    seats = Seats(
        whole=whole,
        held=in_town + in_club,
        groups={TOWN: town, CLUB: club},
        held_in={TOWN: in_town, CLUB: in_club},
    )

    moving = moving_up(queue, seats)

    many = Counter({TOWN: in_town, CLUB: in_club})
    for one in moving:
        many[one.group] += len(one.people)
    if moving and whole is not None:
        assert many.total() <= whole
    for group, limit in ((TOWN, town), (CLUB, club)):
        if limit is not None and any(one.group == group for one in moving):
            assert many[group] <= limit


@given(queues(), limits)
def test_whoever_came_first_moves_up_first(queue, whole):
    alone = [Waiting(people=one.people) for one in queue]
    seats = Seats(whole=whole)

    moving = moving_up(alone, seats)

    could = [one for one in alone if one.fits_at_all(seats)]
    assert moving == could[: len(moving)]


@given(queues(), limits)
def test_who_is_left_over_does_not_fit_afterwards_either(queue, whole):
    seats = Seats(whole=whole)
    moved = moving_up(queue, seats)

    for one in moved:
        seats = seats.with_held(len(one.people), one.group)

    assert moving_up([one for one in queue if one not in moved], seats) == []
