"""The programme of the sample conference, beginning when its doors open."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID, uuid5

from lip.conference.queries.conferences import ConferenceFacts
from lip.journal.rules.entries import COMMAND
from lip.programme.actions.furnish import (
    RoomWish,
    SpeakerWish,
    save_room,
    save_speaker,
)
from lip.programme.actions.plan_session import (
    SessionWish,
    add_session,
    call_session_off,
    change_session,
)
from lip.programme.actions.run_late import run_late
from lip.programme.queries.sessions import programme_of
from lip.programme.rules.session_kinds import SessionKind
from lip.programme.rules.sessions import SessionFacts
from lip.programme.rules.shifting import Delay
from lip.sample.programme_texts import ROOMS, SESSIONS, SampleSession
from lip.sample.speakers import SPEAKERS

DELAY: Final = Delay(minutes=10, parallel=True, shorten_breaks=True)
"""The workshops begin later, and lunch takes that up."""


async def fill_in_programme(conference: ConferenceFacts, *, now: datetime) -> None:
    """Fill in the programme once; on a later day it moves there."""
    doors = conference.doors(now) or conference.days[0]
    there = await programme_of(conference.id)
    if not there:
        await _fill_in(conference, doors.open, now=now)
    elif (doors.open - there[0].starts_at) > timedelta(hours=12):
        for one in there:
            await _move(one, doors.open - there[0].starts_at, conference, now=now)


async def _fill_in(
    conference: ConferenceFacts, opens: datetime, *, now: datetime
) -> None:
    rooms = {
        name: await save_room(
            None,
            RoomWish(name=name, way=way, seats=seats),
            conference=conference,
            by=COMMAND,
            now=now,
        )
        for name, way, seats in ROOMS
    }
    speakers = {
        key: await save_speaker(
            None,
            SpeakerWish(
                name=one.name,
                function=one.function,
                organisation=one.organisation,
                may_be_named=one.may_be_named,
            ),
            conference=conference,
            by=COMMAND,
            now=now,
        )
        for key, one in SPEAKERS.items()
    }
    made = [
        await _add(one, conference, opens, rooms=rooms, speakers=speakers, now=now)
        for one in SESSIONS
    ]
    workshops = [one.kind for one in SESSIONS].index(SessionKind.WORKSHOP)
    await run_late(
        made[workshops],
        DELAY,
        conference=conference,
        by=COMMAND,
        now=now,
        request=uuid5(conference.id, "sample delay"),
    )


async def _add(
    one: SampleSession,
    conference: ConferenceFacts,
    opens: datetime,
    *,
    rooms: Mapping[str, UUID],
    speakers: Mapping[str, UUID],
    now: datetime,
) -> UUID:
    starts_at = opens + timedelta(minutes=one.begins)
    wish = SessionWish(
        title=one.title,
        text=one.text,
        kind=one.kind,
        starts_at=starts_at,
        ends_at=starts_at + timedelta(minutes=one.minutes),
        room=rooms[one.room],
        languages=one.languages,
        interpreting=one.interpreting,
        sign_up=one.seats is not None,
        seats=one.seats,
        speakers=[speakers[key] for key in one.speakers],
    )
    session = await add_session(wish, conference=conference, by=COMMAND, now=now)
    if one.called_off:
        await call_session_off(session, conference=conference, by=COMMAND, now=now)
    return session


async def _move(
    one: SessionFacts, by: timedelta, conference: ConferenceFacts, *, now: datetime
) -> None:
    wish = SessionWish(
        title=one.title,
        text=one.text,
        kind=one.kind,
        starts_at=one.starts_at + by,
        ends_at=one.ends_at + by,
        room=one.room.id if one.room else None,
        languages=one.languages,
        interpreting=one.interpreting,
        sign_up=one.sign_up,
        seats=one.seats,
        speakers=[each.id for each in one.speakers],
    )
    await change_session(one.id, wish, conference=conference, by=COMMAND, now=now)
