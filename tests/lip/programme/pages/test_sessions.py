"""The programme for its organisers: sessions, rooms, speakers."""

import re
from datetime import UTC, date, datetime, timedelta
from typing import Any

import httpx
import pytest

from lip.accounts.rules.roles import Role
from lip.conference.queries.conferences import ConferenceFacts
from lip.conference.rules.admission import Doors
from lip.programme.queries.sessions import programme_of, rooms_of, speakers_of
from lip.said import Said
from tests.client import send, sign_in_as
from tests.factories import BERLIN, make_conference
from tests.programmes import at, make_room, make_session, make_speaker

pytestmark = pytest.mark.anyio

DAY = date(2026, 11, 28)
LIST = "/conferences/konferenz/programme"
NEW = f"{LIST}/sessions/new"


async def a_conference(day: date = DAY) -> ConferenceFacts:
    opens = datetime(day.year, day.month, day.day, 0, 0, tzinfo=BERLIN)
    doors = Doors(day=day, open=opens, close=opens + timedelta(hours=22))
    return await make_conference(days=[doors])


def fields(**changes: Any) -> dict[str, Any]:
    return {
        "title-de": "Wohnen",
        "kind": "workshop",
        "day": "2026-11-28",
        "starts": "14:30",
        "ends": "16:00",
    } | changes


async def test_a_session_is_written_in_several_languages(client: httpx.AsyncClient):
    place = await a_conference()
    room = await make_room(place)
    speaker = await make_speaker(place)
    await sign_in_as(client, Role.ORGANISER)
    typed = fields(**{
        "title-ar": "السكن",
        "text-de": "Zwei\nZeilen",
        "room": str(room),
        "speakers": str(speaker),
        "languages": "Deutsch, Arabisch",
        "interpreting": "Ukrainisch",
        "sign_up": "1",
        "seats": "20",
    })

    answer = await send(client, NEW, typed)

    assert answer.status_code == 303, answer.text
    [one] = await programme_of(place.id)
    assert one.title == Said.of(de="Wohnen", ar="السكن")
    assert one.text == Said.of(de="Zwei\nZeilen")
    assert (one.starts_at, one.ends_at) == (at("14:30"), at("16:00"))
    assert (one.languages, one.interpreting) == (("de", "ar"), ("uk",))
    assert (one.sign_up, one.seats, one.room and one.room.id) == (True, 20, room)
    assert [each.id for each in one.speakers] == [speaker]


async def test_sending_twice_puts_it_there_once(client: httpx.AsyncClient):
    place = await a_conference()
    await sign_in_as(client, Role.ORGANISER)
    text = (await client.get(NEW)).text
    found = re.search(r'name="request" value="([^"]+)"', text)
    assert found

    for _ in range(2):
        await send(client, NEW, fields(request=found[1]))

    assert len(await programme_of(place.id)) == 1


@pytest.mark.parametrize(
    "changes, said",
    [
        ({"title-de": ""}, "Bitte füllen Sie dieses Feld aus."),
        ({"ends": "14:30"}, "Das Ende muss nach dem Beginn liegen."),
        ({"starts": "halb drei"}, "Bitte eine Uhrzeit wie 09:00 eingeben."),
        ({"day": ""}, "Bitte wählen Sie einen Tag."),
        ({"languages": "Klingonisch"}, "Diese Sprache kennt LIP nicht: Klingonisch."),
        ({"seats": "viele"}, "Bitte eine ganze Zahl eingeben."),
        ({"room": "x"}, "Bitte wählen Sie einen der Werte aus der Liste."),
        ({"room": "0" * 32}, "Diesen Raum gibt es nicht mehr."),
        (
            {"speakers": "0" * 32},
            "Diese Person steht nicht mehr bei den Referierenden.",
        ),
        ({"kind": "party"}, "Bitte wählen Sie einen der Werte aus der Liste."),
    ],
)
async def test_a_mistake_is_said_at_its_field_and_nothing_is_lost(
    client: httpx.AsyncClient, changes: dict[str, str], said: str
):
    place = await a_conference()
    await sign_in_as(client, Role.ORGANISER)

    answer = await send(client, NEW, fields(**({"text-de": "Bleibt"} | changes)))

    assert answer.status_code == 422
    assert said in answer.text
    assert "Bleibt" in answer.text
    assert await programme_of(place.id) == []


async def test_an_evening_may_last_until_after_midnight(client: httpx.AsyncClient):
    place = await a_conference()
    await sign_in_as(client, Role.ORGANISER)

    await send(client, NEW, fields(starts="21:00", ends="01:30"))

    [one] = await programme_of(place.id)
    assert one.ends_at - one.starts_at == timedelta(hours=4, minutes=30)
    form = (await client.get(f"{LIST}/sessions/{one.id}")).text
    assert 'value="21:00"' in form
    assert 'value="01:30"' in form


async def test_an_evening_before_the_clocks_go_back_asks_which_end_is_meant(
    client: httpx.AsyncClient,
):
    place = await a_conference(date(2026, 10, 24))
    await sign_in_as(client, Role.ORGANISER)
    typed = fields(day="2026-10-24", starts="22:00", ends="02:30")

    asked = await send(client, NEW, typed)
    await send(client, NEW, typed | {"ends_which": "second"})

    assert "Diese Uhrzeit gibt es an diesem Tag zweimal" in asked.text
    [one] = await programme_of(place.id)
    assert one.ends_at == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)


async def test_an_hour_that_comes_twice_is_asked_about(client: httpx.AsyncClient):
    place = await a_conference(date(2026, 10, 25))
    await sign_in_as(client, Role.ORGANISER)
    typed = fields(day="2026-10-25", starts="02:30", ends="04:00")

    asked = await send(client, NEW, typed)
    done = await send(client, NEW, typed | {"starts_which": "second"})

    assert asked.status_code == 422
    assert "Diese Uhrzeit gibt es an diesem Tag zweimal" in asked.text
    assert 'name="starts_which" value="second"' in asked.text
    assert done.status_code == 303
    [one] = await programme_of(place.id)
    assert one.starts_at == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
    edit = (await client.get(f"{LIST}/sessions/{one.id}")).text
    assert re.search(r'name="starts_which" value="second" checked', edit)


async def test_an_hour_that_never_comes_is_refused(client: httpx.AsyncClient):
    await a_conference(date(2026, 3, 29))
    await sign_in_as(client, Role.ORGANISER)

    answer = await send(
        client, NEW, fields(day="2026-03-29", starts="02:30", ends="04:00")
    )

    assert answer.status_code == 422
    assert "Meinen Sie 03:30?" in answer.text


async def test_saving_unchanged_changes_no_time(client: httpx.AsyncClient):
    place = await a_conference(date(2026, 10, 25))
    starts = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    one = await make_session(place, starts, starts + timedelta(minutes=45))
    await sign_in_as(client, Role.ORGANISER)
    path = f"{LIST}/sessions/{one.id}"
    shown = (await client.get(path)).text
    typed = fields(
        day="2026-10-25",
        starts="02:30",
        ends="02:15",
        starts_which="first",
        ends_which="second",
    )
    assert re.search(r'name="starts_which" value="first" checked', shown)
    assert re.search(r'name="ends_which" value="second" checked', shown)

    answer = await send(client, path, typed)

    assert answer.status_code == 303
    [after] = await programme_of(place.id)
    assert (after.starts_at, after.ends_at) == (one.starts_at, one.ends_at)


async def test_who_was_slower_overwrites_nothing(client: httpx.AsyncClient):
    place = await a_conference()
    one = await make_session(place, at("10:00"), at("11:00"))
    await sign_in_as(client, Role.ORGANISER)
    path = f"{LIST}/sessions/{one.id}"
    await send(client, path, fields(**{"title-de": "Die Erste", "version": "0"}))

    slower = await send(client, path, fields(**{"title-de": "Zweite", "version": "0"}))

    assert slower.status_code == 422
    assert "Jemand anderes hat diesen Programmpunkt inzwischen geändert." in slower.text
    assert 'value="Zweite"' in slower.text
    assert 'name="version" value="1"' in slower.text
    [after] = await programme_of(place.id)
    assert after.title == Said.of(de="Die Erste")


async def test_a_copy_begins_as_its_original(client: httpx.AsyncClient):
    place = await a_conference()
    one = await make_session(place, at("10:00"), at("11:00"), title="Original")
    await sign_in_as(client, Role.ORGANISER)

    text = (await client.get(f"{NEW}?copy={one.id}")).text

    assert 'value="Original"' in text
    assert 'value="10:00"' in text
    assert len(await programme_of(place.id)) == 1


async def test_removing_asks_first(client: httpx.AsyncClient):
    place = await a_conference()
    one = await make_session(place)
    await sign_in_as(client, Role.ORGANISER)
    path = f"{LIST}/sessions/{one.id}/remove"

    asked = await client.get(path)
    there = await programme_of(place.id)
    done = await send(client, path)

    assert "Wirklich löschen?" in asked.text
    assert len(there) == 1
    assert done.status_code == 303
    assert await programme_of(place.id) == []


async def test_calling_off_can_be_taken_back(client: httpx.AsyncClient):
    place = await a_conference()
    one = await make_session(place)
    await sign_in_as(client, Role.ORGANISER)
    path = f"{LIST}/sessions/{one.id}/call-off"

    await send(client, path)
    [off] = await programme_of(place.id)
    await send(client, path, {"back": "1"})
    [on] = await programme_of(place.id)

    assert (off.called_off, on.called_off) == (True, False)
    assert on.version == 2


async def test_what_should_be_looked_at_is_a_warning(client: httpx.AsyncClient):
    place = await a_conference()
    room, speaker = await make_room(place, seats=10), await make_speaker(place)
    both: dict[str, Any] = {"room": room, "speakers": [speaker]}
    await make_session(place, at("10:00"), at("11:00"), title="Erstes", **both)
    await make_session(
        place, at("10:30"), at("11:30"), title="Zweites", seats=20, **both
    )
    await make_session(place, at("22:30"), at("23:00"), title="Spät")
    await sign_in_as(client, Role.ORGANISER)

    text = (await client.get(LIST)).text

    for said in (
        "Zur selben Zeit ist im selben Raum „Zweites“ (10:30–11:30).",
        "Zur selben Zeit ist im selben Raum „Erstes“ (10:00–11:00).",
        "Dieselbe Person spricht zur selben Zeit bei „Erstes“ (10:00–11:00).",
        "Mehr Plätze als im Raum: Dort sind 10.",
        "Die Zeit liegt außerhalb der Einlasszeiten.",
        "Noch ohne Raum.",
    ):
        assert said in text


async def test_rooms_are_added_changed_and_removed(client: httpx.AsyncClient):
    place = await a_conference()
    await sign_in_as(client, Role.ORGANISER)
    rooms = f"{LIST}/rooms"

    await send(client, rooms, {"name": "Saal", "way-de": "links", "seats": "90"})
    twice = await send(client, rooms, {"name": "Saal"})
    [room] = await rooms_of(place.id)
    await send(client, f"{rooms}/{room.id}", {"name": "Großer Saal", "seats": ""})
    [changed] = await rooms_of(place.id)
    await make_session(place, room=room.id)
    await send(client, f"{rooms}/{room.id}/remove")

    assert (room.name, room.way, room.seats) == ("Saal", Said.of(de="links"), 90)
    assert twice.status_code == 422
    assert "Einen Raum „Saal“ gibt es schon." in twice.text
    assert (changed.name, changed.seats) == ("Großer Saal", None)
    assert await rooms_of(place.id) == []
    [session] = await programme_of(place.id)
    assert session.room is None


async def test_speakers_are_added_changed_and_removed(client: httpx.AsyncClient):
    place = await a_conference()
    await sign_in_as(client, Role.ORGANISER)
    people = f"{LIST}/speakers"

    await send(client, people, {"name": "Oksana Koval", "function-de": "Leitung"})
    [before] = await speakers_of(place.id)
    session = await make_session(place, speakers=[before.id])
    one = f"{people}/{before.id}"
    await send(client, one, {"name": "Oksana Koval", "may_be_named": "1"})
    [after] = await speakers_of(place.id)
    nameless = await send(client, one, {"name": " "})
    await send(client, f"{one}/remove")

    assert (before.may_be_named, after.may_be_named) == (False, True)
    assert before.function == Said.of(de="Leitung")
    assert nameless.status_code == 422
    assert await speakers_of(place.id) == []
    [there] = await programme_of(place.id)
    assert there.id == session.id
    assert there.speakers == ()


@pytest.mark.parametrize("thing", ["sessions", "rooms", "speakers"])
async def test_what_belongs_to_another_conference_is_not_found(
    client: httpx.AsyncClient, thing: str
):
    await a_conference()
    other = await make_conference("andere")
    made = {
        "sessions": (await make_session(other)).id,
        "rooms": await make_room(other),
        "speakers": await make_speaker(other),
    }
    await sign_in_as(client, Role.ORGANISER)
    path = f"{LIST}/{thing}/{made[thing]}"

    shown = await client.get(path)
    changed = await send(client, path, fields(name="Fremd"))
    removed = await send(client, f"{path}/remove")

    assert [one.status_code for one in (shown, changed, removed)] == [404, 404, 404]
    assert len(await programme_of(other.id)) == 1
    assert len(await rooms_of(other.id)) == 1
    assert len(await speakers_of(other.id)) == 1
