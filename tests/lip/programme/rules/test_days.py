"""A programme by days and times."""

from datetime import timedelta
from zoneinfo import ZoneInfo

from lip.programme.rules.days import by_days
from tests.factories import BERLIN
from tests.lip.programme.rules.sessions import a_session
from tests.programmes import at


def test_what_begins_at_one_time_stands_side_by_side():
    talk = a_session("10:00", "11:00", "A")
    workshop = a_session("10:00", "12:00", "B")
    closing = a_session("12:00", "13:00", "A")

    [day] = by_days([closing, workshop, talk], BERLIN)

    assert [slot.sessions for slot in day.slots] == [(talk, workshop), (closing,)]


def test_a_late_session_stands_where_it_really_begins():
    late = a_session("10:00", "11:00", "A", late_minutes=90, ends_late_minutes=90)
    other = a_session("11:00", "12:00", "B")

    [day] = by_days([late, other], BERLIN)

    assert [slot.sessions for slot in day.slots] == [(other,), (late,)]


def test_days_are_those_of_the_place_and_a_delay_past_midnight_stays_on_its_day():
    evening = a_session("23:30", "23:50", late_minutes=60, ends_late_minutes=60)
    tomorrow = at("09:00") + timedelta(days=1)
    morning = a_session(tomorrow, tomorrow + timedelta(hours=1))

    here = by_days([morning, evening], BERLIN)
    there = by_days([morning, evening], ZoneInfo("Asia/Tokyo"))

    assert [one.day.day for one in here] == [28, 29]
    assert [one.day.day for one in there] == [29]
