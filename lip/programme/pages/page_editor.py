"""Write what a conference says of itself, for its organisers."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from litestar import Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.response import Redirect, Template

from lip.accounts.guards import requires_organiser
from lip.accounts.rules.identity import Identity
from lip.conference.pages.place import provide_conference
from lip.conference.queries.conferences import ConferenceFacts
from lip.errors import Conflict, Unusable
from lip.programme.actions.change_page import change_page
from lip.programme.pages.page_form import (
    LONGEST,
    field_of,
    fields_of,
    read_page,
    typed,
)
from lip.programme.queries.pages import page_of
from lip.web.forms import read_form
from lip.web.page import AnyRequest, page, redirect, with_query


@get("/", name="page.edit")
async def show_editor(
    request: AnyRequest, conference: NamedDependency[ConferenceFacts]
) -> Template:
    """Show the texts of a conference's page, to change them."""
    stored = await page_of(conference.id)
    saved = request.query_params.get("saved") == "1"
    return _editor(
        request, conference, fields_of(stored.page), stored.version, saved=saved
    )


@post("/", name="page.change", status_code=200)
async def send_page(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Change the texts; what was typed stays, whatever is wrong with it."""
    form = await read_form(request)
    wished = read_page(form, main=conference.language)
    version, problem = form.raw("version"), ""
    if wished is not None:
        try:
            await change_page(
                conference, wished, shown=version, by=identity.actor, now=now
            )
        except (Conflict, Unusable) as refusal:
            problem = request.app.state.sentences.say(refusal)
            if field := field_of(refusal):
                form.refuse(field, problem)
                problem = ""
        else:
            answer = redirect(request, "page.edit", key=conference.key)
            return with_query(answer, saved=1)
    if problem:
        version = (await page_of(conference.id)).version
    return _editor(
        request, conference, typed(form), version, errors=form.errors, problem=problem
    )


def _editor(
    request: AnyRequest,
    conference: ConferenceFacts,
    fields: Mapping[str, Any],
    version: str,
    *,
    errors: Mapping[str, str] | None = None,
    problem: str = "",
    saved: bool = False,
) -> Template:
    return page(
        request,
        "programme/page_editor.html",
        status=409 if problem else 422 if errors else 200,
        conference=conference,
        fields=fields,
        version=version,
        errors=errors or {},
        problem=problem,
        saved=saved,
        longest=LONGEST,
    )


router = Router(
    path="/conferences/{key:str}/page",
    guards=[requires_organiser],
    dependencies={"conference": Provide(provide_conference)},
    route_handlers=[show_editor, send_page],
    include_in_schema=False,
)
