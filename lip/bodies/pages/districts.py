"""The districts of the city, for the editors of the plan."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID, uuid4

from litestar import Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect, Template

from lip.accounts.guards import requires_editor
from lip.accounts.rules.identity import Identity
from lip.bodies.actions.change_districts import (
    DistrictWish,
    add_district,
    change_district,
    close_district,
)
from lip.bodies.queries.bodies import all_districts
from lip.bodies.rules.bodies import DistrictFacts
from lip.errors import Conflict, NotFound, Unusable
from lip.web.forms import Form, read_form
from lip.web.page import AnyRequest, page, redirect


@get("/new", name="districts.new")
async def show_new(request: AnyRequest) -> Template:
    """Show the form for a new district."""
    return _form_page(request, None, {"name": "", "number": ""})


@post("/new", name="districts.add", status_code=200)
async def send_new(
    request: AnyRequest,
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Add a district; sent twice it is there once."""
    form = await read_form(request)
    wish, key = _wish(form), form.request_key()
    if form:
        try:
            await add_district(wish, by=identity.actor, now=now, request=key)
        except (Conflict, Unusable) as refusal:
            form.refuse("name", request.app.state.sentences.say(refusal))
        else:
            return redirect(request, "bodies.list")
    return _form_page(request, None, _typed(form), form.errors, key)


@get("/{district:uuid}", name="districts.show")
async def show_district(request: AnyRequest, district: FromPath[UUID]) -> Template:
    """Show a district, to change it."""
    there = await _district(district)
    return _form_page(request, there, {"name": there.name, "number": there.number})


@post("/{district:uuid}", name="districts.change", status_code=200)
async def send_district(
    request: AnyRequest,
    district: FromPath[UUID],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Change a district."""
    there = await _district(district)
    form = await read_form(request)
    wish = _wish(form)
    if form:
        try:
            await change_district(district, wish, by=identity.actor, now=now)
        except (Conflict, Unusable) as refusal:
            form.refuse("name", request.app.state.sentences.say(refusal))
        else:
            return redirect(request, "bodies.list")
    return _form_page(request, there, _typed(form), form.errors)


@post("/{district:uuid}/close", name="districts.close")
async def send_close(
    request: AnyRequest,
    district: FromPath[UUID],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect:
    """Offer a district no more, or again."""
    closed = not (await read_form(request)).ticked("open")
    await close_district(district, closed=closed, by=identity.actor, now=now)
    return redirect(request, "bodies.list")


async def _district(district: UUID) -> DistrictFacts:
    for one in await all_districts():
        if one.id == district:
            return one
    raise NotFound("unknown_district")


def _wish(form: Form) -> DistrictWish:
    return DistrictWish(
        name=form.text("name", most=120, required=True),
        number=form.text("number", most=10),
    )


def _typed(form: Form) -> Mapping[str, str]:
    return {name: form.raw(name)[:500] for name in ("name", "number")}


def _form_page(
    request: AnyRequest,
    district: DistrictFacts | None,
    values: Mapping[str, str],
    errors: Mapping[str, str] | None = None,
    request_key: UUID | None = None,
) -> Template:
    return page(
        request,
        "bodies/district.html",
        status=422 if errors else 200,
        district=district,
        values=values,
        errors=errors or {},
        request_key=request_key or uuid4(),
    )


router = Router(
    path="/edit/districts",
    guards=[requires_editor],
    route_handlers=[show_new, send_new, show_district, send_district, send_close],
    include_in_schema=False,
)
