"""Somebody is let past the waiting list, for a reason, where there is a place."""

from datetime import timedelta

import pytest

from lip.conference.queries.conferences import ConferenceFacts
from lip.errors import Conflict, Unusable
from lip.journal.queries import Filter, entries
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import COMMAND
from lip.registration.actions.move_past import move_past
from lip.registration.queries.places import waiting_list
from lip.registration.tables import RegistrationForm
from tests.factories import make_conference
from tests.lip.registration.parties import NOW, make_form, registered, standings

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("db")]


async def past(place: ConferenceFacts, index: int, reason: str = "promised") -> int:
    queue = await waiting_list(place)
    one = queue[index].people[0]
    return await move_past(place, one, reason=reason, by=COMMAND, now=NOW)


async def three_wait(seats: int) -> ConferenceFacts:
    """Ada has the one place; Ben and Can wait together, then Dilek; then seats."""
    place = await make_conference("eins", now=NOW)
    await make_form(place, seats=1)
    for minute, names in enumerate((["Ada"], ["Ben", "Can"], ["Dilek"])):
        await registered(place, *names, now=NOW + timedelta(minutes=minute))
    await RegistrationForm.update({RegistrationForm.seats: seats}).where(
        RegistrationForm.conference == place.id
    )
    return place


async def test_the_last_is_let_past_and_the_reason_stands_in_the_journal():
    place = await three_wait(seats=2)

    moved = await past(place, 1)

    assert moved == 1
    assert await standings(place) == {
        "Ada": "has",
        "Ben": "waits",
        "Can": "waits",
        "Dilek": "has",
    }
    (entry,) = [
        one
        for one in await entries(Filter(scope="eins"), limit=20)
        if one.act is Act.MOVED_UP_BY_HAND
    ]
    assert entry.facts == {"reason": "promised"}


async def test_without_a_known_reason_nobody_moves():
    place = await three_wait(seats=2)

    for reason in ("", "weil Herr Müller es wünscht"):
        with pytest.raises(Unusable, match="moving_up_needs_reason"):
            await past(place, 1, reason)


async def test_people_registered_together_need_as_many_places():
    place = await three_wait(seats=2)

    with pytest.raises(Conflict, match="no_place_to_move_to"):
        await past(place, 0)

    assert (await standings(place))["Ben"] == "waits"


async def test_who_does_not_wait_cannot_be_let_past():
    place = await three_wait(seats=9)
    queue = await waiting_list(place)
    await past(place, 0)

    with pytest.raises(Conflict, match="not_waiting_any_more"):
        await move_past(
            place, queue[0].people[0], reason="promised", by=COMMAND, now=NOW
        )
