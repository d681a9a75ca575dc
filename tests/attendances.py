"""Conferences that were held, for tests of what comes after."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID, uuid4

from lip.attendance.actions.issue_certificates import certificate_code
from lip.attendance.actions.visit_rooms import RoomDoor, RoomScan, pass_room
from lip.attendance.rules.room_door import Way
from lip.conference.queries.conferences import ConferenceFacts
from lip.conference.rules.admission import Doors
from lip.conference.rules.codes import shown
from lip.journal.rules.entries import COMMAND
from lip.programme.queries.sessions import SessionFacts
from tests.door import scan
from tests.factories import (
    BERLIN,
    KEYS,
    MadeParticipant,
    clock,
    make_conference,
    make_participant,
)
from tests.programmes import make_session


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A conference of yesterday with one workshop, and who was there."""

    conference: ConferenceFacts
    workshop: SessionFacts
    people: Sequence[MadeParticipant]

    @property
    def key(self) -> str:
        return self.conference.key

    @property
    def opens(self) -> datetime:
        return self.conference.days[0].open


def yesterday() -> date:
    return clock().astimezone(BERLIN).date() - timedelta(days=1)


def at(clock_time: str, day: date | None = None) -> datetime:
    day = day or yesterday()
    hour, minute = map(int, clock_time.split(":"))
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=BERLIN)


async def hold_conference(
    key: str = "konferenz", *, people: int = 1, day: date | None = None, **guest: str
) -> Held:
    """Hold it from 9 to 17 o'clock; all come at 9:30, one sees the workshop."""
    day = day or yesterday()
    doors = Doors(day=day, open=at("09:00", day), close=at("12:00", day))
    conference = await make_conference(
        key, days=[doors], now=at("08:00", day), place="Rathaus", organiser="Netzwerk"
    )
    workshop = await make_session(
        conference, at("10:00", day), at("11:30", day), title="Wohnen"
    )
    await make_session(conference, at("15:00", day), at("17:00", day), title="Schluss")
    guests = [await make_participant(conference, **guest) for _ in range(people)]
    for one in guests:
        await scan(one.code, now=at("09:30", day), conference=key)
    held = Held(conference=conference, workshop=workshop, people=guests)
    await enter(held, guests[0].id, now=at("10:15", day))
    return held


async def enter(
    held: Held,
    who: UUID,
    *,
    now: datetime,
    way: Way = Way.IN,
    session: SessionFacts | None = None,
    request: UUID | None = None,
) -> RoomScan:
    door = RoomDoor(
        conference=held.conference,
        session=session or held.workshop,
        desk="Raumtür",
        by=COMMAND,
        now=now,
    )
    return await pass_room(who, door, way=way, request=request or uuid4())


def code_on(certificate: UUID) -> str:
    """Write the code that is printed on a certificate."""
    return shown(certificate_code(certificate, keys=KEYS))
