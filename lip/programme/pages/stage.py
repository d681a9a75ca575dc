"""Where a conference stands, and the steps that lead from there."""

from datetime import datetime

from litestar import Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.response import Redirect, Template

from lip.accounts.guards import requires_organiser
from lip.accounts.rules.identity import Identity
from lip.conference.actions.change_stage import change_stage
from lip.conference.pages.place import provide_conference
from lip.conference.pages.stage_words import MEANINGS, STAGE_WORDS, STEPS
from lip.conference.queries.conferences import ConferenceFacts
from lip.conference.rules.stages import NEXT, Stage
from lip.errors import Unusable
from lip.web.forms import read_form
from lip.web.page import AnyRequest, page, redirect
from lip.words import _


@get("/", name="stage.show")
async def show_stage(
    request: AnyRequest, conference: NamedDependency[ConferenceFacts]
) -> Template:
    """Show where a conference stands, and what each step would mean."""
    stage = conference.stage
    steps = [
        {
            "stage": wanted.value,
            "word": _(STAGE_WORDS[wanted]),
            "label": _(STEPS[stage, wanted]),
            "meaning": _(MEANINGS[wanted]),
        }
        for wanted in Stage
        if wanted in NEXT[stage]
    ]
    return page(
        request,
        "programme/stage.html",
        conference=conference,
        word=_(STAGE_WORDS[stage]),
        meaning=_(MEANINGS[stage]),
        steps=steps,
    )


@post("/", name="stage.change")
async def send_stage(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect:
    """Take one step."""
    form = await read_form(request)
    try:
        wanted = Stage(form.raw("stage"))
    except ValueError as error:
        raise Unusable("bad_request") from error
    await change_stage(conference, wanted, by=identity.actor, now=now)
    request.app.state.live.changed(conference.key)
    return redirect(request, "stage.show", key=conference.key)


router = Router(
    path="/conferences/{key:str}/page/stage",
    guards=[requires_organiser],
    dependencies={"conference": Provide(provide_conference)},
    route_handlers=[show_stage, send_stage],
    include_in_schema=False,
)
