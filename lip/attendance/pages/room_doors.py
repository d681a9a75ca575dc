"""The doors of the rooms that one may stand at, today's first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from litestar import Router, get
from litestar.di import NamedDependency, Provide
from litestar.response import Template

from lip.accounts.guards import requires_door_keeper
from lip.attendance.queries.rooms import (
    SessionFacts,
    counts_by_session,
    programme_of,
)
from lip.attendance.rules.room_door import RoomCount
from lip.conference.pages.answers import clock
from lip.conference.pages.desk import Desk, provide_desk
from lip.conference.queries.conferences import ConferenceFacts
from lip.web.page import AnyRequest, page


@get("/", name="room_door.list")
async def show_rooms(request: AnyRequest, desk: NamedDependency[Desk]) -> Template:
    """List the sessions at whose door one may stand, today's first."""
    sessions = await programme_of(desk.conference.id)
    counts = await counts_by_session(desk.conference, sessions)
    today = desk.day
    return page(
        request,
        "attendance/rooms.html",
        conference=desk.conference,
        desk=desk.identity.name,
        days=_by_day(sessions, counts, desk.conference, today=today),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionLine:
    """A session as the list of doors names it."""

    session: SessionFacts
    begins: str
    ends: str
    count: RoomCount


def _by_day(
    sessions: Sequence[SessionFacts],
    counts: Mapping[UUID, RoomCount],
    conference: ConferenceFacts,
    *,
    today: date | None,
) -> Sequence[tuple[date, Sequence[SessionLine]]]:
    zone = conference.zone
    days: dict[date, list[SessionLine]] = {}
    for one in sessions:
        line = SessionLine(
            session=replace(one, speakers=()),
            begins=clock(one.begins, zone),
            ends=clock(one.ends, zone),
            count=counts[one.id],
        )
        days.setdefault(one.day(zone), []).append(line)
    return sorted(days.items(), key=lambda item: (item[0] != today, item[0]))


router = Router(
    path="/door/{key:str}/rooms",
    guards=[requires_door_keeper],
    dependencies={"desk": Provide(provide_desk)},
    route_handlers=[show_rooms],
    include_in_schema=False,
)
