"""What the board shows at a time."""

from datetime import timedelta

import pytest

from lip.programme.rules.board import board_day, shown_count
from tests.factories import BERLIN
from tests.lip.programme.rules.sessions import a_session
from tests.programmes import at

FOUR = [a_session("10:00", "11:00", name) for name in "ABCD"]


def rooms(part: int) -> list[str]:
    day = board_day(FOUR, at("10:30"), zone=BERLIN, part=part)
    return [line.room.name for line in day.rooms if line.room]


def test_four_rooms_stand_two_by_two():
    assert (rooms(1), rooms(2)) == (["A", "B"], ["C", "D"])


@pytest.mark.parametrize("part, shown", [(0, 1), (-5, 1), (3, 2), (10**9, 2)])
def test_a_part_that_is_not_there_is_the_nearest(part: int, shown: int):
    day = board_day(FOUR, at("10:30"), zone=BERLIN, part=part)

    assert (day.part, day.parts) == (shown, 2)


def test_after_the_last_session_of_a_day_comes_the_next_day():
    tomorrow = at("09:00") + timedelta(days=1)
    late = a_session(tomorrow, tomorrow + timedelta(hours=1), "A")

    today = board_day([*FOUR, late], at("10:30"), zone=BERLIN)
    evening = board_day([*FOUR, late], at("19:00"), zone=BERLIN)

    assert today.day == at("10:30").date()
    assert [
        line.next for line in today.rooms if line.room and line.room.name == "A"
    ] == [None]
    assert evening.day == tomorrow.date()
    assert [line.next for line in evening.rooms] == [late]


def test_when_all_is_over_nothing_is_left():
    day = board_day(FOUR, at("23:00"), zone=BERLIN)

    assert (day.day, day.rooms) == (None, ())


@pytest.mark.parametrize("present, shown", [(0, None), (4, None), (5, 5), (200, 200)])
def test_few_people_are_not_counted_in_public(present: int, shown: int | None):
    assert shown_count(present) == shown
