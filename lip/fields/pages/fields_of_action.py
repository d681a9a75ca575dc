"""The fields of action of the plan, for its editors and the administration."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from litestar import Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect, Template

from lip.accounts.guards import requires_fields_keeper
from lip.accounts.rules.identity import Identity
from lip.errors import Conflict, Unusable
from lip.fields.actions.change_fields import (
    FieldWish,
    add_field,
    change_field,
    close_field,
    move_field,
)
from lip.fields.queries.fields import all_fields, field_by_id
from lip.fields.rules.fields import LONGEST_GOAL, LONGEST_NAME, LONGEST_WORDS
from lip.web.forms import Form, read_form
from lip.web.page import AnyRequest, page, redirect
from lip.words import LANGUAGES

MAIN = "de"
"""The language in which a plan's parts have their names first."""


@get("/", name="fields_of_action.list")
async def show_fields(request: AnyRequest) -> Template:
    """List the fields in their order."""
    return page(request, "fields/list.html", fields=await all_fields())


@get("/new", name="fields_of_action.new")
async def show_new(request: AnyRequest) -> Template:
    """Show the form for a new field."""
    return _new_page(request, {"name": {}, "goal": {}, "words": {}})


@post("/new", name="fields_of_action.add", status_code=200)
async def send_new(
    request: AnyRequest,
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Add a field; sent twice it is there once."""
    form = await read_form(request)
    wish = _wish(form)
    if form:
        try:
            await add_field(
                wish, by=identity.actor, now=now, request=form.request_key()
            )
        except (Conflict, Unusable) as refusal:
            form.refuse(f"name-{MAIN}", request.app.state.sentences.say(refusal))
        else:
            return redirect(request, "fields_of_action.list")
    return _new_page(request, _typed(form), form.errors, form.request_key())


@get("/{field:uuid}", name="fields_of_action.show")
async def show_field(request: AnyRequest, field: FromPath[UUID]) -> Template:
    """Show a field, to change it."""
    there = await field_by_id(field)
    values = {"name": there.name, "goal": there.goal, "words": there.words}
    return await _field_page(request, field, values)


@post("/{field:uuid}", name="fields_of_action.change", status_code=200)
async def send_field(
    request: AnyRequest,
    field: FromPath[UUID],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Change a field."""
    form = await read_form(request)
    wish = _wish(form)
    if form:
        try:
            await change_field(field, wish, by=identity.actor, now=now)
        except (Conflict, Unusable) as refusal:
            form.refuse(f"name-{MAIN}", request.app.state.sentences.say(refusal))
        else:
            return redirect(request, "fields_of_action.list")
    return await _field_page(request, field, _typed(form), form.errors)


@post("/{field:uuid}/move", name="fields_of_action.move")
async def send_move(
    request: AnyRequest,
    field: FromPath[UUID],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect:
    """Move a field a place up or down."""
    form = await read_form(request)
    up = form.raw("way") != "down"
    await move_field(field, up=up, by=identity.actor, now=now)
    return redirect(request, "fields_of_action.list")


@post("/{field:uuid}/close", name="fields_of_action.close")
async def send_close(
    request: AnyRequest,
    field: FromPath[UUID],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect:
    """Offer a field no more, or again."""
    form = await read_form(request)
    closed = not form.ticked("open")
    await close_field(field, closed=closed, by=identity.actor, now=now)
    return redirect(request, "fields_of_action.list")


def _wish(form: Form) -> FieldWish:
    return FieldWish(
        name=form.said("name", most=LONGEST_NAME, required_in=MAIN),
        goal=form.said("goal", most=LONGEST_GOAL, lines=True),
        words=form.said("words", most=LONGEST_WORDS, lines=True),
    )


def _typed(form: Form) -> Mapping[str, Any]:
    return {
        name: {tag: form.raw(f"{name}-{tag}")[:5000] for tag in LANGUAGES}
        for name in ("name", "goal", "words")
    }


def _new_page(
    request: AnyRequest,
    values: Mapping[str, Any],
    errors: Mapping[str, str] | None = None,
    request_key: UUID | None = None,
) -> Template:
    return page(
        request,
        "fields/new.html",
        status=422 if errors else 200,
        values=values,
        errors=errors or {},
        main=MAIN,
        request_key=request_key or uuid4(),
    )


async def _field_page(
    request: AnyRequest,
    field: UUID,
    values: Mapping[str, Any],
    errors: Mapping[str, str] | None = None,
) -> Template:
    return page(
        request,
        "fields/field.html",
        status=422 if errors else 200,
        field=await field_by_id(field),
        values=values,
        errors=errors or {},
        main=MAIN,
    )


router = Router(
    path="/fields",
    guards=[requires_fields_keeper],
    route_handlers=[
        show_fields,
        show_new,
        send_new,
        show_field,
        send_field,
        send_move,
        send_close,
    ],
    include_in_schema=False,
)
