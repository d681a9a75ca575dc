"""Attachments of a paper, for the editors: add and take away."""

from datetime import datetime
from functools import partial
from uuid import UUID

from litestar import Router, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect, Template

from lip.accounts.guards import requires_editor
from lip.accounts.rules.identity import Identity
from lip.errors import Unusable
from lip.papers.actions.attach_file import attach_file, remove_file
from lip.papers.pages.standing import standing_page
from lip.web.forms import read_form
from lip.web.page import AnyRequest, redirect
from lip.web.saving import USUAL, saved


@post("/", name="paper_files.add", status_code=200)
async def send_file(
    request: AnyRequest,
    paper: FromPath[UUID],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Store an attachment; what is wrong with it is said at its field."""
    form = await read_form(request)
    key, title = form.request_key(), form.text("title", most=300)

    async def store() -> None:
        file = form.upload("file")
        if file is None:
            raise Unusable("no_document_chosen")
        content, name = await file.read(), file.filename or ""
        attach = partial(attach_file, paper, content, name, title=title, request=key)
        await attach(by=identity.actor, now=now)

    if await saved(request, form, store, {USUAL: "file"}):
        return redirect(request, "council_papers.show", paper=paper)
    return await standing_page(request, paper, form.errors)


@post("/{file_id:uuid}/remove", name="paper_files.remove")
async def send_removal(
    request: AnyRequest,
    paper: FromPath[UUID],
    file_id: FromPath[UUID],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect:
    """Take an attachment away."""
    await remove_file(paper, file_id, by=identity.actor, now=now)
    return redirect(request, "council_papers.show", paper=paper)


router = Router(
    path="/edit/papers/{paper:uuid}/files",
    guards=[requires_editor],
    route_handlers=[send_file, send_removal],
    include_in_schema=False,
)
