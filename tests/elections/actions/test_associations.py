"""Associations: nobody twice, delegates by number, missing ones by a ruling."""

from uuid import uuid4

import pytest

from elections.actions.associations import (
    Asked,
    AssociationWish,
    add_association,
    change_association,
    choose_delegate,
    drop_delegate,
    remove_association,
    take_in_associations,
)
from elections.actions.freeze_roll import entitled_people
from elections.queries.associations import associations_of, delegates_of
from elections.queries.elections import election_of
from elections.rules.stages import Entitled
from lip.errors import Refusal, TooLate
from lip.journal.rules.entries import COMMAND
from tests.elections.polls import Hall, make_hall, open_hall
from tests.factories import clock

pytestmark = pytest.mark.anyio


async def add(hall: Hall, name: str, *, asked=None, request=None, **wish):
    return await add_association(
        AssociationWish(name=name, **wish),
        conference=hall.conference,
        by=COMMAND,
        now=clock(),
        request=request or uuid4(),
        asked=asked,
    )


async def choose(hall: Hall, one, place: int):
    await choose_delegate(
        one, hall.people[place].id, conference=hall.conference, by=COMMAND, now=clock()
    )


async def test_no_association_stands_there_twice_however_it_is_written(db):
    hall = await make_hall(voters=1)
    first = await add(hall, "Çınar e. V.", register_number="VR 12")
    other = await add(hall, "MiSO", umbrella=True, delegates=3)

    with pytest.raises(Refusal, match="association_twice"):
        await add(hall, "CINAR eV")
    with pytest.raises(Refusal, match="association_twice"):
        await change_association(
            other,
            AssociationWish(name="cınar"),
            conference=hall.conference,
            by=COMMAND,
            now=clock(),
        )
    taken = await take_in_associations(
        [AssociationWish(name="Cinar"), AssociationWish(name="Brücke")],
        conference=hall.conference,
        by=COMMAND,
        now=clock(),
    )
    found = await associations_of(hall.conference.id)

    assert (taken.new, taken.known) == (1, 1)
    assert [one.name for one in found] == ["Brücke", "Çınar e. V.", "MiSO"]
    assert first == found[1].id
    assert (found[2].umbrella, found[2].delegates) == (True, 3)


async def test_the_same_request_adds_once_and_removing_takes_delegates_along(db):
    hall = await make_hall(voters=1)
    request = uuid4()

    one = await add(hall, "MiSO", request=request)
    again = await add(hall, "MiSO", request=request)
    await choose(hall, one, 0)
    for _ in range(2):
        await remove_association(
            one, conference=hall.conference, by=COMMAND, now=clock()
        )

    assert one == again
    assert await associations_of(hall.conference.id) == []
    assert await delegates_of(hall.conference.id) == {}


async def test_an_association_sends_as_many_as_it_may_and_nobody_twice(db):
    hall = await make_hall(voters=4, entitled=Entitled.ASSOCIATIONS)
    one, other = await add(hall, "MiSO", delegates=2), await add(hall, "Brücke")
    for place in (0, 0, 1):
        await choose(hall, one, place)

    with pytest.raises(Refusal, match="association_has_its_delegates"):
        await choose(hall, one, 2)
    with pytest.raises(Refusal, match="delegate_of_another"):
        await choose(hall, other, 1)
    with pytest.raises(Refusal, match="association_has_more_delegates"):
        await change_association(
            one,
            AssociationWish(name="MiSO", delegates=1),
            conference=hall.conference,
            by=COMMAND,
            now=clock(),
        )
    await drop_delegate(
        one, hall.people[0].id, conference=hall.conference, by=COMMAND, now=clock()
    )
    await choose(hall, other, 0)
    people = await entitled_people(hall.election, hall.conference, now=clock())

    assert {(one.participant, one.association) for one in people} == {
        (hall.people[1].id, "MiSO"),
        (hall.people[0].id, "Brücke"),
    }


async def test_a_missing_association_is_added_by_a_ruling_before_the_polls_open(db):
    hall = await make_hall(voters=2)
    asked = Asked(election=hall.election, question="Antrag", decision="Aufgenommen")

    await add(hall, "Brücke", asked=asked)
    with pytest.raises(Refusal, match="ruling_undecided"):
        await add(
            hall,
            "Ohne",
            asked=Asked(election=hall.election, question="Antrag", decision=" "),
        )
    await open_hall(hall)
    with pytest.raises(TooLate):
        await add(hall, "Spät", asked=asked)
    (found,) = await associations_of(hall.conference.id)

    assert (found.added, found.question, found.decision) == (
        True,
        "Antrag",
        "Aufgenommen",
    )
    assert (await election_of(hall.conference.id, 1)).roll_size == 2
