"""Rooms of a conference: names, the way there, seats."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from litestar import Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath
from litestar.response import Redirect, Template

from lip.accounts.guards import requires_organiser
from lip.accounts.rules.identity import Identity
from lip.conference.pages.place import provide_conference
from lip.conference.queries.conferences import ConferenceFacts
from lip.errors import Conflict, NotFound, Unusable
from lip.programme.actions.furnish import RoomWish, remove_room, save_room
from lip.programme.pages.programme_words import picked
from lip.programme.queries.sessions import rooms_of
from lip.programme.rules.sessions import RoomFacts
from lip.web.forms import Form, read_form
from lip.web.page import AnyRequest, page, redirect
from lip.words import LANGUAGES, spoken

Values = Mapping[str, Any]


@get("/", name="rooms.list")
async def show_rooms(
    request: AnyRequest, conference: NamedDependency[ConferenceFacts]
) -> Template:
    """List the rooms, and offer a new one."""
    return _list_page(request, conference, await rooms_of(conference.id), _values(None))


@post("/", name="rooms.create", status_code=200)
async def send_new(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Add a room."""
    form = await read_form(request)
    if await _saved(request, form, None, conference, identity, now):
        return redirect(request, "rooms.list", key=conference.key)
    rooms = await rooms_of(conference.id)
    return _list_page(request, conference, rooms, _typed(form), form.errors)


@get("/{room:uuid}", name="rooms.edit")
async def show_room(
    request: AnyRequest,
    room: FromPath[UUID],
    conference: NamedDependency[ConferenceFacts],
) -> Template:
    """Show a room to change it."""
    there = await _room(conference, room)
    return _room_page(request, conference, there, _values(there))


@post("/{room:uuid}", name="rooms.change", status_code=200)
async def send_room(
    request: AnyRequest,
    room: FromPath[UUID],
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Change a room."""
    there = await _room(conference, room)
    form = await read_form(request)
    if await _saved(request, form, room, conference, identity, now):
        return redirect(request, "rooms.list", key=conference.key)
    return _room_page(request, conference, there, _typed(form), form.errors)


@post("/{room:uuid}/remove", name="rooms.remove")
async def send_remove(
    request: AnyRequest,
    room: FromPath[UUID],
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect:
    """Remove a room; its sessions stay."""
    await remove_room(room, conference=conference, by=identity.actor, now=now)
    request.app.state.live.changed(conference.key)
    return redirect(request, "rooms.list", key=conference.key)


async def _saved(
    request: AnyRequest,
    form: Form,
    room: UUID | None,
    conference: ConferenceFacts,
    identity: Identity,
    now: datetime,
) -> bool:
    wish = RoomWish(
        name=form.text("name", most=120, required=True),
        way=form.said("way"),
        seats=form.whole_number("seats", least=1) or None,
    )
    if form.errors:
        return False
    try:
        await save_room(room, wish, conference=conference, by=identity.actor, now=now)
    except (Conflict, Unusable) as refusal:
        form.refuse("name", request.app.state.sentences.say(refusal))
        return False
    request.app.state.live.changed(conference.key)
    return True


async def _room(conference: ConferenceFacts, room: UUID) -> RoomFacts:
    for one in await rooms_of(conference.id):
        if one.id == room:
            return one
    raise NotFound("unknown_room")


def _values(room: RoomFacts | None) -> Values:
    if room is None:
        return {"name": "", "way": {}, "seats": ""}
    return {"name": room.name, "way": room.way, "seats": room.seats or ""}


def _typed(form: Form) -> Values:
    return {
        "name": form.raw("name")[:500],
        "way": {tag: form.raw(f"way-{tag}")[:500] for tag in LANGUAGES},
        "seats": form.raw("seats")[:20],
    }


def _list_page(
    request: AnyRequest,
    conference: ConferenceFacts,
    rooms: Sequence[RoomFacts],
    values: Values,
    errors: Mapping[str, str] | None = None,
) -> Template:
    return page(
        request,
        "programme/rooms.html",
        status=422 if errors else 200,
        conference=conference,
        rooms=[(one, picked(one.way, conference)) for one in rooms],
        values=values,
        errors=errors or {},
        main=spoken(conference.language),
    )


def _room_page(
    request: AnyRequest,
    conference: ConferenceFacts,
    room: RoomFacts,
    values: Values,
    errors: Mapping[str, str] | None = None,
) -> Template:
    return page(
        request,
        "programme/room.html",
        status=422 if errors else 200,
        conference=conference,
        room=room,
        values=values,
        errors=errors or {},
        main=spoken(conference.language),
    )


router = Router(
    path="/conferences/{key:str}/programme/rooms",
    guards=[requires_organiser],
    dependencies={"conference": Provide(provide_conference)},
    route_handlers=[show_rooms, send_new, show_room, send_room, send_remove],
    include_in_schema=False,
)
