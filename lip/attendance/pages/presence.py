"""Who is where: live counts of all sessions, for organisers."""

import json
from collections.abc import AsyncIterator
from datetime import datetime

from litestar import Router, get
from litestar.di import NamedDependency, Provide
from litestar.response import ServerSentEvent, ServerSentEventMessage, Template

from lip.accounts.guards import requires_organiser
from lip.attendance.pages.room_door import room_topic
from lip.attendance.queries.rooms import counts_by_session, programme_of
from lip.conference.pages.answers import clock
from lip.conference.pages.place import provide_conference
from lip.conference.queries.conferences import ConferenceFacts
from lip.web.live import Live
from lip.web.page import AnyRequest, page
from lip.words import current_language


@get("/", name="presence.show")
async def show_presence(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    now: NamedDependency[datetime],
) -> Template:
    """Show for each session how many are in its room and how many have been."""
    sessions = await programme_of(conference.id)
    counts = await counts_by_session(conference, sessions)
    zone = conference.zone
    return page(
        request,
        "attendance/presence.html",
        conference=conference,
        lines=[
            {
                "id": one.id.hex,
                "title": one.title.pick(current_language(), conference.language),
                "day": one.day(zone),
                "time": f"{clock(one.begins, zone)}–{clock(one.ends, zone)}",
                "room": one.room.name if one.room else "",
                "running": one.begins <= now < one.ends,
                "count": counts[one.id],
                "called_off": one.called_off,
            }
            for one in sessions
        ],
        several_days=len(conference.days) > 1,
    )


@get("/live", name="presence.live")
async def show_live(
    request: AnyRequest, conference: NamedDependency[ConferenceFacts]
) -> ServerSentEvent:
    """Send the counts as they change."""
    return ServerSentEvent(_events(request, conference))


async def _events(
    request: AnyRequest, conference: ConferenceFacts
) -> AsyncIterator[ServerSentEventMessage]:
    live: Live = request.app.state.live
    async with live.watching(room_topic(conference)) as changes:
        yield await _state(conference)
        async for _change in changes:
            yield await _state(conference)


async def _state(conference: ConferenceFacts) -> ServerSentEventMessage:
    sessions = await programme_of(conference.id)
    counts = await counts_by_session(conference, sessions)
    numbers = {
        f"{kind}-{one.hex}": getattr(count, kind)
        for one, count in counts.items()
        for kind in ("inside", "came")
    }
    return ServerSentEventMessage(event="count", data=json.dumps(numbers))


router = Router(
    path="/conferences/{key:str}/presence",
    guards=[requires_organiser],
    dependencies={"conference": Provide(provide_conference)},
    route_handlers=[show_presence, show_live],
    include_in_schema=False,
)
