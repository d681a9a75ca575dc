"""Reading programmes."""

import pytest

from lip.programme.queries.sessions import programme_of, session_by_id
from tests.factories import make_conference
from tests.programmes import at, make_room, make_session, make_speaker
from tests.queries import counted_queries

pytestmark = pytest.mark.anyio


async def test_a_programme_costs_two_queries_however_long_it_is(db):
    place = await make_conference()
    room, speaker = await make_room(place), await make_speaker(place)
    for hour in range(9, 17):
        await make_session(
            place, at(f"{hour}:00"), at(f"{hour}:45"), room=room, speakers=[speaker]
        )

    with counted_queries() as asked:
        sessions = await programme_of(place.id)

    assert len(asked) == 2
    assert len(sessions) == 8


async def test_sessions_come_in_order_of_time_and_rooms(db):
    place = await make_conference()
    first, second = await make_room(place, "Z"), await make_room(place, "A")
    await make_session(place, at("11:00"), at("12:00"), title="c")
    await make_session(place, at("10:00"), at("11:00"), title="b", room=second)
    await make_session(place, at("10:00"), at("11:00"), title="a", room=first)

    sessions = await programme_of(place.id)

    assert [one.title["de"] for one in sessions] == ["a", "b", "c"]


async def test_names_of_speakers_are_read_only_with_their_consent(db):
    place = await make_conference()
    named = await make_speaker(place, "Offen", may_be_named=True)
    nameless = await make_speaker(place, "Geheim", organisation="Amt")
    made = await make_session(place, speakers=[named, nameless])

    one = await session_by_id(made.id, conference=place.id)

    assert [(it.name, it.organisation) for it in one.speakers] == [
        ("Offen", ""),
        ("", "Amt"),
    ]


async def test_places_are_the_sessions_own_or_those_of_its_room(db):
    place = await make_conference()
    room = await make_room(place, seats=30)

    own = await make_session(place, room=room, seats=20)
    rooms = await make_session(place, room=room)
    none = await make_session(place)

    assert (own.places, rooms.places, none.places) == (20, 30, None)
