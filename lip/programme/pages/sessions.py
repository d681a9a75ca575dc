"""The programme for its organisers: sessions, one by one."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID, uuid4

from litestar import Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect, Template

from lip.accounts.guards import requires_organiser
from lip.accounts.rules.identity import Identity
from lip.conference.pages.place import provide_conference
from lip.conference.queries.conferences import ConferenceFacts
from lip.errors import Conflict, Refusal, Unusable
from lip.programme.actions.plan_session import (
    add_session,
    call_session_off,
    change_session,
    hold_session_after_all,
    remove_session,
)
from lip.programme.kind_words import KINDS
from lip.programme.pages.doubts import doubts_by_session
from lip.programme.pages.programme_words import picked, programme_in_words
from lip.programme.pages.session_fields import (
    SessionFields,
    days_offered,
    fields_of,
    read_session,
    typed_fields,
)
from lip.programme.queries.sessions import (
    programme_of,
    rooms_of,
    session_by_id,
    speakers_of,
)
from lip.programme.rules.sessions import SessionFacts
from lip.web.forms import Form, read_form
from lip.web.page import AnyRequest, page, redirect
from lip.words import _, spoken

FIELD_OF: Mapping[str, str] = {
    "session_ends_too_early": "ends",
    "unknown_room": "room",
    "unknown_speaker": "speakers",
}
"""At which field a refusal is said; all others belong to the title."""


@get("/", name="sessions.list")
async def show_list(
    request: AnyRequest, conference: NamedDependency[ConferenceFacts]
) -> Template:
    """List the programme, with what should be looked at."""
    sessions = await programme_of(conference.id)
    return page(
        request,
        "programme/sessions.html",
        conference=conference,
        programme=programme_in_words(conference, sessions),
        doubts=doubts_by_session(sessions, conference),
    )


@get("/sessions/new", name="sessions.new")
async def show_new(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    copy: FromQuery[UUID | None] = None,
) -> Template:
    """Show the form for a new session: empty, or a copy of another one."""
    first = next((day for day, _said in days_offered(conference)), "")
    fields = SessionFields(day=first)
    if copy is not None:
        there = await session_by_id(copy, conference=conference.id)
        fields = replace(fields_of(there, conference.zone), version="")
    return await _form_page(request, conference, fields, request_key=uuid4())


@post("/sessions/new", name="sessions.create", status_code=200)
async def send_new(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Put a session on the programme."""
    form = await read_form(request)
    wish, key = read_session(form, conference), form.request_key()
    if wish is not None:
        try:
            session = await add_session(
                wish, conference=conference, by=identity.actor, now=now, request=key
            )
        except Unusable as refusal:
            _refuse(request, conference, form, refusal)
        else:
            return _changed(request, conference, session)
    fields = typed_fields(form)
    return await _form_page(
        request, conference, fields, request_key=key, errors=form.errors
    )


@get("/sessions/{session:uuid}", name="sessions.edit")
async def show_edit(
    request: AnyRequest,
    session: FromPath[UUID],
    conference: NamedDependency[ConferenceFacts],
) -> Template:
    """Show a session to change it."""
    there = await session_by_id(session, conference=conference.id)
    fields = fields_of(there, conference.zone)
    return await _form_page(request, conference, fields, session=there)


@post("/sessions/{session:uuid}", name="sessions.change", status_code=200)
async def send_edit(
    request: AnyRequest,
    session: FromPath[UUID],
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Change a session; if somebody else was faster, say so and change nothing."""
    there = await session_by_id(session, conference=conference.id)
    form = await read_form(request)
    wish, version = read_session(form, conference), form.raw("version")
    if wish is not None:
        try:
            await change_session(
                session,
                wish,
                conference=conference,
                by=identity.actor,
                now=now,
                version=int(version) if version.isdecimal() else None,
            )
        except (Unusable, Conflict) as refusal:
            _refuse(request, conference, form, refusal)
        else:
            return _changed(request, conference, session)
    fields = replace(typed_fields(form), version=str(there.version))
    return await _form_page(
        request, conference, fields, session=there, errors=form.errors
    )


@get("/sessions/{session:uuid}/remove", name="sessions.ask")
async def ask_to_remove(
    request: AnyRequest,
    session: FromPath[UUID],
    conference: NamedDependency[ConferenceFacts],
) -> Template:
    """Ask whether a session is really to be removed."""
    there = await session_by_id(session, conference=conference.id)
    title = picked(there.title, conference)
    return page(
        request,
        "programme/session_remove.html",
        conference=conference,
        session=there,
        title=title,
    )


@post("/sessions/{session:uuid}/remove", name="sessions.remove")
async def send_remove(
    request: AnyRequest,
    session: FromPath[UUID],
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect:
    """Take a session off the programme."""
    await remove_session(session, conference=conference, by=identity.actor, now=now)
    request.app.state.live.changed(conference.key)
    return redirect(request, "sessions.list", key=conference.key)


@post("/sessions/{session:uuid}/call-off", name="sessions.call_off")
async def send_call_off(
    request: AnyRequest,
    session: FromPath[UUID],
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect:
    """Call a session off, or take that back."""
    form = await read_form(request)
    act = hold_session_after_all if form.raw("back") else call_session_off
    await act(session, conference=conference, by=identity.actor, now=now)
    return _changed(request, conference, session)


def _changed(
    request: AnyRequest, conference: ConferenceFacts, session: UUID
) -> Redirect:
    request.app.state.live.changed(conference.key)
    answer = redirect(request, "sessions.list", key=conference.key)
    return Redirect(f"{answer.url}#s-{session}", status_code=303)


def _refuse(
    request: AnyRequest, conference: ConferenceFacts, form: Form, refusal: Refusal
) -> None:
    sentence = request.app.state.sentences.say(refusal)
    form.refuse(
        FIELD_OF.get(refusal.code, f"title-{spoken(conference.language)}"), sentence
    )


async def _form_page(
    request: AnyRequest,
    conference: ConferenceFacts,
    fields: SessionFields,
    *,
    session: SessionFacts | None = None,
    request_key: UUID | None = None,
    errors: Mapping[str, str] | None = None,
) -> Template:
    return page(
        request,
        "programme/session_form.html",
        status=422 if errors else 200,
        conference=conference,
        session=session,
        title=picked(session.title, conference) if session else None,
        fields=fields,
        errors=errors or {},
        request_key=request_key,
        main=spoken(conference.language),
        kinds=[(kind.value, _(word)) for kind, word in KINDS.items()],
        days=days_offered(conference, fields.day),
        rooms=await _rooms(conference),
        speakers=await _speakers(conference),
    )


async def _rooms(conference: ConferenceFacts) -> Sequence[tuple[str, str]]:
    rooms = [(str(one.id), one.name) for one in await rooms_of(conference.id)]
    return [("", _("kein Raum")), *rooms]


async def _speakers(conference: ConferenceFacts) -> Sequence[tuple[str, str, str]]:
    return [
        (
            str(one.id),
            one.name,
            "" if one.may_be_named else _("wird öffentlich nicht genannt"),
        )
        for one in await speakers_of(conference.id)
    ]


router = Router(
    path="/conferences/{key:str}/programme",
    guards=[requires_organiser],
    dependencies={"conference": Provide(provide_conference)},
    route_handlers=[
        show_list,
        show_new,
        send_new,
        show_edit,
        send_edit,
        ask_to_remove,
        send_remove,
        send_call_off,
    ],
    include_in_schema=False,
)
