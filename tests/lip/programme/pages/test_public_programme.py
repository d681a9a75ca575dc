"""The programme for everybody, on its page and as calendars."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import httpx
import pytest
from icalendar import Calendar

from lip.conference.actions.change_stage import change_stage
from lip.conference.rules.stages import Stage
from lip.journal.rules.entries import COMMAND
from lip.programme.actions.plan_session import call_session_off
from lip.programme.actions.run_late import run_late
from lip.programme.rules.session_kinds import SessionKind
from lip.programme.rules.shifting import Delay
from lip.said import Said
from tests.factories import clock, make_conference
from tests.programmes import at, make_room, make_session, make_speaker

pytestmark = pytest.mark.anyio

NOW = at("08:00")


async def events_of(client: httpx.AsyncClient, path: str) -> list:
    answer = await client.get(path)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    return list(Calendar.from_ical(answer.content).walk("VEVENT"))


async def test_it_says_when_where_who_and_in_which_language(client: httpx.AsyncClient):
    place = await make_conference()
    room = await make_room(place, "Mosaiksaal", way=Said.of(de="1. Stock"))
    speaker = await make_speaker(
        place, "Oksana Koval", may_be_named=True, organisation="Beirat"
    )
    await make_session(
        place,
        at("14:30"),
        at("16:00"),
        title=Said.of(de="Wohnen", ar="السكن"),
        kind=SessionKind.WORKSHOP,
        room=room,
        speakers=[speaker],
        languages=["de"],
        interpreting=["ar", "uk"],
        sign_up=True,
        seats=20,
    )

    text = (await client.get("/c/konferenz/programme")).text

    for said in (
        *("Samstag, 28. November 2026", "14:30", "16:00", "Mosaiksaal", "1. Stock"),
        *("Oksana Koval", "Beirat", "Workshop", "Mit Anmeldung, 20 Plätze"),
        "Dolmetschen: Arabisch, Ukrainisch",
    ):
        assert said in text
    assert '<span lang="ar" dir="auto">السكن</span>' not in text


async def test_a_reader_gets_her_language_or_the_one_that_was_written(
    client: httpx.AsyncClient,
):
    place = await make_conference()
    title = Said.of(de="Wohnen", ar="السكن")
    await make_session(place, title=title, text=Said.of(de="Nur auf Deutsch"))

    text = (await client.get("/ar/c/konferenz/programme")).text

    assert '<span lang="ar" dir="auto">السكن</span>' in text
    assert 'lang="de" dir="auto">Nur auf Deutsch' in text


async def test_a_speaker_who_did_not_agree_is_not_named(client: httpx.AsyncClient):
    place = await make_conference()
    speaker = await make_speaker(
        place, "Geheime Person", function=Said.of(de="Leitung"), organisation="Amt"
    )
    session = await make_session(place, speakers=[speaker])

    page = (await client.get("/c/konferenz/programme")).text
    calendar = (await client.get(f"/c/konferenz/sessions/{session.id}.ics")).text

    assert "Geheime" not in page + calendar
    assert "Leitung" in page
    assert "Leitung" in calendar


async def test_what_is_late_is_said_in_words_with_sign_and_colour(
    client: httpx.AsyncClient,
):
    place = await make_conference()
    session = await make_session(place, at("14:00"), at("15:00"))
    await run_late(session.id, Delay(minutes=15), conference=place, by=COMMAND, now=NOW)

    text = (await client.get("/c/konferenz/programme")).text

    assert "Beginnt 15 Minuten später: 14:15" in text
    badge = text[: text.index("Beginnt 15 Minuten")].rsplit("<span", 1)[1]
    assert "badge warn" in badge
    assert "icon-clock" in badge


async def test_what_was_called_off_stays_struck_through_and_is_said(
    client: httpx.AsyncClient,
):
    place = await make_conference()
    session = await make_session(place, title="Führung")
    await call_session_off(session.id, conference=place, by=COMMAND, now=NOW)

    text = (await client.get("/c/konferenz/programme")).text

    assert "Fällt aus" in text
    assert '<s><span lang="de" dir="auto">Führung</span></s>' in text


async def test_without_sessions_the_page_says_so(client: httpx.AsyncClient):
    await make_conference()

    text = (await client.get("/c/konferenz/programme")).text

    assert "Das Programm kommt noch" in text


async def test_a_draft_is_hidden(client: httpx.AsyncClient):
    place = await make_conference()
    session = await make_session(place)
    await change_stage(place, Stage.DRAFT, by=COMMAND, now=clock())

    for path in ("programme", "programme.ics", f"sessions/{session.id}.ics"):
        assert (await client.get(f"/c/konferenz/{path}")).status_code == 404, path


async def test_a_calendar_has_every_session_in_the_language_of_its_address(
    client: httpx.AsyncClient,
):
    place = await make_conference(place="Neues Rathaus")
    room = await make_room(place, "Saal; links, hinten")
    title = Said.of(de="Wohnen", ar="السكن")
    one = await make_session(place, at("14:30"), at("16:00"), title=title, room=room)
    await make_session(place, at("16:00"), at("17:00"), title="Pause")

    first, second = await events_of(client, "/ar/c/konferenz/programme.ics")

    assert str(first["SUMMARY"]) == "السكن"
    assert first["SUMMARY"].params["LANGUAGE"] == "ar"
    assert str(first["UID"]) == str(one.id)
    assert first["DTSTART"].dt == datetime(2026, 11, 28, 13, 30, tzinfo=UTC)
    assert first["DTEND"].dt == datetime(2026, 11, 28, 15, 0, tzinfo=UTC)
    assert str(first["LOCATION"]) == "Saal; links, hinten, Neues Rathaus"
    assert str(first["STATUS"]) == "CONFIRMED"
    assert second["SUMMARY"].params["LANGUAGE"] == "de"


async def test_a_calendar_that_was_taken_over_learns_of_a_delay(
    client: httpx.AsyncClient,
):
    place = await make_conference()
    session = await make_session(place, at("14:00"), at("15:00"))
    path = f"/c/konferenz/sessions/{session.id}.ics"
    [before] = await events_of(client, path)
    delay = Delay(minutes=15)
    await run_late(session.id, delay, conference=place, by=COMMAND, now=NOW)

    [after] = await events_of(client, path)

    assert after["UID"] == before["UID"]
    assert after["SEQUENCE"] == before["SEQUENCE"] + 1
    assert after["DTSTART"].dt - before["DTSTART"].dt == timedelta(minutes=15)
    assert after["LAST-MODIFIED"].dt == NOW


async def test_a_session_called_off_is_cancelled_in_calendars(
    client: httpx.AsyncClient,
):
    place = await make_conference()
    session = await make_session(place)
    await call_session_off(session.id, conference=place, by=COMMAND, now=NOW)

    [event] = await events_of(client, f"/c/konferenz/sessions/{session.id}.ics")

    assert str(event["STATUS"]) == "CANCELLED"
    assert event["SEQUENCE"] == 1


async def test_sessions_on_both_sides_of_a_clock_change_keep_their_moments(
    client: httpx.AsyncClient,
):
    place = await make_conference()
    summer = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    winter = datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
    await make_session(place, summer, winter)
    await make_session(place, winter, winter + timedelta(hours=1))

    events = await events_of(client, "/c/konferenz/programme.ics")

    assert [one["DTSTART"].dt for one in events] == [summer, winter]
    assert events[0]["DTEND"].dt - events[0]["DTSTART"].dt == timedelta(hours=1)


@pytest.mark.parametrize("name", [f"{UUID(int=7)}.ics", "nothing.ics", "nothing"])
async def test_a_session_that_is_not_there_is_not_found(
    client: httpx.AsyncClient, name: str
):
    await make_conference()

    answer = await client.get(f"/c/konferenz/sessions/{name}")

    assert answer.status_code == 404


async def test_a_session_of_another_conference_is_not_found(client: httpx.AsyncClient):
    await make_conference("eins")
    session = await make_session(await make_conference("zwei"))

    answer = await client.get(f"/c/eins/sessions/{session.id}.ics")

    assert answer.status_code == 404
