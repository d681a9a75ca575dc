"""Names for the journal."""

from uuid import uuid4

import pytest

from lip.programme.queries.names import names_in_programmes
from tests.factories import make_conference
from tests.programmes import make_room, make_session, make_speaker

pytestmark = pytest.mark.anyio


async def test_sessions_rooms_and_speakers_are_named_and_others_are_not(db):
    place = await make_conference()
    session = (await make_session(place, title="Wohnen")).id
    room, speaker = await make_room(place, "Saal"), await make_speaker(place, "Oksana")

    names = await names_in_programmes({session, room, speaker, uuid4()})

    assert names == {session: "Wohnen", room: "Saal", speaker: "Oksana"}
    assert await names_in_programmes(()) == {}
