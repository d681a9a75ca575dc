"""Begin with the rule of a real election."""

from datetime import datetime
from uuid import uuid4

from litestar import Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.response import Redirect, Template

from elections.actions.from_template import prepare_from_template
from elections.rules.templates import TEMPLATES, TemplateName
from elections.template_words import EXPLAINED, LABELS, SOURCES
from lip.accounts.guards import requires_election_board
from lip.accounts.rules.identity import Identity
from lip.conference.pages.place import provide_conference
from lip.conference.queries.conferences import ConferenceFacts
from lip.web.forms import Form, read_form
from lip.web.page import AnyRequest, page, redirect
from lip.words import _


@get("/", name="templates.show")
async def show_templates(
    request: AnyRequest, conference: NamedDependency[ConferenceFacts]
) -> Template:
    """Show the rules that can be taken over."""
    return _page(request, conference, Form({}))


@post("/", name="templates.take", status_code=200)
async def send_template(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Prepare what a template says; a single election is shown to be changed."""
    form = await read_form(request)
    if not form.raw("template"):
        form.refuse("template", _("Bitte wählen Sie eine Vorlage."))
    name = form.choice("template", TemplateName, default=TemplateName.HALL)
    polls_on = form.day("polls_on")
    if not form:
        return _page(request, conference, form)
    numbers = await prepare_from_template(
        TEMPLATES[name],
        polls_on=polls_on,
        conference=conference,
        by=identity.actor,
        now=now,
        request=form.request_key(),
    )
    if len(numbers) > 1:
        return redirect(request, "running.list", key=conference.key)
    return redirect(request, "running.edit", key=conference.key, number=numbers[0])


def _page(request: AnyRequest, conference: ConferenceFacts, form: Form) -> Template:
    last = conference.days[-1].day.isoformat() if conference.days else ""
    return page(
        request,
        "elections/templates.html",
        status=422 if form.errors else 200,
        conference=conference,
        errors=form.errors,
        chosen=form.raw("template"),
        polls_on=form.raw("polls_on")[:20] or last,
        offered=[
            (name.value, _(LABELS[name]), [_(one) for one in EXPLAINED[name]])
            for name in TEMPLATES
        ],
        sources=SOURCES,
        request_key=uuid4(),
    )


router = Router(
    path="/conferences/{key:str}/elections/templates",
    guards=[requires_election_board],
    dependencies={"conference": Provide(provide_conference)},
    route_handlers=[show_templates, send_template],
    include_in_schema=False,
)
