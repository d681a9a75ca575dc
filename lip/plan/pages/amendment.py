"""One amendment as everybody reads it; its author can take it back."""

from collections.abc import Mapping
from datetime import datetime

from litestar import Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect, Template

from lip.errors import Conflict, NotFound
from lip.plan.actions.decide_amendment import withdraw
from lip.plan.pages.change_context import change_context
from lip.plan.pages.lines_form import ticket_holder
from lip.plan.pages.speakers import SOMEBODY
from lip.plan.queries.amendments import amendment_by_code
from lip.plan.queries.chapters import shown_text
from lip.plan.queries.plans import public_plan_by_key
from lip.plan.queries.standing import ShownAmendment
from lip.plan.queries.talk import talk_at
from lip.plan.rules.amendments import AmendmentFacts
from lip.plan.rules.plans import PlanFacts
from lip.web.forms import read_form
from lip.web.page import AnyRequest, page, redirect
from lip.words import _


@get("/", name="amendments.show")
async def show_amendment(
    request: AnyRequest, plan: FromPath[str], code: FromPath[str]
) -> Template:
    """Show an amendment, and those that collide with it beside."""
    there, facts = await _found(plan, code)
    return await _page(request, there, facts)


@post("/withdraw", name="amendments.withdraw", status_code=200)
async def send_withdrawal(
    request: AnyRequest,
    plan: FromPath[str],
    code: FromPath[str],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Take an amendment back, by the ticket that it was handed in with."""
    form = await read_form(request)
    there, facts = await _found(plan, code)
    holder = await ticket_holder(request, form, now=now)
    if holder is None:
        form.refuse("ticket", _("Bitte geben Sie den Code Ihres Tickets ein."))
    else:
        try:
            await withdraw(there, code, holder, by=SOMEBODY, now=now)
            return redirect(request, "amendments.show", plan=plan, code=code)
        except (NotFound, Conflict) as refusal:
            form.refuse("ticket", request.app.state.sentences.say(refusal))
    return await _page(request, there, facts, form.errors)


async def _found(plan: str, code: str) -> tuple[PlanFacts, AmendmentFacts]:
    there = await public_plan_by_key(plan)
    if not there.draft_public:
        raise NotFound("unknown_amendment")
    return there, await amendment_by_code(there.id, code)


async def _page(
    request: AnyRequest,
    plan: PlanFacts,
    facts: AmendmentFacts,
    errors: Mapping[str, str] | None = None,
) -> Template:
    text = await shown_text(facts.chapter, facts.language)
    shown: dict[str, ShownAmendment] = {}
    if facts.public:
        amendments, _remarks = await talk_at(
            plan, facts.chapter, facts.language, text.text
        )
        shown = {one.facts.code: one for one in amendments}
    mine = shown.get(facts.code)
    return page(
        request,
        "plan/amendment.html",
        status=422 if errors else 200,
        plan=plan,
        facts=facts,
        title=text.title,
        shown=mine,
        others=[shown[code] for code in mine.collides] if mine else [],
        errors=errors or {},
        **change_context(),
    )


router = Router(
    path="/plan/{plan:str}/amendments/{code:str}",
    route_handlers=[show_amendment, send_withdrawal],
    include_in_schema=False,
)
