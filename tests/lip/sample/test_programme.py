"""The programme of the sample: once, and on a later day moved there."""

from datetime import timedelta

import pytest

from lip.conference.actions.announce import Announcement, change_conference
from lip.conference.queries.conferences import conference_by_key
from lip.journal.rules.entries import COMMAND
from lip.programme.queries.sessions import programme_of, rooms_of
from lip.programme.rules.overlaps import Doubt, warnings
from lip.sample.programme import fill_in_programme
from lip.sample.programme_texts import ROOMS, SESSIONS
from tests.factories import clock, make_conference, whole_days

pytestmark = pytest.mark.anyio


async def test_filling_in_twice_changes_nothing(db):
    place = await make_conference(days=whole_days(clock() + timedelta(days=1)))

    await fill_in_programme(place, now=clock())
    once = await programme_of(place.id)
    await fill_in_programme(place, now=clock())

    assert await programme_of(place.id) == once
    assert len(once) == len(SESSIONS)
    assert len(await rooms_of(place.id)) == len(ROOMS)


async def test_it_runs_late_and_nothing_overlaps(db):
    place = await make_conference(days=whole_days(clock() + timedelta(days=1)))

    await fill_in_programme(place, now=clock())

    sessions = await programme_of(place.id)
    doors = [(one.open, one.close) for one in place.days]
    found = {one.doubt for one in warnings(sessions, doors=doors)}
    assert found <= {Doubt.OUTSIDE_DOORS}
    assert any(one.late_minutes for one in sessions)
    assert all(set(one.title) == {"de", "en", "ar"} for one in sessions)


async def test_a_sample_of_an_earlier_day_moves_with_its_conference(db):
    tomorrow = clock() + timedelta(days=1)
    place = await make_conference(days=whole_days(tomorrow))
    await fill_in_programme(place, now=clock())
    before = await programme_of(place.id)
    days = whole_days(tomorrow + timedelta(days=3))
    said = Announcement(title=place.title, days=days)
    await change_conference(place.key, said, by=COMMAND, now=clock())
    moved = await conference_by_key(place.key)

    await fill_in_programme(moved, now=tomorrow + timedelta(days=3))

    after = await programme_of(place.id)
    assert {one.id for one in after} == {one.id for one in before}
    assert after[0].starts_at == moved.days[0].open
