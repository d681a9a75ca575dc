"""Needs go early, and only they; lists that nobody imported go after a day."""

from datetime import timedelta
from uuid import uuid4

import pytest

from lip.conference.actions.delete_due import (
    count_needs,
    delete_needs,
    delete_uploads,
)
from lip.conference.tables import Need, Participant, UploadedList
from lip.journal.queries import Filter, entries
from lip.journal.rules.acts import Act
from tests.factories import clock, make_conference, make_participant

pytestmark = pytest.mark.anyio


async def test_needs_are_deleted_after_their_date_and_the_person_stays(db):
    conference = await make_conference()
    await make_participant(conference, diet="vegan")

    before = await delete_needs(clock() + timedelta(days=14))
    after = await delete_needs(clock() + timedelta(days=16))

    assert (before, after) == ({}, {"konferenz": 1})
    assert await Need.count() == 0
    assert await Participant.count() == 1
    found = await entries(Filter(acts=frozenset({Act.NEEDS_DELETED})))
    assert [entry.facts for entry in found] == [{"needs": 1}]


async def test_deleting_again_changes_nothing(db):
    conference = await make_conference()
    await make_participant(conference, childcare=2)

    await delete_needs(clock() + timedelta(days=40))
    again = await delete_needs(clock() + timedelta(days=40))

    assert again == {}
    assert len(await entries(Filter(acts=frozenset({Act.NEEDS_DELETED})))) == 1


async def test_needs_are_counted_by_conference(db):
    for key in ("eins", "zwei"):
        conference = await make_conference(key)
        await make_participant(conference, diet="vegan")
    await make_participant(conference, access="Rollstuhl")

    due = await count_needs(clock() + timedelta(days=40))

    assert due == {"eins": 1, "zwei": 2}


async def test_a_forgotten_list_goes_after_a_day(db):
    conference = await make_conference()
    for hours in (1, 25):
        await UploadedList.insert(
            UploadedList(
                id=uuid4(),
                conference=conference.id,
                content=b"Ada",
                uploaded_at=clock() - timedelta(hours=hours),
            )
        )

    gone = await delete_uploads(clock())

    assert gone == {"konferenz": 1}
    assert await UploadedList.count() == 1
