"""What of nominations goes when a person is erased, or with the guest list."""

from datetime import timedelta

import pytest

from elections import kept
from elections.actions.forget_nominations import (
    NOMINATIONS,
    forget_candidate,
)
from elections.portraits import portrait_from
from elections.queries.elections import nominations_of
from lip.said import Said
from tests.elections.nominating import admitted, named, stands
from tests.elections.polls import close, make_hall, open_hall
from tests.factories import clock
from tests.proposals.pictures import picture

pytestmark = pytest.mark.anyio

LATER = timedelta(days=4000)


@pytest.mark.parametrize("stage", ["stands", "admitted", "open", "closed"])
async def test_erasing_a_person_leaves_at_most_the_name_in_the_record(db, stage):
    hall = await make_hall(names=("Bo",))
    number = await stands(
        hall, statement=Said.of(de="Wohnen"), photo=portrait_from(picture())
    )
    if stage != "stands":
        await admitted(hall, number)
    if stage in {"open", "closed"}:
        hall = await open_hall(hall)
    if stage == "closed":
        await close(hall)
    (kind,) = [one for one in kept.KINDS if one.name == "nominations"]
    (copy,) = await kind.of_person(hall.people[0].id)

    forgotten = await forget_candidate(hall.people[0].id)

    assert "Wohnen" in copy.values()
    assert forgotten == 1
    left = [
        one
        for one in await nominations_of(hall.election.id, all_of_them=True)
        if one.number == number
    ]
    assert len(left) == (stage in {"open", "closed"})
    for one in left:
        assert (one.participant, one.statement, one.has_photo) == (None, Said(), False)
        assert one.name == "Ada"
        assert one.withdrawn is (stage == "open")


async def test_with_the_guest_list_all_but_the_names_of_those_who_stood_goes(db):
    hall = await make_hall(names=())
    first = await stands(hall, photo=portrait_from(picture()), association="Çınar")
    await admitted(hall, first)
    await stands(hall, 1, name="Bo")
    await named(hall, name="Ida")

    before = await NOMINATIONS.due(clock())
    due = await NOMINATIONS.due(clock() + LATER)
    gone = await NOMINATIONS.forget(clock() + LATER)
    again = await NOMINATIONS.due(clock() + LATER)
    (left,) = await nominations_of(hall.election.id, all_of_them=True)

    assert (dict(before), dict(due), dict(gone), dict(again)) == (
        {},
        {"konferenz": 3},
        {"konferenz": 3},
        {},
    )
    assert (left.name, left.has_photo) == ("Ada", False)
