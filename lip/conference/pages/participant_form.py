"""Enter a person by hand, and change what is known of her."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID, uuid4

from litestar import Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect, Template

from lip.accounts.guards import requires_organiser
from lip.accounts.rules.identity import Identity
from lip.conference.actions.change_participant import change_participant
from lip.conference.actions.register import register
from lip.conference.files.wording import label
from lip.conference.pages.guest_form import (
    days_offered,
    fields_of,
    read_guest,
    typed,
)
from lip.conference.pages.guest_words import said, shown_name
from lip.conference.pages.language_names import languages_offered
from lip.conference.queries.conferences import ConferenceFacts, conference_by_key
from lip.conference.queries.participants import Registered
from lip.conference.queries.participants import participant as find_participant
from lip.conference.rules.column import Column
from lip.conference.rules.guest import Guest
from lip.conference.rules.guest_version import version_of
from lip.errors import Conflict
from lip.journal.queries import subjects_of_requests
from lip.keys import Keys
from lip.web.forms import read_form
from lip.web.page import AnyRequest, page, redirect

Difference = tuple[str, str, str]
"""Name of the column, what stands there now, what was typed."""


@get("/new", name="participants.new")
async def show_new(request: AnyRequest, key: FromPath[str]) -> Template:
    """Show the form for a new person."""
    conference = await conference_by_key(key)
    return _new(request, conference, fields_of(Guest()), request_key=uuid4())


@post("/new", name="participants.create")
async def send_new(
    request: AnyRequest,
    key: FromPath[str],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
    keys: NamedDependency[Keys],
) -> Template | Redirect:
    """Register a person by hand; the same form sent twice registers her once."""
    conference = await conference_by_key(key)
    form = await read_form(request)
    guest = read_guest(form)
    wish = form.request_key()
    if form.errors:
        return _new(
            request, conference, typed(form), errors=form.errors, request_key=wish
        )
    known = await subjects_of_requests([wish])
    participant = known.get(wish) or await register(
        guest,
        conference=conference,
        keys=keys,
        by=identity.actor,
        now=now,
        request=wish,
    )
    return redirect(request, "participants.show", key=key, participant=participant)


@get("/{participant:uuid}/edit", name="participants.edit")
async def show_edit(
    request: AnyRequest, key: FromPath[str], participant: FromPath[UUID]
) -> Template:
    """Show the form of a person."""
    conference = await conference_by_key(key)
    person = await find_participant(conference, participant)
    return _edit(request, conference, person, fields_of(person.guest))


@post("/{participant:uuid}/edit", name="participants.change")
async def send_edit(
    request: AnyRequest,
    key: FromPath[str],
    participant: FromPath[UUID],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Template | Redirect:
    """Change a person; if somebody else was faster, show both and change nothing."""
    conference = await conference_by_key(key)
    form = await read_form(request)
    guest = read_guest(form)
    fields, version = typed(form), form.raw("version")
    if form.errors:
        person = await find_participant(conference, participant)
        return _edit(
            request, conference, person, fields, errors=form.errors, version=version
        )
    try:
        await change_participant(
            participant,
            guest,
            conference=conference,
            shown=version,
            by=identity.actor,
            now=now,
        )
    except Conflict:
        person = await find_participant(conference, participant)
        differences = _differences(person.guest, guest)
        return _edit(request, conference, person, fields, differences=differences)
    return redirect(request, "participants.show", key=key, participant=participant)


def _new(
    request: AnyRequest,
    conference: ConferenceFacts,
    fields: Mapping[str, str],
    *,
    request_key: UUID,
    errors: Mapping[str, str] | None = None,
) -> Template:
    return page(
        request,
        "conference/participant_new.html",
        status=422 if errors else 200,
        conference=conference,
        fields=fields,
        errors=errors or {},
        languages_offered=_languages(fields),
        days_offered=days_offered(conference),
        request_key=request_key,
    )


def _edit(
    request: AnyRequest,
    conference: ConferenceFacts,
    person: Registered,
    fields: Mapping[str, str],
    *,
    errors: Mapping[str, str] | None = None,
    version: str = "",
    differences: Sequence[Difference] = (),
) -> Template:
    return page(
        request,
        "conference/participant_edit.html",
        status=422 if errors else 409 if differences else 200,
        conference=conference,
        participant=person.id,
        name=shown_name(person.number, person.guest),
        fields=fields,
        errors=errors or {},
        version=version or version_of(person.guest),
        differences=differences,
        languages_offered=_languages(fields),
        days_offered=days_offered(conference, person.guest.only_on),
    )


def _languages(fields: Mapping[str, str]) -> list[tuple[str, str]]:
    return [("", "–"), *languages_offered(fields["language"][:35])]


def _differences(there: Guest, mine: Guest) -> list[Difference]:
    return [
        (label(column), said(there, column), said(mine, column))
        for column in Column
        if column.value in Guest.__slots__
        and getattr(there, column.value) != getattr(mine, column.value)
    ]


router = Router(
    path="/conferences/{key:str}/participants",
    guards=[requires_organiser],
    route_handlers=[show_new, send_new, show_edit, send_edit],
    include_in_schema=False,
)
