"""Walk-ins: registered, numbered and let in by one act."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from lip.conference.actions.register import ticket_code
from lip.conference.actions.walk_in import walk_in
from lip.conference.queries.conferences import Counts, counts_of
from lip.conference.queries.door import visitors_found
from lip.conference.rules.admission import Admitted, AlreadyInside, Reason
from lip.conference.rules.guest import Guest
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import COMMAND
from tests.door import arrivals, door_acts, scan
from tests.factories import KEYS, make_conference, make_participant, whole_days

pytestmark = pytest.mark.anyio

NOON = datetime(2026, 11, 24, 11, tzinfo=UTC)


@pytest.fixture
async def conference(db):
    return await make_conference(days=whole_days(NOON), now=NOON)


async def come(conference, guest=None, *, now=NOON, request=None):
    return await walk_in(
        guest or Guest(),
        conference=conference,
        desk="Tisch 1",
        keys=KEYS,
        by=COMMAND,
        now=now,
        request=request or uuid4(),
    )


async def test_nothing_at_all_is_enough(conference):
    result = await come(conference)

    assert result.admission == Admitted()
    assert (result.visitor.number, result.visitor.name) == (1, "")
    assert result.visitor.walk_in
    assert await door_acts(conference) == [(Act.WALKED_IN, result.visitor.participant)]
    assert await counts_of(conference, now=NOON) == Counts(
        expected=1, arrived=1, present=1
    )


async def test_walk_in_is_found_by_name_afterwards(conference):
    await come(conference, Guest(given_name="Zoë"))

    found = await visitors_found(conference, "zoe", day=NOON.date())

    assert [visitor.name for visitor in found] == ["Zoë"]


async def test_number_follows_those_of_the_list(conference):
    for _ in range(3):
        await make_participant(conference)

    result = await come(conference)

    assert result.visitor.number == 4


async def test_sending_twice_makes_one_person(conference):
    request = uuid4()

    first = await come(conference, Guest(given_name="Zoë"), request=request)
    again = await come(conference, Guest(given_name="Zoë"), request=request)

    assert first.visitor.participant == again.visitor.participant
    assert len(await arrivals()) == 1
    assert len(await door_acts(conference)) == 1


async def test_walk_in_has_a_ticket_from_then_on(conference):
    result = await come(conference)
    code = ticket_code(result.visitor.participant, 1, keys=KEYS)

    second = await scan(code, now=NOON + timedelta(minutes=1))

    assert isinstance(second.admission, AlreadyInside)


async def test_nobody_is_registered_while_the_doors_are_closed(conference):
    result = await come(conference, now=NOON + timedelta(days=1))

    assert result.admission.reason is Reason.OTHER_DAY
    assert result.visitor is None
    assert await counts_of(conference, now=NOON) == Counts(
        expected=0, arrived=0, present=0
    )
