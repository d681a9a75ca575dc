"""The files of agreements, kept and taken away by the editors."""

from datetime import datetime
from typing import Final
from uuid import UUID

from litestar import Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect, Template

from lip.accounts.guards import requires_editor
from lip.accounts.rules.identity import Identity
from lip.errors import Unusable
from lip.measures.actions.attach_agreement import attach_agreement, detach_agreement
from lip.measures.pages.line_forms import line_named, lines_page
from lip.measures.queries.measures import measure_by_id
from lip.web.forms import Form, read_form
from lip.web.page import AnyRequest, redirect
from lip.web.saving import USUAL, saved

_TEMPLATE: Final = "measures/edit_agreements.html"


@get("/", name="edit_agreements.show")
async def show_agreements(request: AnyRequest, measure: FromPath[UUID]) -> Template:
    """Show the agreements with their files, and a field for a new one."""
    return await lines_page(request, _TEMPLATE, measure, Form({}))


@post("/", name="edit_agreements.attach", status_code=200)
async def send_file(
    request: AnyRequest,
    measure: FromPath[UUID],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Keep a file with an agreement; what is wrong with it is said at its field."""
    form = await read_form(request)
    agreement = await _agreement(measure, form)

    async def attach() -> None:
        file = form.upload("file")
        if file is None:
            raise Unusable("no_document_chosen")
        content, name = await file.read(), file.filename or ""
        await attach_agreement(agreement, content, name, by=identity.actor, now=now)

    if await saved(request, form, attach, {USUAL: "file"}):
        return redirect(request, "edit_agreements.show", measure=measure)
    return await lines_page(request, _TEMPLATE, measure, form, agreement)


@post("/remove", name="edit_agreements.remove")
async def send_removal(
    request: AnyRequest,
    measure: FromPath[UUID],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect:
    """Take the file of an agreement away."""
    agreement = await _agreement(measure, await read_form(request))
    await detach_agreement(agreement, by=identity.actor, now=now)
    return redirect(request, "edit_agreements.show", measure=measure)


async def _agreement(measure: UUID, form: Form) -> UUID:
    lines = (await measure_by_id(measure)).sheet.agreements
    return line_named(form.raw("agreement"), lines, unknown="unknown_agreement")


router = Router(
    path="/edit/measures/{measure:uuid}/agreements",
    guards=[requires_editor],
    route_handlers=[show_agreements, send_file, send_removal],
    include_in_schema=False,
)
