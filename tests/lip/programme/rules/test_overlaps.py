"""What organisers should look at."""

from dataclasses import replace

from lip.programme.rules.overlaps import Doubt, warnings
from lip.programme.rules.sessions import SpeakerFacts
from tests.lip.programme.rules.sessions import a_break, a_room, a_session
from tests.programmes import at

DOORS = [(at("08:00"), at("20:00"))]
SPEAKER = SpeakerFacts(id=a_room("x").id, name="Oksana")


def doubts(*sessions) -> list[Doubt]:
    return [one.doubt for one in warnings(sessions, doors=DOORS)]


def test_one_after_the_other_is_fine():
    assert doubts(a_session("09:00", "10:00"), a_session("10:00", "11:00")) == []


def test_two_at_a_time_in_one_room_are_not():
    found = doubts(a_session("09:00", "10:00"), a_session("09:59", "11:00"))

    assert found == [Doubt.SAME_ROOM]


def test_nobody_speaks_at_two_places():
    both = {"speakers": (SPEAKER,)}

    found = doubts(
        a_session("09:00", "10:00", "A", **both),
        a_session("09:30", "11:00", "B", **both),
    )

    assert found == [Doubt.SAME_SPEAKER]


def test_it_counts_when_they_really_are():
    late = a_session("09:00", "10:00", late_minutes=15, ends_late_minutes=15)

    assert doubts(late, a_session("10:00", "11:00")) == [Doubt.SAME_ROOM]


def test_what_is_called_off_is_in_nobodys_way():
    off = replace(a_session("09:00", "10:00"), called_off_at=at("08:00"))

    assert doubts(off, a_session("09:00", "10:00")) == []


def test_before_and_after_the_doors_is_said():
    assert doubts(a_session("07:59", "09:00")) == [Doubt.OUTSIDE_DOORS]
    assert doubts(a_session("19:00", "20:01")) == [Doubt.OUTSIDE_DOORS]


def test_more_seats_than_the_room_has_are_said():
    one = a_session("09:00", "10:00", seats=20)

    assert doubts(replace(one, room=a_room("Saal", seats=19))) == [
        Doubt.MORE_SEATS_THAN_ROOM
    ]
    assert doubts(replace(one, room=a_room("Saal", seats=20))) == []


def test_only_a_break_needs_no_room():
    assert doubts(a_session("09:00", "10:00", "")) == [Doubt.NO_ROOM]
    assert doubts(a_break("09:00", "10:00", "")) == []
