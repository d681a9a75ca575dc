"""Changing, cancelling and new tickets: nothing is overwritten, everything noted."""

import asyncio
from dataclasses import replace
from uuid import uuid4

import pytest

from lip.conference.actions.cancel import cancel, reinstate
from lip.conference.actions.change_participant import change_participant
from lip.conference.actions.check_in import check_in, order
from lip.conference.actions.register import ticket_code
from lip.conference.actions.reissue_ticket import reissue_ticket
from lip.conference.queries.participants import Wanted, participant, participants_of
from lip.conference.rules.admission import Admitted, Reason, TurnedAway
from lip.conference.rules.guest_version import version_of
from lip.conference.tables import Need
from lip.errors import Conflict, NotFound
from lip.journal.queries import Filter, entries
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import COMMAND
from tests.factories import KEYS, clock, make_conference, make_participant

pytestmark = pytest.mark.anyio


async def changed(place, one, guest, shown):
    return await change_participant(
        one, guest, conference=place, shown=shown, by=COMMAND, now=clock()
    )


async def acts_on(one):
    return [entry.act for entry in await entries(Filter(subject=one))][::-1]


async def scanned(place, code):
    scan = await check_in(
        order(
            code,
            conference=place.key,
            desk="Tür",
            by=COMMAND,
            now=clock(),
            keys=KEYS,
        )
    )
    return scan.admission


async def test_every_field_can_be_changed_and_found_by(db):
    place = await make_conference()
    one = (await make_participant(place)).id
    before = (await participant(place, one)).guest
    guest = replace(
        before, family_name="Öztürk", role="Rednerin", spoken_languages=("tr", "de")
    )

    assert await changed(place, one, guest, version_of(before))

    assert (await participant(place, one)).guest == guest
    found = await participants_of(place, Wanted(words="oeztuerk"))
    assert [person.id for person in found.people] == [one]
    newest, *_ = await entries(Filter(subject=one))
    assert newest.act is Act.PARTICIPANT_CHANGED
    assert newest.facts == {"columns": "family_name role spoken_languages"}


async def test_needs_are_written_changed_and_taken_away(db):
    place = await make_conference()
    one = (await make_participant(place)).id
    bare = (await participant(place, one)).guest
    needy = replace(bare, diet="vegan", childcare=2, interpreting=("ar",))

    await changed(place, one, needy, version_of(bare))
    with_needs = await participant(place, one)
    await changed(place, one, bare, version_of(needy))

    assert with_needs.guest == needy
    assert with_needs.needs_until is not None
    assert await Need.count() == 0


async def test_the_slower_editor_overwrites_nothing(db):
    place = await make_conference()
    one = (await make_participant(place)).id
    shown = (await participant(place, one)).guest
    await changed(place, one, replace(shown, role="Rednerin"), version_of(shown))

    with pytest.raises(Conflict) as refused:
        await changed(place, one, replace(shown, role="Gast"), version_of(shown))

    assert refused.value.code == "participant_changed_meanwhile"
    assert (await participant(place, one)).guest.role == "Rednerin"


async def test_of_two_editors_at_once_one_is_told(committed_db):
    place = await make_conference()
    one = (await make_participant(place)).id
    shown = (await participant(place, one)).guest
    wishes = [replace(shown, role=role) for role in ("eins", "zwei", "drei")]

    done = await asyncio.gather(
        *(changed(place, one, wish, version_of(shown)) for wish in wishes),
        return_exceptions=True,
    )

    assert done.count(True) == 1
    assert sum(isinstance(result, Conflict) for result in done) == 2
    assert (await participant(place, one)).guest == wishes[done.index(True)]


async def test_saving_twice_changes_nothing_the_second_time(db):
    place = await make_conference()
    one = (await make_participant(place)).id
    shown = (await participant(place, one)).guest
    wish = replace(shown, role="Rednerin")

    first = await changed(place, one, wish, version_of(shown))
    second = await changed(place, one, wish, version_of(shown))

    assert (first, second) == (True, False)
    assert (await acts_on(one)).count(Act.PARTICIPANT_CHANGED) == 1


async def test_nobody_of_another_conference_is_changed(db):
    here, there = await make_conference("eins"), await make_conference("zwei")
    one = (await make_participant(there)).id
    guest = (await participant(there, one)).guest

    with pytest.raises(NotFound):
        await changed(here, one, replace(guest, role="x"), version_of(guest))
    with pytest.raises(NotFound):
        await cancel(one, conference=here, by=COMMAND, now=clock())


async def test_who_cancels_is_turned_away_until_it_is_taken_back(db):
    place = await make_conference()
    made = await make_participant(place)
    options = {"conference": place, "by": COMMAND}

    done = [await cancel(made.id, now=clock(), **options) for _ in range(2)]
    away = await scanned(place, made.code)
    undone = [await reinstate(made.id, now=clock(), **options) for _ in range(2)]
    in_again = await scanned(place, made.code)

    assert (done, undone) == ([True, False], [True, False])
    assert away == TurnedAway(Reason.CANCELLED)
    assert in_again == Admitted()
    assert await acts_on(made.id) == [
        Act.PARTICIPANT_REGISTERED,
        Act.PARTICIPANT_CANCELLED,
        Act.PARTICIPANT_REINSTATED,
        Act.CHECKED_IN,
    ]


async def test_a_new_ticket_ends_the_old_code(db):
    place = await make_conference()
    made = await make_participant(place)

    issue = await reissue_ticket(
        made.id,
        conference=place,
        keys=KEYS,
        by=COMMAND,
        now=clock(),
        request=uuid4(),
    )

    assert issue == 2
    assert await scanned(place, made.code) == TurnedAway(Reason.UNKNOWN)
    new = ticket_code(made.id, 2, keys=KEYS)
    assert await scanned(place, new) == Admitted()


async def test_a_ticket_is_reissued_once_per_request(db):
    place = await make_conference()
    made = await make_participant(place)
    options = {
        "conference": place,
        "keys": KEYS,
        "by": COMMAND,
        "now": clock(),
        "request": uuid4(),
    }

    issues = [await reissue_ticket(made.id, **options) for _ in range(3)]

    assert issues == [2, 2, 2]
    assert (await acts_on(made.id)).count(Act.TICKET_REISSUED) == 1


async def test_a_ticket_is_reissued_once_though_clicked_twice_at_once(committed_db):
    place = await make_conference()
    made = await make_participant(place)
    options = {
        "conference": place,
        "keys": KEYS,
        "by": COMMAND,
        "now": clock(),
        "request": uuid4(),
    }

    issues = await asyncio.gather(
        *(reissue_ticket(made.id, **options) for _ in range(4))
    )

    assert issues == [2, 2, 2, 2]
