"""What a scan at a room's door comes to."""

from uuid import UUID

import pytest

from lip.attendance.rules.room_door import (
    AtTheDoor,
    RoomCount,
    RoomOutcome,
    Way,
    decide,
)

HERE, THERE = UUID(int=1), UUID(int=2)


def who(**changes) -> AtTheDoor:
    usual = {
        "ours": True,
        "cancelled": False,
        "checked_in": True,
        "stepped_out": False,
        "room": None,
    }
    return AtTheDoor(**(usual | changes))


@pytest.mark.parametrize(
    "person, way, outcome",
    [
        (None, Way.IN, RoomOutcome.UNKNOWN),
        (who(ours=False), Way.IN, RoomOutcome.OTHER_CONFERENCE),
        (who(cancelled=True, checked_in=False), Way.IN, RoomOutcome.CANCELLED),
        (who(cancelled=True), Way.IN, RoomOutcome.CAME),
        (who(checked_in=False), Way.IN, RoomOutcome.NOT_CHECKED_IN),
        (who(stepped_out=True), Way.IN, RoomOutcome.STEPPED_OUT),
        (who(), Way.IN, RoomOutcome.CAME),
        (who(room=THERE), Way.IN, RoomOutcome.CAME),
        (who(room=HERE), Way.IN, RoomOutcome.CAME_BEFORE),
        (who(room=HERE), Way.OUT, RoomOutcome.LEFT),
        (who(room=HERE, stepped_out=True), Way.OUT, RoomOutcome.LEFT),
        (who(room=THERE), Way.OUT, RoomOutcome.NOT_INSIDE),
        (who(), Way.OUT, RoomOutcome.NOT_INSIDE),
    ],
)
def test_the_questions_are_asked_in_their_order(person, way, outcome):
    assert decide(person, session=HERE, way=way) is outcome


@pytest.mark.parametrize(
    "inside, holds, full, too_many",
    [(29, 30, False, 0), (30, 30, True, 0), (33, 30, True, 3), (99, None, False, 0)],
)
def test_a_full_room_is_told_and_nobody_is_turned_away(inside, holds, full, too_many):
    count = RoomCount(inside=inside, holds=holds)

    assert (count.is_full, count.too_many) == (full, too_many)
    assert decide(who(), session=HERE, way=Way.IN) is RoomOutcome.CAME
