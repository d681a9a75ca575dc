"""Organisers choose periods, and prolong them for a reason."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest

from lip.conference.actions.announce import Announcement, change_conference
from lip.conference.actions.delete_guests import count_guests
from lip.conference.actions.keeping import choose_periods, end_prolonging, prolong
from lip.conference.queries.keeping import (
    kept_of,
    longest_retention,
    prolonged,
    prolongings_of,
)
from lip.conference.rules.keeping import Periods
from lip.conference.tables import Need
from lip.errors import NotFound, Unusable
from lip.journal.queries import Filter, entries
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import COMMAND
from tests.factories import make_conference, make_participant, whole_days

pytestmark = pytest.mark.anyio

DAY = datetime(2026, 11, 24, 10, tzinfo=UTC)
KINDS = ("guests", "attendance")


async def held(place, *, until=date(2027, 12, 31), **changes):
    asked = {
        "until": until,
        "reason": "Der Geldgeber prüft noch.",
        "among": KINDS,
        "by": COMMAND,
        "now": DAY,
        "request": uuid4(),
    }
    await prolong(place, "guests", **(asked | changes))


async def acts() -> list[Act]:
    wanted = {Act.PERIODS_CHANGED, Act.RETENTION_PROLONGED, Act.PROLONGING_ENDED}
    return [one.act for one in await entries(Filter(acts=frozenset(wanted)))]


async def test_periods_are_set_and_journaled_once(db):
    place = await make_conference(days=whole_days(DAY), now=DAY)
    wanted = Periods(needs_days=3, guests_months=2, attendance_months=60)

    first = await choose_periods(place, wanted, by=COMMAND, now=DAY)
    again = await choose_periods(place, wanted, by=COMMAND, now=DAY)

    kept = await kept_of(place.id)
    assert (first, again) == (True, False)
    assert (kept.guests, kept.attendance) == (date(2027, 1, 24), date(2031, 11, 24))
    assert await acts() == [Act.PERIODS_CHANGED]


@pytest.mark.parametrize(
    "periods",
    [
        Periods(needs_days=366),
        Periods(needs_days=-1),
        Periods(guests_months=25),
        Periods(guests_months=0),
        Periods(attendance_months=121),
    ],
)
async def test_a_period_out_of_reach_is_refused(db, periods: Periods):
    place = await make_conference(days=whole_days(DAY), now=DAY)

    with pytest.raises(Unusable, match="period_out_of_reach"):
        await choose_periods(place, periods, by=COMMAND, now=DAY)


async def test_stored_needs_follow_the_new_period(db):
    place = await make_conference(days=whole_days(DAY), now=DAY)
    await make_participant(place, now=DAY, diet="vegan")

    await choose_periods(place, Periods(needs_days=2), by=COMMAND, now=DAY)

    assert await ends_of_needs() == [date(2026, 11, 26)]


async def test_stored_needs_follow_a_conference_that_moves(db):
    place = await make_conference(days=whole_days(DAY), now=DAY)
    await make_participant(place, now=DAY, diet="vegan")
    moved = whole_days(DAY + timedelta(days=30))

    said = Announcement(title=place.title, days=moved, needs_kept_days=14)
    await change_conference(place.key, said, by=COMMAND, now=DAY)

    assert await ends_of_needs() == [date(2027, 1, 7)]


async def ends_of_needs() -> list[date]:
    return [row["delete_on"] for row in await Need.select(Need.delete_on)]


async def test_what_is_prolonged_stays_until_its_new_day(db):
    place = await make_conference(days=whole_days(DAY), now=DAY)
    await make_participant(place, now=DAY)
    usual_end = datetime(2027, 5, 25, 10, tzinfo=UTC)

    before = await count_guests(usual_end)
    await held(place)

    assert before == {"konferenz": 1}
    assert await count_guests(usual_end) == {}
    assert await count_guests(datetime(2028, 1, 1, 10, tzinfo=UTC)) == {"konferenz": 1}
    assert await prolonged("guests", usual_end) == {place.id}
    assert await prolonged("attendance", usual_end) == frozenset()


async def test_prolonging_twice_by_one_form_counts_once(db):
    place = await make_conference(days=whole_days(DAY), now=DAY)
    request = uuid4()

    await held(place, request=request)
    await held(place, request=request)

    assert len(await prolongings_of(place.id)) == 1
    assert await acts() == [Act.RETENTION_PROLONGED]


async def test_the_journal_does_not_repeat_the_reason(db):
    place = await make_conference(days=whole_days(DAY), now=DAY)

    await held(place, reason="Frau Geheim klagt.")

    [entry] = await entries(Filter(acts=frozenset({Act.RETENTION_PROLONGED})))
    assert entry.facts == {"data_kind": "guests", "until": "2027-12-31"}


@pytest.mark.parametrize(
    "changes, code",
    [
        ({"reason": ""}, "prolonging_needs_reason"),
        ({"reason": "x" * 501}, "prolonging_needs_reason"),
        ({"until": date(2026, 11, 24)}, "prolonging_out_of_reach"),
        ({"until": date(2028, 11, 25)}, "prolonging_out_of_reach"),
        ({"among": ("attendance",)}, "kind_not_prolongable"),
    ],
)
async def test_an_odd_prolonging_is_refused(db, changes, code):
    place = await make_conference(days=whole_days(DAY), now=DAY)

    with pytest.raises(Unusable, match=code):
        await held(place, **changes)

    assert await prolongings_of(place.id) == []


async def test_a_prolonging_ends_early_once(db):
    place = await make_conference(days=whole_days(DAY), now=DAY)
    await held(place)
    [one] = await prolongings_of(place.id)

    first = await end_prolonging(place, one.id, by=COMMAND, now=DAY)
    again = await end_prolonging(place, one.id, by=COMMAND, now=DAY)

    assert (first, again) == (True, False)
    assert (await kept_of(place.id)).guests == date(2027, 5, 24)


async def test_nobody_ends_the_prolonging_of_another_conference(db):
    mine = await make_conference("eins", days=whole_days(DAY), now=DAY)
    other = await make_conference("zwei", days=whole_days(DAY), now=DAY)
    await held(mine)
    [one] = await prolongings_of(mine.id)

    with pytest.raises(NotFound, match="unknown_prolonging"):
        await end_prolonging(other, one.id, by=COMMAND, now=DAY)


async def test_the_longest_retention_is_that_of_the_most_patient_conference(db):
    place = await make_conference(days=whole_days(DAY), now=DAY)
    usual = await longest_retention()

    await held(place, until=date(2028, 11, 24))

    assert usual == timedelta(days=365)
    assert await longest_retention() == timedelta(days=731)
