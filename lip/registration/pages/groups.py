"""Groups of participants, their places, and how full they are."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID, uuid4

from litestar import Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath
from litestar.response import Redirect, Template

from lip.accounts.guards import requires_organiser
from lip.accounts.rules.identity import Identity
from lip.conference.pages.place import provide_conference
from lip.conference.queries.conferences import ConferenceFacts
from lip.errors import Conflict, Unusable
from lip.registration.actions.change_form import needed_form
from lip.registration.actions.change_groups import (
    add_group,
    change_group,
    group_in,
    move_group,
    remove_group,
)
from lip.registration.pages.sent import seats_sent, typed_said
from lip.registration.queries.forms import form_of, groups_of
from lip.registration.queries.places import seats_of, waiting_list
from lip.registration.rules.forms import UNSAID, GroupFacts
from lip.registration.rules.settings import MOST_SEATS
from lip.web.forms import Form, read_form
from lip.web.page import AnyRequest, page, redirect


@get("/", name="groups.list")
async def show_groups(
    request: AnyRequest, conference: NamedDependency[ConferenceFacts]
) -> Template:
    """List the groups with their places, and the places in all."""
    return await _list(request, conference)


async def _list(
    request: AnyRequest, conference: ConferenceFacts, refused: str = ""
) -> Template:
    form = await form_of(conference)
    if form is None:
        return page(request, "registration/no_form.html", conference=conference)
    waiting: dict[UUID | None, int] = {}
    for few in await waiting_list(conference):
        waiting[few.group] = waiting.get(few.group, 0) + len(few.people)
    return page(
        request,
        "registration/groups.html",
        status=409 if refused else 200,
        conference=conference,
        groups=form.groups,
        seats=await seats_of(conference),
        waiting=waiting,
        all_waiting=sum(waiting.values()),
        refused=refused,
    )


@get("/new", name="groups.new")
async def show_new(
    request: AnyRequest, conference: NamedDependency[ConferenceFacts]
) -> Template:
    """Show the form for a new group."""
    await needed_form(conference)
    blank = GroupFacts(id=uuid4(), name=UNSAID)
    return _form_page(request, conference, _values(blank))


@post("/new", name="groups.add", status_code=200)
async def send_new(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Add a group."""
    form = await read_form(request)
    draft = _read(form, form.request_key("id"))
    if form:
        try:
            await add_group(conference, draft, by=identity.actor, now=now)
        except Unusable as refusal:
            _say(request, form, refusal, conference)
        else:
            return redirect(request, "groups.list", key=conference.key)
    return _form_page(request, conference, _typed(form), form=form)


@get("/{one:uuid}", name="groups.show")
async def show_group(
    request: AnyRequest,
    one: FromPath[UUID],
    conference: NamedDependency[ConferenceFacts],
) -> Template:
    """Show a group, to change it."""
    group = group_in(await groups_of(conference), one)
    seats = await seats_of(conference)
    return _form_page(
        request,
        conference,
        _values(group),
        group=group,
        held=seats.held_in.get(one, 0),
    )


@post("/{one:uuid}", name="groups.change", status_code=200)
async def send_group(
    request: AnyRequest,
    one: FromPath[UUID],
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Change a group; more seats let people move up at once."""
    group = group_in(await groups_of(conference), one)
    form = await read_form(request)
    draft = _read(form, one)
    if form:
        try:
            await change_group(conference, draft, by=identity.actor, now=now)
        except Unusable as refusal:
            _say(request, form, refusal, conference)
        else:
            return redirect(request, "groups.list", key=conference.key)
    return _form_page(request, conference, _typed(form), group=group, form=form)


@post("/{one:uuid}/move", name="groups.move")
async def send_move(
    request: AnyRequest,
    one: FromPath[UUID],
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect:
    """Move a group up or down by one place."""
    form = await read_form(request)
    steps = -1 if form.raw("way") == "up" else 1
    await move_group(conference, one, steps, by=identity.actor, now=now)
    return redirect(request, "groups.list", key=conference.key)


@post("/{one:uuid}/remove", name="groups.remove", status_code=200)
async def send_removal(
    request: AnyRequest,
    one: FromPath[UUID],
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Remove a group that nobody is in."""
    try:
        await remove_group(conference, one, by=identity.actor, now=now)
    except Conflict as refusal:
        sentence = request.app.state.sentences.say(refusal)
        return await _list(request, conference, sentence)
    return redirect(request, "groups.list", key=conference.key)


def _read(form: Form, one: UUID) -> GroupFacts:
    return GroupFacts(
        id=one,
        name=form.said("name", most=120),
        text=form.said("text", most=1000, lines=True),
        seats=seats_sent(form, "seats", MOST_SEATS),
        invited_only=form.ticked("invited_only"),
    )


def _values(group: GroupFacts) -> Mapping[str, object]:
    return {
        "id": str(group.id),
        "name": group.name,
        "text": group.text,
        "seats": "" if group.seats is None else str(group.seats),
        "invited_only": group.invited_only,
    }


def _typed(form: Form) -> Mapping[str, object]:
    return {
        "id": form.raw("id")[:40],
        "name": typed_said(form, "name"),
        "text": typed_said(form, "text"),
        "seats": form.raw("seats")[:20],
        "invited_only": form.ticked("invited_only"),
    }


def _say(
    request: AnyRequest, form: Form, refusal: Unusable, conference: ConferenceFacts
) -> None:
    sentence = request.app.state.sentences.say(refusal)
    form.refuse(f"name-{conference.language}", sentence)


def _form_page(
    request: AnyRequest,
    conference: ConferenceFacts,
    values: Mapping[str, object],
    *,
    group: GroupFacts | None = None,
    form: Form | None = None,
    held: int = 0,
) -> Template:
    return page(
        request,
        "registration/group.html",
        status=200 if form is None else 422,
        conference=conference,
        group=group,
        values=values,
        errors={} if form is None else form.errors,
        held=held,
    )


router = Router(
    path="/conferences/{key:str}/registration/groups",
    guards=[requires_organiser],
    dependencies={"conference": Provide(provide_conference)},
    route_handlers=[
        show_groups,
        show_new,
        send_new,
        show_group,
        send_group,
        send_move,
        send_removal,
    ],
    include_in_schema=False,
)
