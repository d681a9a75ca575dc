"""Editors lay traces, from both ends, and say what is not followed."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from uuid import UUID

from litestar import Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect, Template

from lip.accounts.guards import requires_editor
from lip.accounts.rules.identity import Identity
from lip.tracing.actions.decline import decline
from lip.tracing.actions.lay_trace import lay_trace, take_up_trace
from lip.tracing.pages.laying_form import provide_node, read_wish, traces_page
from lip.tracing.rules.chains import Node
from lip.web.forms import Form, read_form
from lip.web.page import AnyRequest, redirect
from lip.web.saving import USUAL, saved
from lip.words import _

LONGEST_REASON = 2000


@get("/", name="traces.edit")
async def show_traces(
    request: AnyRequest, here: NamedDependency[Node], q: FromQuery[str] = ""
) -> Template:
    """Show the traces of one thing, and the form for another."""
    return await traces_page(request, here, words=q)


@post("/", name="traces.lay", status_code=200)
async def send_trace(
    request: AnyRequest,
    here: NamedDependency[Node],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Lay a trace to or from something else; sent twice it is there once."""
    form = await read_form(request)
    key = form.request_key()

    async def lay() -> None:
        wish = await read_wish(request, form, here)
        if wish is not None:
            await lay_trace(wish, by=identity.actor, now=now, request=key)

    return await _done(request, here, form, "other", lay)


@post("/not-followed", name="traces.decline", status_code=200)
async def send_decline(
    request: AnyRequest,
    here: NamedDependency[Node],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Say that a proposal or those of a cluster are not followed, and why."""
    form = await read_form(request)
    reason = form.said("reason", most=LONGEST_REASON, lines=True)
    key = form.request_key()

    async def say() -> None:
        if not await decline(here, reason, by=identity.actor, now=now, request=key):
            form.refuse(
                "reason-de", _("Hier haben schon alle Vorschläge eine Antwort.")
            )

    return await _done(request, here, form, "reason-de", say)


@post("/{trace:uuid}/take-up", name="traces.take_up")
async def send_take_up(
    request: AnyRequest,
    here: NamedDependency[Node],
    trace: FromPath[UUID],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect:
    """Take a trace up again, with what proposals were told by it."""
    form = await read_form(request)
    await take_up_trace(trace, by=identity.actor, now=now, request=form.request_key())
    return _back(request, here)


async def _done(
    request: AnyRequest,
    here: Node,
    form: Form,
    field: str,
    act: Callable[[], Awaitable[None]],
) -> Redirect | Template:
    """Act and show all traces, or say in the form what is against it."""
    fields = {USUAL: field, "trace_lines_unusable": "first"}
    if await saved(request, form, act, fields) and form:
        return _back(request, here)
    return await traces_page(request, here, form)


def _back(request: AnyRequest, here: Node) -> Redirect:
    where = {"kind": here.kind.value, "subject": here.id}
    return redirect(request, "traces.edit", **where)


router = Router(
    path="/edit/traces/{kind:str}/{subject:uuid}",
    guards=[requires_editor],
    dependencies={"here": Provide(provide_node)},
    route_handlers=[show_traces, send_trace, send_decline, send_take_up],
    include_in_schema=False,
)
