"""Attachments of a paper, for the editors: add and take away."""

from datetime import datetime
from uuid import UUID, uuid4

from litestar import Router, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect, Template

from lip.accounts.guards import requires_editor
from lip.accounts.rules.identity import Identity
from lip.errors import Conflict, TooLate, Unusable
from lip.papers.actions.attach_file import attach_file, remove_file
from lip.papers.pages.words import GAPS, kind_of
from lip.papers.queries.papers import paper_by_id, whole_paper
from lip.papers.rules.papers import gaps
from lip.web.forms import read_form
from lip.web.page import AnyRequest, page, redirect
from lip.words import _


@post("/", name="paper_files.add", status_code=200)
async def send_file(
    request: AnyRequest,
    paper: FromPath[UUID],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Store an attachment; what is wrong with it is said at its field."""
    facts = await paper_by_id(paper)
    form = await read_form(request)
    key, title = form.request_key(), form.text("title", most=300)
    file = form.upload("file")
    if file is None:
        refusal: Conflict | TooLate | Unusable = Unusable("no_document_chosen")
        form.refuse("file", request.app.state.sentences.say(refusal))
    elif form:
        try:
            await attach_file(
                paper,
                await file.read(),
                file.filename or "",
                title=title,
                by=identity.actor,
                now=now,
                request=key,
            )
        except (Conflict, TooLate, Unusable) as error:
            form.refuse("file", request.app.state.sentences.say(error))
        else:
            return redirect(request, "council_papers.show", paper=paper)
    there = await whole_paper(facts)
    return page(
        request,
        "papers/show.html",
        status=422,
        paper=there,
        kind=kind_of(facts),
        gaps=[_(GAPS[one]) for one in gaps(there)],
        request_key=uuid4(),
        errors=form.errors,
    )


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
