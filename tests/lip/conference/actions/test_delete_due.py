"""Needs go early, and only they."""

from datetime import timedelta

import pytest

from lip.conference.actions.delete_due import delete_due
from lip.conference.tables import Need, Participant
from lip.journal.queries import Filter, entries
from lip.journal.rules.acts import Act
from tests.factories import clock, make_conference, make_participant

pytestmark = pytest.mark.anyio


async def test_needs_are_deleted_after_their_date_and_the_person_stays(db):
    conference = await make_conference()
    await make_participant(conference, diet="vegan")

    before = await delete_due(now=clock() + timedelta(days=14))
    after = await delete_due(now=clock() + timedelta(days=16))

    assert (before, after) == (0, 1)
    assert await Need.count() == 0
    assert await Participant.count() == 1
    found = await entries(Filter(acts=frozenset({Act.NEEDS_DELETED})))
    assert [entry.facts for entry in found] == [{"needs": 1}]


async def test_deleting_again_changes_nothing(db):
    conference = await make_conference()
    await make_participant(conference, childcare=2)

    await delete_due(now=clock() + timedelta(days=40))
    again = await delete_due(now=clock() + timedelta(days=40))

    assert again == 0
    assert len(await entries(Filter(acts=frozenset({Act.NEEDS_DELETED})))) == 1
