"""The plan on a person's own page: she speaks without typing her ticket's code."""

from datetime import datetime

from litestar import Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath
from litestar.response import Redirect, Template

from lip.plan.actions.decide_amendment import withdraw
from lip.plan.pages.amending import amending_routes, show_discussion
from lip.plan.pages.change_context import change_context
from lip.plan.pages.remarking import remarking_routes
from lip.plan.pages.speakers import Speaker, provide_ticket_holder
from lip.plan.queries.own_talk import own_amendments, own_remarks, plans_to_talk_about
from lip.web.page import AnyRequest, page, redirect
from lip.words import current_language


@get("/", name="own_plan.show")
async def show_own(request: AnyRequest, speaker: NamedDependency[Speaker]) -> Template:
    """Show the texts that are open, and what she has said to any."""
    whose = speaker.participant
    return page(
        request,
        "plan/own_plan.html",
        speaker=speaker,
        plans=await plans_to_talk_about(current_language()),
        amendments=await own_amendments(whose) if whose else (),
        remarks=await own_remarks(whose) if whose else (),
        **change_context(),
    )


@post("/{plan:str}/amendments/{amendment:str}/withdraw", name="own_amendments.withdraw")
async def send_withdrawal(
    request: AnyRequest,
    plan: FromPath[str],
    amendment: FromPath[str],
    speaker: NamedDependency[Speaker],
    now: NamedDependency[datetime],
) -> Redirect:
    """Take one's own amendment back."""
    there = await speaker.plan(plan)
    if speaker.participant:
        await withdraw(there, amendment, speaker.participant, by=speaker.by, now=now)
    return redirect(request, "own_plan.show", code=speaker.code)


chapter_router = Router(
    path="/{plan:str}/{chapter:str}",
    route_handlers=[
        get("/amendments", name="own_amendments.discuss")(show_discussion),
        *amending_routes("own_"),
        *remarking_routes("own_"),
    ],
)

router = Router(
    path="/t/{code:str}/plan",
    dependencies={"speaker": Provide(provide_ticket_holder)},
    route_handlers=[show_own, send_withdrawal, chapter_router],
    response_headers={"X-Robots-Tag": "noindex"},
    include_in_schema=False,
)
