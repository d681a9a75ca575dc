"""Build the form: its fields in order, one of them, what it looks like."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final
from uuid import UUID

from litestar import Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath
from litestar.response import Redirect, Template

from lip.accounts.guards import requires_organiser
from lip.accounts.rules.identity import Identity
from lip.conference.pages.place import provide_conference
from lip.conference.queries.conferences import ConferenceFacts
from lip.errors import Conflict, Unusable
from lip.registration.actions.change_fields import (
    add_field,
    answers_to,
    change_field,
    field_in,
    move_field,
    remove_field,
)
from lip.registration.pages import field_words as words
from lip.registration.pages.field_form import blank, read_field, typed, values_of
from lip.registration.queries.forms import fields_of, form_of
from lip.registration.rules.form_building import (
    MOST_KEPT_SENSITIVE,
    depending_on,
    fields_before,
    problems,
)
from lip.registration.rules.forms import FieldFacts
from lip.web.forms import Form, read_form
from lip.web.page import AnyRequest, page, redirect

AT: Final[Mapping[str, str]] = {
    "field_others_depend": "shown_if",
    "field_has_answers": "kind",
    "too_many_fields": "label",
}
"""At which part of the form a refusal is said that is about no single part."""


@get("/", name="fields.list")
async def show_fields(
    request: AnyRequest, conference: NamedDependency[ConferenceFacts]
) -> Template:
    """List the fields of the form in their order."""
    form = await form_of(conference)
    if form is None:
        return page(request, "registration/no_form.html", conference=conference)
    return page(
        request,
        "registration/fields.html",
        conference=conference,
        lines=words.lines_of(form.fields),
        moved=None,
    )


@get("/preview", name="fields.preview")
async def show_preview(
    request: AnyRequest, conference: NamedDependency[ConferenceFacts]
) -> Template:
    """Show what the form looks like, in the language of the page."""
    fields = await fields_of(conference)
    return page(
        request,
        "registration/preview.html",
        conference=conference,
        lines=words.lines_of(fields),
    )


@get("/new", name="fields.new")
async def show_new(
    request: AnyRequest, conference: NamedDependency[ConferenceFacts]
) -> Template:
    """Show the form for a new field."""
    fields = await fields_of(conference)
    return _form_page(request, conference, values_of(blank(fields)), before=fields)


@post("/new", name="fields.add", status_code=200)
async def send_new(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Add a field."""
    form = await read_form(request)
    fields = await fields_of(conference)
    draft = _drafted(request, form, blank(fields), conference, fields)
    if form and draft is not None:
        try:
            await add_field(conference, draft, by=identity.actor, now=now)
        except (Unusable, Conflict) as refusal:
            _say(request, form, refusal)
        else:
            return redirect(request, "fields.list", key=conference.key)
    return _form_page(request, conference, typed(form), before=fields, form=form)


@get("/{one:uuid}", name="fields.show")
async def show_field(
    request: AnyRequest,
    one: FromPath[UUID],
    conference: NamedDependency[ConferenceFacts],
) -> Template:
    """Show a field, to change it."""
    fields = await fields_of(conference)
    field = field_in(fields, one)
    return _form_page(
        request,
        conference,
        values_of(field),
        before=fields_before(field, fields),
        field=field,
        answers=await answers_to(one),
    )


@post("/{one:uuid}", name="fields.change", status_code=200)
async def send_field(
    request: AnyRequest,
    one: FromPath[UUID],
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Change a field."""
    form = await read_form(request)
    fields = await fields_of(conference)
    field = field_in(fields, one)
    draft = _drafted(request, form, field, conference, fields)
    if form and draft is not None:
        try:
            await change_field(conference, draft, by=identity.actor, now=now)
        except (Unusable, Conflict) as refusal:
            _say(request, form, refusal)
        else:
            return redirect(request, "fields.list", key=conference.key)
    return _form_page(
        request,
        conference,
        typed(form),
        before=fields_before(field, fields),
        field=field,
        form=form,
        answers=await answers_to(one),
    )


@post("/{one:uuid}/move", name="fields.move", status_code=200)
async def send_move(
    request: AnyRequest,
    one: FromPath[UUID],
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Move a field up or down by one place."""
    form = await read_form(request)
    steps = -1 if form.raw("way") == "up" else 1
    try:
        await move_field(conference, one, steps, by=identity.actor, now=now)
    except Conflict as refusal:
        return page(
            request,
            "registration/fields.html",
            status=409,
            conference=conference,
            lines=words.lines_of(await fields_of(conference)),
            moved=request.app.state.sentences.say(refusal),
        )
    return redirect(request, "fields.list", key=conference.key)


@get("/{one:uuid}/remove", name="fields.ask_removal")
async def ask_removal(
    request: AnyRequest,
    one: FromPath[UUID],
    conference: NamedDependency[ConferenceFacts],
) -> Template:
    """Ask before a field goes, and say how many answers go with it."""
    return await _removal(request, conference, one)


async def _removal(
    request: AnyRequest,
    conference: ConferenceFacts,
    one: UUID,
    refused: str = "",
) -> Template:
    fields = await fields_of(conference)
    field = field_in(fields, one)
    return page(
        request,
        "registration/remove_field.html",
        status=409 if refused else 200,
        conference=conference,
        field=field,
        answers=await answers_to(one),
        dependents=depending_on(field.key, fields),
        refused=refused,
    )


@post("/{one:uuid}/remove", name="fields.remove", status_code=200)
async def send_removal(
    request: AnyRequest,
    one: FromPath[UUID],
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Remove a field with its answers."""
    form = await read_form(request)
    seen = form.whole_number("answers", most=10_000_000)
    try:
        await remove_field(conference, one, answers=seen, by=identity.actor, now=now)
    except Conflict as refusal:
        sentence = request.app.state.sentences.say(refusal)
        return await _removal(request, conference, one, sentence)
    return redirect(request, "fields.list", key=conference.key)


def _drafted(
    request: AnyRequest,
    form: Form,
    field: FieldFacts,
    conference: ConferenceFacts,
    fields: Sequence[FieldFacts],
) -> FieldFacts | None:
    """Read a field and say at each of its parts what is wrong with it."""
    draft = read_field(form, field, conference)
    if draft is None:
        return None
    others = [one for one in fields if one.id != draft.id]
    for problem in problems(draft, others):
        part = problem.part
        if part in {"label", "purpose"}:
            part = f"{part}-{conference.language}"
        form.refuse(part, request.app.state.sentences.say(Unusable(problem.code)))
    return draft


def _say(request: AnyRequest, form: Form, refusal: Unusable | Conflict) -> None:
    sentence = request.app.state.sentences.say(refusal)
    form.refuse(AT.get(refusal.code, "kind"), sentence)


def _form_page(
    request: AnyRequest,
    conference: ConferenceFacts,
    values: Mapping[str, object],
    *,
    before: Sequence[FieldFacts],
    field: FieldFacts | None = None,
    form: Form | None = None,
    answers: int = 0,
) -> Template:
    return page(
        request,
        "registration/field.html",
        status=200 if form is None else 422,
        conference=conference,
        field=field,
        values=values,
        errors=form.errors if form is not None else {},
        answers=answers,
        kinds=words.kinds(),
        readers=words.readers(),
        targets=words.targets(),
        conditions=words.conditions(before),
        most_sensitive=MOST_KEPT_SENSITIVE,
    )


router = Router(
    path="/conferences/{key:str}/registration/fields",
    guards=[requires_organiser],
    dependencies={"conference": Provide(provide_conference)},
    route_handlers=[
        show_fields,
        show_preview,
        show_new,
        send_new,
        show_field,
        send_field,
        send_move,
        ask_removal,
        send_removal,
    ],
    include_in_schema=False,
)
