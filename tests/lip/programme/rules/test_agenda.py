"""What runs now, and what comes next."""

from dataclasses import replace

import pytest

from lip.programme.rules.agenda import now_and_next, room_by_room
from tests.lip.programme.rules.sessions import a_session
from tests.programmes import at

OPENING = a_session("09:00", "10:00", title="Eröffnung")
HALL = a_session("10:00", "11:00", "Saal", title="Vortrag")
SMALL = a_session("10:00", "12:00", "Klein", title="Workshop")
CLOSING = a_session("12:00", "13:00", title="Schluss")
DAY = [CLOSING, SMALL, HALL, OPENING]


def titles(sessions) -> list[str]:
    return [one.title["de"] for one in sessions]


@pytest.mark.parametrize(
    "clock, now, following",
    [
        ("08:59", [], ["Eröffnung"]),
        ("09:00", ["Eröffnung"], ["Workshop", "Vortrag"]),
        ("09:59", ["Eröffnung"], ["Workshop", "Vortrag"]),
        ("10:00", ["Workshop", "Vortrag"], ["Schluss"]),
        ("11:00", ["Workshop"], ["Schluss"]),
        ("12:59", ["Schluss"], []),
        ("13:00", [], []),
    ],
)
def test_a_session_runs_from_its_beginning_until_before_its_end(
    clock: str, now: list[str], following: list[str]
):
    found = now_and_next(DAY, at(clock))

    assert (titles(found.now), titles(found.next)) == (now, following)


def test_what_is_late_counts_by_when_it_really_is():
    late = replace(OPENING, late_minutes=15, ends_late_minutes=15)

    found = now_and_next([late, HALL], at("09:10"))

    assert found.now == ()
    assert titles(found.next) == ["Eröffnung"]


def test_what_is_called_off_does_not_count():
    off = replace(HALL, called_off_at=at("08:00"))

    found = now_and_next([off, CLOSING], at("10:30"))

    assert found.now == ()
    assert titles(found.next) == ["Schluss"]


def test_a_person_sees_what_concerns_her():
    found = now_and_next(DAY, at("10:30"), mine=lambda one: one.id != HALL.id)

    assert titles(found.now) == ["Workshop"]


def test_each_room_has_its_own_now_and_next():
    rooms = room_by_room(DAY, at("11:30"), until=at("23:00"))

    assert [(line.room and line.room.name, line.now, line.next) for line in rooms] == [
        ("Klein", SMALL, None),
        ("Saal", None, CLOSING),
    ]


def test_rooms_stand_in_their_order_and_sessions_without_one_come_first():
    nowhere = a_session("10:00", "11:00", "", title="Rundgang")
    first = a_session("10:00", "11:00", "Z")
    assert first.room
    first = replace(first, room=replace(first.room, position=1))
    second = a_session("10:00", "11:00", "A")
    assert second.room
    second = replace(second, room=replace(second.room, position=2))

    rooms = room_by_room([second, first, nowhere], at("10:30"), until=at("23:00"))

    assert [line.room and line.room.name for line in rooms] == [None, "Z", "A"]


def test_what_begins_later_than_asked_for_is_left_out():
    assert room_by_room(DAY, at("08:00"), until=at("08:30")) == []
