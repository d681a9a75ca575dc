"""At the door of a room: who comes to a session, and who leaves."""

import json
from collections.abc import AsyncIterator, Mapping, Sequence
from typing import Any
from uuid import UUID, uuid4, uuid5

from litestar import Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath, FromQuery
from litestar.response import ServerSentEvent, ServerSentEventMessage, Template

from lip.accounts.guards import requires_door_keeper
from lip.attendance.actions.visit_rooms import (
    RoomDoor,
    RoomScan,
    pass_room,
    scan_at_room,
    take_back_visit,
)
from lip.attendance.pages.room_answers import RoomAnswer, room_answer
from lip.attendance.queries.rooms import (
    RoomLine,
    counts_by_session,
    last_visits,
    session_by_id,
    whereabouts,
)
from lip.attendance.rules.room_door import RoomOutcome, Way
from lip.conference.pages.answers import clock, shown_name
from lip.conference.pages.desk import Desk, provide_desk
from lip.conference.queries.conferences import ConferenceFacts
from lip.conference.queries.door import FOUND_AT_MOST, visitors_found
from lip.errors import NotFound
from lip.keys import Keys
from lip.said import Said
from lip.web.forms import Form, read_form
from lip.web.limits import WRONG_CODES_PER_DESK, Limits
from lip.web.live import Live
from lip.web.page import AnyRequest, page, wants_fragment
from lip.words import _, current_language


async def provide_room(
    desk: NamedDependency[Desk], session: FromPath[UUID]
) -> RoomDoor:
    """Find the session whose door this is."""
    return RoomDoor(
        conference=desk.conference,
        session=await session_by_id(session, conference=desk.conference.id),
        desk=desk.identity.name,
        by=desk.identity.actor,
        now=desk.now,
    )


@get("/{session:uuid}", name="room_door.show")
async def show_room(
    request: AnyRequest,
    door: NamedDependency[RoomDoor],
    q: FromQuery[str] = "",
    way: FromQuery[Way] = Way.IN,
) -> Template:
    """Show the door of a session's room, or the hits of a search."""
    if wants_fragment(request, "results"):
        return page(
            request,
            "attendance/room_hits.html",
            **await _found(door, q),
            conference=door.conference,
            session=door.session,
            request_key=uuid4(),
        )
    return await _room(request, door, way=way, query=q)


@post("/{session:uuid}/scan", name="room_door.scan", status_code=200)
async def scan(
    request: AnyRequest,
    door: NamedDependency[RoomDoor],
    desk: NamedDependency[Desk],
    keys: NamedDependency[Keys],
    limits: NamedDependency[Limits],
) -> Template:
    """Let in or out whoever holds a code."""
    form = await read_form(request)
    way = form.choice("way", Way, default=Way.IN)
    text = form.text("code", most=500)
    key = _request(form, f"room {door.session.id} {way} {form.raw('code')}")
    result = await scan_at_room(text, door, way=way, keys=keys, request=key)
    if result.outcome is RoomOutcome.UNKNOWN:
        guesser = f"desk {desk.identity.session}"
        limits.spend(guesser, WRONG_CODES_PER_DESK, now=desk.now)
    return await _answer(request, door, result, way=way)


@post("/{session:uuid}/pass", name="room_door.pass", status_code=200)
async def let_pass(request: AnyRequest, door: NamedDependency[RoomDoor]) -> Template:
    """Let in or out somebody who was found by name."""
    form = await read_form(request)
    way = form.choice("way", Way, default=Way.IN)
    who = _participant(form)
    key = _request(form, f"room {door.session.id} {way} {who}")
    result = await pass_room(who, door, way=way, request=key)
    return await _answer(request, door, result, way=Way.IN)


@post("/{session:uuid}/take-back", name="room_door.take_back", status_code=200)
async def take_back(request: AnyRequest, door: NamedDependency[RoomDoor]) -> Template:
    """Take back that somebody came in."""
    form = await read_form(request)
    who = _participant(form)
    key = _request(form, f"room {door.session.id} back {who}")
    result = await take_back_visit(who, door, request=key)
    return await _answer(request, door, result, way=Way.IN)


@get("/{session:uuid}/live", name="room_door.live")
async def show_live(
    request: AnyRequest, door: NamedDependency[RoomDoor]
) -> ServerSentEvent:
    """Send the counts and the last visits of a session as they change."""
    return ServerSentEvent(_events(request, door))


def room_topic(conference: ConferenceFacts) -> str:
    """Name what pages watch that show who is in the rooms."""
    return f"rooms {conference.key}"


async def _events(
    request: AnyRequest, door: RoomDoor
) -> AsyncIterator[ServerSentEventMessage]:
    live: Live = request.app.state.live
    async with live.watching(room_topic(door.conference)) as changes:
        for message in await _state(request, door):
            yield message
        async for _change in changes:
            for message in await _state(request, door):
                yield message


async def _state(
    request: AnyRequest, door: RoomDoor
) -> Sequence[ServerSentEventMessage]:
    count = (await counts_by_session(door.conference, [door.session]))[door.session.id]
    lines = await last_visits(door.session.id)
    engine = request.app.template_engine
    assert engine is not None
    recent = [_line(one, door.conference) for one in lines]
    html = engine.get_template("attendance/room_recent.html").render(recent=recent)
    numbers = {"inside": count.inside, "came": count.came}
    return [
        ServerSentEventMessage(event="count", data=json.dumps(numbers)),
        ServerSentEventMessage(event="recent", data=html),
    ]


async def _answer(
    request: AnyRequest, door: RoomDoor, result: RoomScan, *, way: Way
) -> Template:
    live: Live = request.app.state.live
    live.changed(room_topic(door.conference))
    before = Said()
    if result.came_from:
        left = await session_by_id(result.came_from, conference=door.conference.id)
        before = left.title
    answer = room_answer(
        result, conference=door.conference, came_from=before.pick(current_language())
    )
    if wants_fragment(request, "answer"):
        return page(
            request,
            "attendance/room_answer.html",
            conference=door.conference,
            session=door.session,
            answer=answer,
            request_key=uuid4(),
        )
    return await _room(request, door, way=way, answer=answer)


async def _room(
    request: AnyRequest,
    door: RoomDoor,
    *,
    way: Way,
    query: str = "",
    answer: RoomAnswer | None = None,
) -> Template:
    counts = await counts_by_session(door.conference, [door.session])
    lines = await last_visits(door.session.id)
    return page(
        request,
        "attendance/room.html",
        **await _found(door, query),
        conference=door.conference,
        desk=door.desk,
        session=door.session,
        title=door.session.title.pick(current_language()),
        count=counts[door.session.id],
        recent=[_line(one, door.conference) for one in lines],
        way=way,
        answer=answer,
        query=query,
        request_key=uuid4(),
    )


async def _found(door: RoomDoor, query: str) -> dict[str, Any]:
    """Search, and tell where each hit is; an empty query is no search."""
    if not query:
        return {"results": None, "more": False}
    doors = door.conference.doors(door.now)
    found = await visitors_found(
        door.conference, query, day=doors.day if doors else None
    )
    shown = found[:FOUND_AT_MOST]
    places = await whereabouts([one.participant for one in shown])
    results = [
        {
            "participant_id": one.participant,
            "name": shown_name(one),
            "number": one.number,
            "organisation": one.organisation,
            "inside": (visit := places.get(one.participant)) is not None
            and visit.session == door.session.id,
            "checked_in": one.arrival is not None and one.arrival.out_since is None,
        }
        for one in shown
    ]
    return {"results": results, "more": len(found) > FOUND_AT_MOST}


def _line(one: RoomLine, conference: ConferenceFacts) -> Mapping[str, str]:
    return {
        "time": clock(one.left_at or one.came_at, conference.zone),
        "name": one.name or _("Gast %(number)s", number=one.number),
        "outcome": "out" if one.left_at else "welcome",
        "label": _("hat den Raum verlassen") if one.left_at else _("im Raum"),
    }


def _request(form: Form, about: str) -> UUID:
    return uuid5(form.request_key(), about)


def _participant(form: Form) -> UUID:
    try:
        return UUID(form.raw("participant"))
    except ValueError:
        raise NotFound("unknown_participant") from None


router = Router(
    path="/door/{key:str}/rooms",
    guards=[requires_door_keeper],
    dependencies={"desk": Provide(provide_desk), "door": Provide(provide_room)},
    route_handlers=[show_room, scan, let_pass, take_back, show_live],
    include_in_schema=False,
)
