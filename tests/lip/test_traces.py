"""What lists say of the sample's proposals is what their own pages say."""

import pytest

from lip.conference.queries.conferences import conference_by_key
from lip.database import StoreEngine
from lip.sample.fill_in import KEY, fill_in
from lip.traces import STATE_MARKS, TRACERS
from proposals.queries.following import ways_of
from proposals.queries.listed import listed_proposals
from proposals.rules.following import state_at_end
from tests.factories import KEYS, clock
from tests.queries import counted_queries

pytestmark = pytest.mark.anyio


async def test_a_list_and_the_pages_tell_the_same_state(db: StoreEngine):
    await fill_in(keys=KEYS, now=clock())
    conference = await conference_by_key(KEY)

    with counted_queries() as asked:
        found = await listed_proposals(conference.id, marks=STATE_MARKS)
    ways = await ways_of([one.id for one in found.proposals], TRACERS)

    told = {one.number: one.state for one in found.proposals}
    walked = {one.number: state_at_end(ways[one.id]) for one in found.proposals}
    assert told == walked
    assert len(set(told.values())) >= 5
    assert len(asked) == 1
