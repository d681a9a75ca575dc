"""What happens at all desks, sent to each of them as it happens."""

import json
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import asdict

from litestar import get
from litestar.di import NamedDependency
from litestar.response import ServerSentEvent, ServerSentEventMessage

from lip.accounts.guards import still_may
from lip.accounts.rules.roles import Right
from lip.conference.pages.answers import clock, shown_name, state_label, state_of
from lip.conference.pages.desk import Desk
from lip.conference.queries.conferences import ConferenceFacts, counts_of
from lip.conference.queries.door import Visitor, last_arrivals
from lip.web.deps import now
from lip.web.live import Live, at_least_every
from lip.web.page import AnyRequest

RIGHTS_CHECKED_EVERY = 20
"""Seconds after which a withdrawn pass is noticed, though nobody came in meanwhile."""


@get("/live", name="door.live")
async def show_live(
    request: AnyRequest, desk: NamedDependency[Desk]
) -> ServerSentEvent:
    """Send the counts and the last arrivals as they change."""
    return ServerSentEvent(_events(request, desk))


async def _events(
    request: AnyRequest, desk: Desk
) -> AsyncIterator[ServerSentEventMessage]:
    place = desk.conference
    live: Live = request.app.state.live
    async with live.watching(place.key) as changes:
        for message in await _state(request, place):
            yield message
        async for changed in at_least_every(RIGHTS_CHECKED_EVERY, changes):
            if not await still_may(request, Right.KEEP_THE_DOOR, scope=place.key):
                yield ServerSentEventMessage(event="ended", data="")
                return
            for message in await _state(request, place) if changed else ():
                yield message


async def _state(
    request: AnyRequest, place: ConferenceFacts
) -> Sequence[ServerSentEventMessage]:
    moment = now()
    counts = await counts_of(place, now=moment)
    doors = place.doors(moment)
    arrivals = await last_arrivals(place, day=doors.day if doors else None)
    lines = [recent_line(visitor, place) for visitor in arrivals]
    engine = request.app.template_engine
    assert engine is not None
    html = engine.get_template("conference/scan/recent.html").render(recent=lines)
    return [
        ServerSentEventMessage(event="count", data=json.dumps(asdict(counts))),
        ServerSentEventMessage(event="recent", data=html),
    ]


def recent_line(visitor: Visitor, conference: ConferenceFacts) -> Mapping[str, object]:
    """Put one arrival into a line of the list."""
    arrival = visitor.arrival
    state = state_of(visitor)
    return {
        "time": clock(arrival.since if arrival else None, conference.zone),
        "name": shown_name(visitor),
        "outcome": {"inside": "welcome", "outside": "out"}.get(state, "undone"),
        "outcome_label": state_label(state),
        "desk": arrival.desk if arrival else "",
    }
