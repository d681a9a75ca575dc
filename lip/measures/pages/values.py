"""What was measured, written down by the editors."""

from datetime import datetime
from functools import partial
from uuid import UUID

from litestar import Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect, Template

from lip.accounts.guards import requires_editor
from lip.accounts.rules.identity import Identity
from lip.measures.actions.measure_indicator import add_value, remove_value
from lip.measures.documents.blocks import number
from lip.measures.pages.asking import Ask, Way, read
from lip.measures.pages.line_forms import line_named, lines_page
from lip.measures.queries.measures import measure_by_id
from lip.measures.rules.values import ValueLine
from lip.web.forms import Form, read_form
from lip.web.page import AnyRequest, redirect
from lip.web.saving import USUAL, saved
from lip.words import _

_VALUE = Ask(name="value", way=Way.DECIMAL)


@get("/", name="edit_values.show")
async def show_values(request: AnyRequest, measure: FromPath[UUID]) -> Template:
    """Show the indicators with their values, and a line for a new one."""
    return await _page(request, measure, Form({}))


@post("/", name="edit_values.add", status_code=200)
async def send_value(
    request: AnyRequest,
    measure: FromPath[UUID],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Add a value."""
    form = await read_form(request)
    indicator = await _indicator(measure, form)
    if line := _read(form):
        add = partial(add_value, indicator, line, by=identity.actor, now=now)
        if await saved(request, form, add, {USUAL: "at"}):
            return redirect(request, "edit_values.show", measure=measure)
    return await _page(request, measure, form, indicator)


@post("/remove", name="edit_values.remove")
async def send_removal(
    request: AnyRequest,
    measure: FromPath[UUID],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect:
    """Remove a value."""
    form = await read_form(request)
    indicator = await _indicator(measure, form)
    await remove_value(indicator, form.raw("at")[:10], by=identity.actor, now=now)
    return redirect(request, "edit_values.show", measure=measure)


async def _indicator(measure: UUID, form: Form) -> UUID:
    lines = (await measure_by_id(measure)).sheet.indicators
    return line_named(form.raw("indicator"), lines, unknown="unknown_indicator")


def _read(form: Form) -> ValueLine | None:
    at, value = form.partial_date("at"), read(form, _VALUE, "value")
    note = form.text("note", most=300)
    for name, given in (("at", at), ("value", value)):
        if not given:
            form.refuse(name, _("Bitte füllen Sie dieses Feld aus."))
    return ValueLine(at=at, value=value, note=note) if form and at else None


async def _page(
    request: AnyRequest, measure: UUID, form: Form, line: UUID | None = None
) -> Template:
    typed = {name: form.raw(name)[:500] for name in ("at", "value", "note")}
    return await lines_page(
        request,
        "measures/edit_values.html",
        measure,
        form,
        line,
        typed=typed,
        say=number,
    )


router = Router(
    path="/edit/measures/{measure:uuid}/values",
    guards=[requires_editor],
    route_handlers=[show_values, send_value, send_removal],
    include_in_schema=False,
)
