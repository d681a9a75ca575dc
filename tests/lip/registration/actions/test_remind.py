"""Everybody with a place and an address is reminded once, on the day before."""

from datetime import UTC, datetime, timedelta

import pytest

from lip.conference.actions.cancel import cancel
from lip.conference.queries.conferences import ConferenceFacts
from lip.database import fetch
from lip.journal.rules.entries import COMMAND
from lip.registration.actions.invitation_round import invitation_round
from lip.registration.actions.remind import due_reminders
from tests.factories import KEYS, make_conference, make_participant, whole_days
from tests.lip.registration.parties import NOW, make_form

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("db")]

DAY = datetime(2026, 10, 25, 12, tzinfo=UTC)  # clocks went back that night
NOON_BEFORE = DAY - timedelta(days=1)


async def a_conference(**settings) -> ConferenceFacts:
    place = await make_conference("eins", days=whole_days(DAY, 2), now=NOW)
    await make_form(place, **settings)
    return place


async def remind(now: datetime = NOON_BEFORE) -> int:
    return await due_reminders(keys=KEYS, base_url="https://lip.example", now=now)


async def reminded() -> set[str]:
    return {row["to_address"] for row in await fetch("SELECT * FROM mail_out")}


async def test_everybody_is_reminded_once_in_her_language():
    place = await a_conference()
    ada = await make_participant(place, email="ada@example.org", language="ar")
    await make_participant(place, email="", language="de")

    first, again = await remind(), await remind(NOON_BEFORE + timedelta(hours=3))

    (letter,) = await fetch("SELECT * FROM mail_out")
    assert (first, again) == (1, 0)
    assert letter["about"] == ada.id
    assert letter["language"] == "ar"
    assert "https://lip.example/ar/t/" in letter["text"]
    assert "https://lip.example/ar/c/eins" in letter["text"]


async def test_guests_of_a_list_are_reminded_where_there_is_no_form():
    place = await make_conference("eins", days=whole_days(DAY), now=NOW)
    await make_participant(place, email="ada@example.org")

    assert await remind() == 1


async def test_a_form_may_say_that_nobody_is_reminded():
    place = await a_conference(remind=False)
    await make_participant(place, email="ada@example.org")

    assert await remind() == 0


async def test_who_cancelled_or_waits_or_comes_another_day_is_not_reminded():
    place = await a_conference()
    gone = await make_participant(place, email="gone@example.org")
    await cancel(gone.id, conference=place, by=COMMAND, now=NOW)
    waits = await make_participant(place, email="waits@example.org")
    await fetch("UPDATE participant SET waiting_since = ? WHERE id = ?", NOW, waits.id)
    await make_participant(place, email="second@example.org", only_on=place.days[1].day)
    await make_participant(place, email="first@example.org")

    await remind()
    first = await reminded()
    await remind(NOON_BEFORE + timedelta(days=1))

    assert first == {"first@example.org"}
    assert await reminded() == {"first@example.org", "second@example.org"}


@pytest.mark.parametrize(
    "moment",
    [
        NOON_BEFORE.replace(hour=7, minute=59),  # 9:59 in Berlin
        NOON_BEFORE.replace(hour=22),  # midnight in Berlin
        DAY + timedelta(days=3),
    ],
)
async def test_at_other_times_nobody_is_written_to(moment: datetime):
    place = await a_conference()
    await make_participant(place, email="ada@example.org")

    assert await remind(moment) == 0


async def test_reminding_can_be_switched_off():
    place = await a_conference(remind=False)
    await make_participant(place, email="ada@example.org")

    assert await remind() == 0


async def test_many_people_are_reminded_in_a_few_transactions():
    place = await a_conference()
    for number in range(130):
        await make_participant(place, email=f"gast{number}@example.org")

    assert await remind() == 130
    assert len(await reminded()) == 130
    entries = await fetch(
        "SELECT facts FROM journal_entry WHERE act = 'reminded_of_day'"
    )
    assert len(entries) == 2


async def test_the_round_of_the_server_reminds():
    place = await a_conference()
    await make_participant(place, email="ada@example.org")

    done = await invitation_round(
        keys=KEYS, base_url="https://lip.example", now=NOON_BEFORE
    )

    assert done == 1
