"""Guest lists go in two steps, each conference after its own periods."""

from datetime import UTC, date, datetime, timedelta

import pytest

from lip.conference.actions.delete_guests import (
    count_attendance,
    count_guests,
    delete_attendance,
    delete_guests,
)
from lip.conference.actions.keeping import choose_periods
from lip.conference.queries.conferences import ConferenceFacts, conference_by_key
from lip.conference.queries.keeping import kept_of
from lip.conference.queries.stored import remains_of, stored_guest
from lip.conference.rules.keeping import Periods
from lip.conference.tables import CheckIn, Participant
from lip.journal.rules.entries import COMMAND
from tests.door import scan
from tests.factories import (
    MadeParticipant,
    make_conference,
    make_participant,
    whole_days,
)

pytestmark = pytest.mark.anyio

DAY = datetime(2026, 8, 31, 10, tzinfo=UTC)
HALF_A_YEAR_ON = datetime(2027, 3, 1, 10, tzinfo=UTC)
A_YEAR_ON = datetime(2027, 9, 1, 10, tzinfo=UTC)


async def conference_of(key: str = "konferenz", *, days: int = 1) -> ConferenceFacts:
    return await make_conference(key, days=whole_days(DAY, days), now=DAY)


async def two_people(place: ConferenceFacts) -> tuple[MadeParticipant, MadeParticipant]:
    came = await make_participant(
        place,
        now=DAY,
        family_name="Kamen",
        organisation="MiSO",
        email="kamen@example.org",
        phone="0511 1",
        note="ruft noch an",
        spoken_languages=("ti", "ar"),
        external_id="A-17",
        may_vote=True,
        only_on=date(2026, 8, 31),
    )
    absent = await make_participant(place, now=DAY, family_name="Fehlt")
    await scan(came.code, now=DAY, conference=place.key)
    return came, absent


async def test_on_the_last_day_nothing_goes(db):
    await two_people(await conference_of())

    gone = await delete_guests(datetime(2027, 2, 28, 10, tzinfo=UTC))

    assert gone == {}
    assert await Participant.count() == 2


async def test_first_the_absent_go_and_the_rest_is_emptied(db):
    came, absent = await two_people(await conference_of())

    counted = await count_guests(HALF_A_YEAR_ON)
    gone = await delete_guests(HALF_A_YEAR_ON)

    assert counted == gone == {"konferenz": 2}
    assert await stored_guest(absent.id) is None
    row = await stored_guest(came.id)
    assert row is not None
    assert (row["family_name"], row["organisation"]) == ("Kamen", "MiSO")
    for column in ("email", "phone", "note", "spoken_languages", "external_id"):
        assert row[column] == "", column
    assert (row["only_on"], row["source_key"]) == (None, None)
    assert not row["may_vote"]
    assert await CheckIn.count() == 1


async def test_emptying_again_finds_nothing(db):
    await two_people(await conference_of())

    await delete_guests(HALF_A_YEAR_ON)

    assert await count_guests(HALF_A_YEAR_ON) == {}
    assert await delete_guests(HALF_A_YEAR_ON) == {}


async def test_then_those_who_came_go_with_their_arrivals(db):
    await two_people(await conference_of())
    await delete_guests(HALF_A_YEAR_ON)

    counted = await count_attendance(A_YEAR_ON)
    gone = await delete_attendance(A_YEAR_ON)

    assert counted == gone == {"konferenz": 1}
    assert await Participant.count() == 0
    assert await CheckIn.count() == 0


async def test_a_server_that_slept_for_years_deletes_everybody_once(db):
    await two_people(await conference_of())

    counted = (await count_attendance(A_YEAR_ON), await count_guests(A_YEAR_ON))
    gone = (await delete_attendance(A_YEAR_ON), await delete_guests(A_YEAR_ON))

    assert counted == gone == ({"konferenz": 1}, {"konferenz": 1})
    assert await Participant.count() == 0


async def test_numbers_stay_and_are_counted_once(db):
    place = await conference_of()
    await two_people(place)

    await delete_guests(HALF_A_YEAR_ON)
    await delete_attendance(A_YEAR_ON)

    remains = await remains_of(place.id)
    assert remains is not None
    assert {
        name: remains[name] for name in ("registered", "came", "organisations")
    } == {
        "registered": 2,
        "came": 1,
        "organisations": 1,
    }
    assert remains["counted_at"] == HALF_A_YEAR_ON


async def test_two_days_count_from_the_second(db):
    place = await conference_of(days=2)
    await two_people(place)

    kept = await kept_of(place.id)

    assert (kept.last, kept.guests) == (date(2026, 9, 1), date(2027, 3, 1))
    assert await count_guests(HALF_A_YEAR_ON) == {}
    assert await count_guests(HALF_A_YEAR_ON + timedelta(days=1)) == {"konferenz": 2}


async def test_each_conference_has_periods_of_its_own(db):
    for key in ("kurz", "lang"):
        await two_people(await conference_of(key))
    short = await conference_by_key("kurz")
    await choose_periods(
        short,
        Periods(guests_months=1, attendance_months=1),
        by=COMMAND,
        now=DAY,
    )

    gone = await delete_attendance(datetime(2026, 10, 2, tzinfo=UTC))

    assert gone == {"kurz": 1}
    assert await Participant.count() == 3


async def test_the_day_ends_at_midnight_where_the_conference_is(db):
    await two_people(await conference_of())
    before = datetime(2027, 2, 28, 22, 59, tzinfo=UTC)  # 23:59 in Berlin
    after = datetime(2027, 2, 28, 23, 1, tzinfo=UTC)  # 0:01 on 1 March

    assert await count_guests(before) == {}
    assert await count_guests(after) == {"konferenz": 2}
