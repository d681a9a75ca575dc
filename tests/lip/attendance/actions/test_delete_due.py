"""What attendance keeps goes when it is due, and is erased on wish."""

from datetime import timedelta
from uuid import uuid4

import pytest

from lip.attendance.actions.issue_certificates import issue_certificate
from lip.attendance.kept import KINDS
from lip.attendance.queries.certificates import certificate_by_code
from lip.conference.queries.keeping import kept_of
from lip.conference.rules.codes import read_code
from lip.database import fetch
from lip.journal.rules.entries import COMMAND
from tests.attendances import code_on, hold_conference
from tests.factories import KEYS, clock

pytestmark = pytest.mark.anyio

KIND = {kind.name: kind for kind in KINDS}


async def rows(table: str) -> int:
    (row,) = await fetch(f"SELECT count(*) AS many FROM {table}")
    return int(row["many"])


async def issued_for(held):
    return await issue_certificate(
        held.people[0].id,
        conference=held.conference,
        by_hand=False,
        keys=KEYS,
        by=COMMAND,
        now=clock(),
    )


async def test_visits_go_with_the_arrivals(db):
    held = await hold_conference()
    until = (await kept_of(held.conference.id)).attendance
    days = timedelta(days=(until - clock().date()).days)
    kind = KIND["room_visits"]

    before = await kind.delete_due(clock() + days - timedelta(days=1))
    due = await kind.count_due(clock() + days + timedelta(days=2))
    after = await kind.delete_due(clock() + days + timedelta(days=2))

    assert before == {}
    assert due == after == {held.key: 1}
    assert await rows("room_visit") == 0


async def test_certificates_go_on_their_own_day(db):
    held = await hold_conference()
    issued = await issued_for(held)
    days = timedelta(days=(issued.delete_on - clock().date()).days)
    kind = KIND["certificates"]

    before = await kind.delete_due(clock() + days - timedelta(days=1))
    after = await kind.delete_due(clock() + days + timedelta(days=2))

    assert before == {}
    assert after == {held.key: 1}
    assert await rows("certificate") == 0


async def test_an_erased_certificate_is_unknown(db):
    held = await hold_conference()
    issued = await issued_for(held)
    code = read_code(code_on(issued.id))
    assert code is not None

    gone = await KIND["certificates"].erase(held.people[0].id)

    assert gone == 1
    assert await certificate_by_code(KEYS.seal("certificate", code)) is None


async def test_a_person_is_told_what_is_stored_of_her(db):
    held = await hold_conference(given_name="Ada", family_name="Yıldız")
    await issued_for(held)
    who = held.people[0].id

    (visit,) = await KIND["room_visits"].of_person(who)
    (certificate,) = await KIND["certificates"].of_person(who)

    assert visit["Programmpunkt"] == "Wohnen"
    assert certificate["Name auf der Bescheinigung"] == "Ada Yıldız"
    assert await KIND["room_visits"].of_person(uuid4()) == []


async def test_visits_of_a_person_are_erased_and_of_nobody_else(db):
    held = await hold_conference(people=2)

    gone = [await KIND["room_visits"].erase(one.id) for one in held.people]

    assert gone == [1, 0]


async def test_what_is_ahead_is_counted_with_its_day(db):
    held = await hold_conference()
    issued = await issued_for(held)

    ahead = {
        name: await kind.ahead(held.conference.id)
        for name, kind in KIND.items()
        if kind.ahead
    }

    assert ahead["room_visits"][0].rows == 1
    assert [(one.rows, one.until) for one in ahead["certificates"]] == [
        (1, issued.delete_on)
    ]
    assert ahead["feedback"][0].rows == 0
