"""Who has an address is told that a conference is called off, and if it is held."""

from datetime import timedelta

import pytest

from lip.conference.actions.cancel import cancel
from lip.conference.actions.change_stage import change_stage
from lip.conference.queries.conferences import ConferenceFacts
from lip.conference.rules.stages import Stage
from lip.database import fetch
from lip.journal.queries import Filter, entries
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import COMMAND
from lip.registration.actions.tell_of_calling_off import tell_of_calling_off
from lip.registration.rules.calling_off import GRACE
from tests.factories import KEYS, make_conference, make_participant, whole_days
from tests.lip.registration.parties import NOW, make_form, registered

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("db")]

DAY = NOW + timedelta(days=20)
SOON = NOW + GRACE + timedelta(minutes=1)


async def a_conference() -> ConferenceFacts:
    return await make_conference("eins", days=whole_days(DAY), now=NOW)


async def step(place: ConferenceFacts, stage: Stage, *, now=NOW) -> None:
    await change_stage(place, stage, by=COMMAND, now=now)


async def tell(now=SOON) -> int:
    return await tell_of_calling_off(keys=KEYS, base_url="https://lip.example", now=now)


async def letters():
    return await fetch("SELECT * FROM mail_out ORDER BY queued_at, to_address")


async def test_everybody_with_an_address_is_told_once_in_her_language():
    place = await a_conference()
    await make_participant(place, email="ada@example.org", language="en")
    waits = await make_participant(place, email="waits@example.org", language="ar")
    await fetch("UPDATE participant SET waiting_since = ? WHERE id = ?", NOW, waits.id)
    await make_participant(place, email="")
    gone = await make_participant(place, email="gone@example.org")
    await cancel(gone.id, conference=place, by=COMMAND, now=NOW)
    await step(place, Stage.CALLED_OFF)

    first, again = await tell(), await tell(SOON + timedelta(days=1))

    assert (first, again) == (2, 0)
    ada, other = await letters()
    assert (ada["to_address"], ada["language"]) == ("ada@example.org", "en")
    assert (other["to_address"], other["language"]) == ("waits@example.org", "ar")
    assert place.title in ada["subject"]
    assert "https://lip.example/en/t/" in ada["text"]
    [told] = await entries(Filter(scope="eins", acts=frozenset({Act.TOLD_OF_STAGE})))
    assert told.facts == {"people": 2, "stage": "called_off"}


async def test_a_slip_that_is_taken_back_in_time_reaches_nobody():
    place = await a_conference()
    await make_participant(place, email="ada@example.org")

    await step(place, Stage.CALLED_OFF)
    at_once = await tell(NOW + timedelta(minutes=9))
    await step(place, Stage.ANNOUNCED, now=NOW + timedelta(minutes=9))
    later = await tell(SOON + timedelta(hours=1))

    assert (at_once, later) == (0, 0)


async def test_who_was_told_is_told_again_each_time_it_changes():
    place = await a_conference()
    await make_participant(place, email="ada@example.org", language="de")
    steps = [Stage.CALLED_OFF, Stage.ANNOUNCED, Stage.CALLED_OFF]

    for number, stage in enumerate(steps):
        await step(place, stage, now=NOW + timedelta(hours=number))
        await tell(SOON + timedelta(hours=number))

    said = [one["subject"].partition(":")[0] for one in await letters()]
    assert said == ["Abgesagt", "Findet doch statt", "Abgesagt"]


async def test_who_registers_after_it_is_held_after_all_hears_nothing_of_it():
    place = await a_conference()
    await make_participant(place, email="ada@example.org")
    await step(place, Stage.CALLED_OFF)
    await tell()
    await step(place, Stage.ANNOUNCED, now=SOON)
    await make_participant(place, email="new@example.org")

    await tell(SOON + timedelta(hours=1))

    after = [one["to_address"] for one in await letters()]
    assert after == ["ada@example.org", "ada@example.org"]


async def test_a_family_with_one_address_gets_one_letter():
    place = await a_conference()
    await make_form(place)
    await registered(place, "Ada", "Bo", "Cy", email="ada@example.org")
    await step(place, Stage.CALLED_OFF)

    assert await tell() == 1


async def test_a_conference_that_is_over_is_nobodys_news():
    place = await a_conference()
    await make_participant(place, email="ada@example.org")
    await step(place, Stage.CALLED_OFF, now=DAY + timedelta(days=2))

    assert await tell(DAY + timedelta(days=3)) == 0
