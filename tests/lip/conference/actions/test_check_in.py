"""Checking in: one arrival per person and day, whatever is scanned how often."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from lip.conference.actions.cancel import cancel
from lip.conference.actions.check_in import check_in_all, check_in_participant
from lip.conference.actions.presence import undo_check_in
from lip.conference.queries.conferences import Counts, counts_of
from lip.conference.rules.admission import (
    Admitted,
    AlreadyInside,
    Arrival,
    Doors,
    Reason,
    TurnedAway,
)
from lip.conference.rules.codes import shown
from lip.errors import Conflict, NotFound
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import COMMAND
from tests.door import arrivals, door_acts, order_of, scan
from tests.factories import make_conference, make_participant, whole_days

pytestmark = pytest.mark.anyio

NOON = datetime(2026, 11, 24, 11, tzinfo=UTC)
LATER = NOON + timedelta(minutes=5)
NEXT_DAY = NOON + timedelta(days=1)
NOBODYS_CODE = "2345-6789-ABCD"


@pytest.fixture
async def conference(db):
    """Two days, the doors open all day long."""
    return await make_conference(days=whole_days(NOON, 2), now=NOON)


async def test_first_scan_lets_in_and_is_written_down(conference):
    ada = await make_participant(conference)

    result = await scan(ada.code, now=NOON, desk="Tisch 2")

    assert result.admission == Admitted()
    assert result.visitor.name == "Ada Yıldız"
    assert await arrivals() == [
        {
            "participant": ada.id,
            "day": NOON.date(),
            "at": NOON,
            "desk": "Tisch 2",
            "out_since": None,
        }
    ]
    assert await door_acts(conference) == [(Act.CHECKED_IN, ada.id)]


async def test_second_scan_records_nothing_and_says_since_when_and_where(conference):
    ada = await make_participant(conference)
    await scan(ada.code, now=NOON, desk="Tisch 2")

    second = await scan(ada.code, now=LATER, desk="Tisch 1")

    assert second.admission == AlreadyInside(Arrival(since=NOON, desk="Tisch 2"))
    assert len(await arrivals()) == 1
    assert await door_acts(conference) == [(Act.CHECKED_IN, ada.id)]


@pytest.mark.parametrize(
    "form",
    ["{}", "https://lip.example.org/t/{}", " {}\n"],
    ids=["typed", "QR", "pasted"],
)
async def test_code_is_read_however_it_comes(conference, form):
    ada = await make_participant(conference)

    result = await scan(form.format(shown(ada.code).lower()), now=NOON)

    assert result.admission == Admitted()


async def test_same_code_twice_in_one_group_is_one_welcome(conference):
    ada = await make_participant(conference)
    group = [
        order_of(ada.code, now=NOON, desk="Tisch 1", request=uuid4()),
        order_of(ada.code, now=NOON, desk="Tisch 2", request=uuid4()),
    ]

    first, second = await check_in_all(group)

    assert first.admission == Admitted()
    assert second.admission == AlreadyInside(Arrival(since=NOON, desk="Tisch 1"))
    assert len(await arrivals()) == 1


async def test_group_may_mix_conferences_and_kinds_of_codes(conference):
    other = await make_conference("andere", days=whole_days(NOON), now=NOON)
    ada = await make_participant(conference)
    ben = await make_participant(other, given_name="Ben")
    group = [
        order_of(ada.code, now=NOON),
        order_of(ben.code, now=NOON, conference="andere"),
        order_of(NOBODYS_CODE, now=NOON),
        order_of("kein Code", now=NOON),
    ]

    answers = await check_in_all(group)

    unknown = TurnedAway(Reason.UNKNOWN)
    said = [answer.admission for answer in answers]
    assert said == [Admitted(), Admitted(), unknown, unknown]


async def test_code_of_another_conference_tells_nothing_of_its_holder(conference):
    other = await make_conference("andere", days=whole_days(NOON), now=NOON)
    ben = await make_participant(other, given_name="Ben")

    result = await scan(ben.code, now=NOON)

    assert result.admission == TurnedAway(Reason.OTHER_CONFERENCE)
    assert result.visitor is None
    assert await arrivals() == []


async def test_cancelled_person_is_turned_away_but_not_thrown_out(conference):
    ada = await make_participant(conference)
    ben = await make_participant(conference, given_name="Ben")
    await scan(ada.code, now=NOON)
    for one in (ada, ben):
        await cancel(one.id, conference=conference, by=COMMAND, now=NOON)

    inside = await scan(ada.code, now=LATER)
    outside = await scan(ben.code, now=LATER)

    assert inside.admission == AlreadyInside(Arrival(since=NOON, desk="Tisch 1"))
    assert outside.admission == TurnedAway(Reason.CANCELLED)
    assert outside.visitor.name == "Ben Yıldız"


async def test_nobody_comes_in_before_or_after_the_hours(db):
    hours = Doors(
        day=NOON.date(),
        open=NOON - timedelta(hours=1),
        close=NOON + timedelta(hours=1),
    )
    conference = await make_conference(days=[hours], now=NOON)
    ada = await make_participant(conference)

    early = await scan(ada.code, now=NOON - timedelta(hours=2))
    late = await scan(ada.code, now=NOON + timedelta(hours=2))
    other_day = await scan(ada.code, now=NEXT_DAY)

    assert early.admission == TurnedAway(Reason.NOT_YET_OPEN, at=hours.open)
    assert late.admission == TurnedAway(Reason.CLOSED, at=hours.close)
    assert other_day.admission == TurnedAway(Reason.OTHER_DAY, day=hours.day)
    assert await arrivals() == []
    assert await door_acts(conference) == []


async def test_ticket_for_one_day_does_not_open_the_other(conference):
    ada = await make_participant(conference, only_on=NEXT_DAY.date())

    today = await scan(ada.code, now=NOON)
    tomorrow = await scan(ada.code, now=NEXT_DAY)

    assert today.admission == TurnedAway(Reason.OTHER_DAY, day=NEXT_DAY.date())
    assert tomorrow.admission == Admitted()


async def test_each_day_has_an_arrival_of_its_own(conference):
    ada = await make_participant(conference)

    first = await scan(ada.code, now=NOON)
    second = await scan(ada.code, now=NEXT_DAY)

    assert (first.admission, second.admission) == (Admitted(), Admitted())
    assert [row["day"] for row in await arrivals()] == [NOON.date(), NEXT_DAY.date()]


async def test_counts_follow_each_act(conference):
    ada, _ben = [await make_participant(conference) for _ in range(2)]
    gone = await make_participant(conference)
    await cancel(gone.id, conference=conference, by=COMMAND, now=NOON)

    before = await counts_of(conference, now=NOON)
    await scan(ada.code, now=NOON)
    after = await counts_of(conference, now=NOON)
    tomorrow = await counts_of(conference, now=NEXT_DAY)

    assert before == Counts(expected=2, arrived=0, present=0)
    assert after == Counts(expected=2, arrived=1, present=1)
    assert tomorrow == Counts(expected=2, arrived=0, present=0)


async def test_repeated_request_answers_the_same(conference):
    ada = await make_participant(conference)
    request = uuid4()
    first = await scan(ada.code, now=NOON, request=request)

    again = await scan(ada.code, now=LATER, request=request)

    assert (first.admission, first.repeated) == (Admitted(), False)
    assert (again.admission, again.repeated) == (Admitted(), True)
    assert len(await arrivals()) == 1
    assert len(await door_acts(conference)) == 1


async def test_repeated_request_within_one_group_answers_the_same(conference):
    ada = await make_participant(conference)
    one = order_of(ada.code, now=NOON, request=uuid4())

    first, again = await check_in_all([one, one])

    assert (first.admission, again.admission) == (Admitted(), Admitted())
    assert len(await door_acts(conference)) == 1


async def test_request_that_was_used_for_another_code_is_refused(conference):
    ada, ben = [await make_participant(conference) for _ in range(2)]
    request = uuid4()
    await scan(ada.code, now=NOON, request=request)

    with pytest.raises(Conflict, match="request_used_otherwise"):
        await scan(ben.code, now=LATER, request=request)

    assert [row["participant"] for row in await arrivals()] == [ada.id]


async def test_late_repetition_after_undo_lets_nobody_in_anew(conference):
    ada = await make_participant(conference)
    request = uuid4()
    await scan(ada.code, now=NOON, request=request)
    await undo_check_in(ada.id, conference=conference, by=COMMAND, now=LATER)

    again = await scan(ada.code, now=LATER, request=request)

    assert (again.admission, again.repeated) == (Admitted(), True)
    assert await arrivals() == []


async def test_new_scan_beside_a_late_repetition_counts(conference):
    ada = await make_participant(conference)
    request = uuid4()
    await scan(ada.code, now=NOON, request=request)
    await undo_check_in(ada.id, conference=conference, by=COMMAND, now=LATER)
    group = [
        order_of(ada.code, now=LATER, request=request),
        order_of(ada.code, now=LATER, request=uuid4(), desk="Tisch 3"),
    ]

    late, fresh = await check_in_all(group)

    assert late.repeated
    assert (fresh.admission, fresh.repeated) == (Admitted(), False)
    assert [row["desk"] for row in await arrivals()] == ["Tisch 3"]


async def test_person_found_by_name_is_let_in_as_by_code(conference):
    ada = await make_participant(conference)
    by_hand = order_of("", now=NOON)

    first = await check_in_participant(ada.id, by_hand, conference=conference)
    second = await check_in_participant(ada.id, by_hand, conference=conference)

    assert first.admission == Admitted()
    assert second.admission == AlreadyInside(Arrival(since=NOON, desk="Tisch 1"))
    assert await door_acts(conference) == [(Act.CHECKED_IN, ada.id)]


async def test_person_who_is_not_there_is_unknown(conference):
    answer = await check_in_participant(
        uuid4(), order_of("", now=NOON), conference=conference
    )

    assert answer.admission == TurnedAway(Reason.UNKNOWN)


async def test_conference_that_is_not_there_is_refused(db):
    with pytest.raises(NotFound, match="unknown_conference"):
        await scan(NOBODYS_CODE, now=NOON, conference="keine")
