"""Whom an association sends, and lists of associations from a file."""

import asyncio
from datetime import datetime
from typing import Any
from uuid import UUID

from litestar import Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath
from litestar.response import Redirect, Template

from elections.actions.associations import (
    choose_delegate,
    drop_delegate,
    take_in_associations,
)
from elections.list_reading import LineFault, read_associations
from elections.pages.associations import association_page
from elections.pages.finding import the_one
from elections.queries.associations import delegates_each
from lip.accounts.guards import requires_election_board
from lip.accounts.rules.identity import Identity
from lip.conference.pages.imports import form_name
from lip.conference.pages.place import provide_conference
from lip.conference.queries.conferences import ConferenceFacts
from lip.errors import Unusable
from lip.web.forms import Form, read_form
from lip.web.page import AnyRequest, page, redirect, with_query
from lip.words import _


@post("/{association:uuid}/delegates", name="delegates.choose", status_code=200)
async def send_delegate(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    association: FromPath[UUID],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Choose a delegate by badge number or name."""
    form = await read_form(request)
    person = await the_one(conference, form, "who")
    if person is None:
        form.refuse("who", _("Bitte geben Sie Name oder Nummer ein."))
    elif form:
        try:
            await choose_delegate(
                association,
                person,
                conference=conference,
                by=identity.actor,
                now=now,
            )
        except Unusable as refusal:
            form.refuse("who", request.app.state.sentences.say(refusal))
    if form:
        return _back(request, conference, association)
    return await association_page(request, conference, association, form)


@post(
    "/{association:uuid}/delegates/{participant:uuid}/drop",
    name="delegates.drop",
    status_code=200,
)
async def send_drop(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    association: FromPath[UUID],
    participant: FromPath[UUID],
    now: NamedDependency[datetime],
) -> Redirect:
    """Let somebody not be a delegate any more."""
    await drop_delegate(
        association, participant, conference=conference, by=identity.actor, now=now
    )
    return _back(request, conference, association)


@get("/import", name="associations.ask_file")
async def show_import(
    request: AnyRequest, conference: NamedDependency[ConferenceFacts]
) -> Template:
    """Ask for a list of associations."""
    return _ask(request, conference, Form({}), [])


@post("/import", name="associations.take_in", status_code=200)
async def send_import(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Take in a list of associations, or nothing of it where a line is wrong."""
    form = await read_form(request)
    content, name = await sent_file(form)
    if not form:
        return _ask(request, conference, form, [])
    try:
        wishes, faults = await asyncio.to_thread(
            read_associations,
            content,
            name,
            each=await delegates_each(conference.id),
        )
    except Unusable as refusal:
        form.refuse("file", request.app.state.sentences.say(refusal))
        return _ask(request, conference, form, [])
    if faults:
        return _ask(request, conference, form, said_faults(request, form, faults))
    taken = await take_in_associations(
        wishes, conference=conference, by=identity.actor, now=now
    )
    answer = redirect(request, "associations.list", key=conference.key)
    return with_query(answer, new=taken.new, known=taken.known)


async def sent_file(form: Form) -> tuple[bytes, str]:
    """Read the file of a form; without one that is said beside the field."""
    file = form.upload("file")
    if file is None:
        form.refuse("file", _("Bitte wählen Sie eine Datei."))
        return b"", ""
    return await file.read(), form_name(file.filename)


def said_faults(
    request: AnyRequest, form: Form, faults: list[LineFault] | Any
) -> list[tuple[int, str]]:
    """Say line by line what is wrong, and that nothing was taken in."""
    form.refuse(
        "file", _("Es wurde nichts eingelesen, bitte berichtigen Sie die Liste.")
    )
    sentences = request.app.state.sentences
    return [
        (one.line, sentences.say(Unusable(one.code, **one.facts))) for one in faults
    ]


def _back(
    request: AnyRequest, conference: ConferenceFacts, association: UUID
) -> Redirect:
    return redirect(
        request, "associations.show", key=conference.key, association=association
    )


def _ask(
    request: AnyRequest,
    conference: ConferenceFacts,
    form: Form,
    lines: list[tuple[int, str]],
) -> Template:
    return page(
        request,
        "elections/associations_import.html",
        status=422 if form.errors else 200,
        conference=conference,
        errors=form.errors,
        lines=lines,
    )


router = Router(
    path="/conferences/{key:str}/associations",
    guards=[requires_election_board],
    dependencies={"conference": Provide(provide_conference)},
    route_handlers=[send_delegate, send_drop, show_import, send_import],
    include_in_schema=False,
)
