"""All amendments of a plan for its editors, and what becomes of each."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from litestar import Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect, Template

from lip.accounts.guards import requires_editor
from lip.accounts.rules.identity import Identity
from lip.errors import Conflict, NotFound, Unusable
from lip.plan.actions.decide_amendment import (
    Procedure,
    adopt,
    adopt_modified,
    propose_procedure,
    reject,
    set_status,
)
from lip.plan.actions.submit_amendment import Change
from lip.plan.pages.amending import typed_number
from lip.plan.pages.amendment_form import LONGEST_WORDS, Place
from lip.plan.pages.change_context import change_context
from lip.plan.pages.modifying import modified_values, standing_now
from lip.plan.queries.chapters import chapter_by_id, text_in
from lip.plan.queries.plans import plan_by_key
from lip.plan.queries.standing import ShownAmendment
from lip.plan.queries.talk import all_amendments, titles_of_texts
from lip.plan.rules.amendments import PROPOSABLE, SETTABLE
from lip.plan.rules.kinds import MotionStatus
from lip.plan.rules.plans import PlanFacts
from lip.web.forms import Form, read_form
from lip.web.page import AnyRequest, page, redirect

LONGEST_REPLY: Final = 5_000


@get("/", name="plan_amendments.list")
async def show_all(request: AnyRequest, plan: FromPath[str]) -> Template:
    """List all amendments in the order of chapters and lines, with their procedure."""
    there = await plan_by_key(plan)
    return page(
        request,
        "plan/edit/amendments.html",
        plan=there,
        amendments=await all_amendments(there),
        titles=await titles_of_texts(there.id),
        proposable=PROPOSABLE,
        **change_context(),
    )


@get("/{code:str}", name="plan_amendments.show")
async def show_one(
    request: AnyRequest,
    plan: FromPath[str],
    code: FromPath[str],
    first: FromQuery[str] = "",
    last: FromQuery[str] = "",
) -> Template:
    """Show an amendment, what collides with it, and what can be decided."""
    there = await plan_by_key(plan)
    lines = typed_number(first), typed_number(last)
    return await _page(request, there, code, lines=lines)


@post("/{code:str}/procedure", name="plan_amendments.procedure")
async def send_procedure(
    request: AnyRequest,
    plan: FromPath[str],
    code: FromPath[str],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect:
    """Propose what should become of an amendment."""
    form = await read_form(request)
    there = await plan_by_key(plan)
    chosen = form.raw("proposed")
    procedure = Procedure(
        proposed=MotionStatus(chosen) if chosen in set(PROPOSABLE) else None,
        words=form.text("words", most=LONGEST_REPLY, lines=True)[:LONGEST_REPLY],
        public=form.ticked("public"),
    )
    await propose_procedure(there, code, procedure, by=identity.actor, now=now)
    if form.raw("back") == "list":
        return redirect(request, "plan_amendments.list", plan=plan)
    return redirect(request, "plan_amendments.show", plan=plan, code=code)


@post("/{code:str}/status", name="plan_amendments.status")
async def send_status(
    request: AnyRequest,
    plan: FromPath[str],
    code: FromPath[str],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect:
    """Release an amendment, or set another status."""
    form = await read_form(request)
    if form.raw("status") not in set(SETTABLE):
        raise Unusable("bad_request")
    status = MotionStatus(form.raw("status"))
    there = await plan_by_key(plan)
    await set_status(there, code, status, by=identity.actor, now=now)
    return redirect(request, "plan_amendments.show", plan=plan, code=code)


@post("/{code:str}/reject", name="plan_amendments.reject", status_code=200)
async def send_rejection(
    request: AnyRequest,
    plan: FromPath[str],
    code: FromPath[str],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Reject an amendment; the reason is public."""
    form = await read_form(request)
    there = await plan_by_key(plan)
    reason = form.text("reason", most=LONGEST_REPLY, lines=True)
    if form:
        try:
            await reject(there, code, reason, by=identity.actor, now=now)
            return redirect(request, "plan_amendments.show", plan=plan, code=code)
        except (Conflict, Unusable) as refusal:
            form.refuse("reason", request.app.state.sentences.say(refusal))
    return await _page(request, there, code, form=form)


@post("/{code:str}/adopt", name="plan_amendments.adopt", status_code=200)
async def send_adoption(
    request: AnyRequest,
    plan: FromPath[str],
    code: FromPath[str],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Put an amendment's words into the draft."""
    form = await read_form(request)
    there = await plan_by_key(plan)
    reply = form.text("reply", most=LONGEST_REPLY, lines=True)
    if form:
        try:
            await adopt(there, code, by=identity.actor, now=now, reply=reply)
            return redirect(request, "plan_amendments.show", plan=plan, code=code)
        except (Conflict, NotFound) as refusal:
            form.refuse("modified", request.app.state.sentences.say(refusal))
    return await _page(request, there, code, form=form)


@post("/{code:str}/modify", name="plan_amendments.modify", status_code=200)
async def send_modified(
    request: AnyRequest,
    plan: FromPath[str],
    code: FromPath[str],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Put other words than the proposed ones into the draft."""
    form = await read_form(request)
    there = await plan_by_key(plan)
    first = form.whole_number("first", most=100_000)
    change = Change(
        base_version=form.whole_number("base_version", most=10_000_000),
        first_line=first,
        last_line=form.whole_number("last", most=100_000) or first,
        words=form.text("modified", most=LONGEST_WORDS, lines=True),
    )
    reply = form.text("reply", most=LONGEST_REPLY, lines=True)
    if form:
        try:
            await adopt_modified(
                there, code, change, by=identity.actor, now=now, reply=reply
            )
            return redirect(request, "plan_amendments.show", plan=plan, code=code)
        except (Conflict, NotFound, Unusable) as refusal:
            form.refuse("modified", request.app.state.sentences.say(refusal))
    return await _page(
        request, there, code, form=form, lines=(change.first_line, change.last_line)
    )


async def _page(
    request: AnyRequest,
    plan: PlanFacts,
    code: str,
    *,
    form: Form | None = None,
    lines: tuple[int, int] = (0, 0),
) -> Template:
    all_shown = {one.facts.code: one for one in await all_amendments(plan)}
    if code not in all_shown:
        raise NotFound("unknown_amendment")
    shown = all_shown[code]
    place = await _place(plan, shown)
    errors: Mapping[str, str] = form.errors if form is not None else {}
    values: dict[str, Any] = {}
    if shown.facts.open:
        values = await modified_values(place, shown, lines)
        if form is not None and form.raw("modified"):
            values["modified"] = form.raw("modified")[:LONGEST_WORDS]
    return page(
        request,
        "plan/edit/amendment.html",
        status=422 if errors else 200,
        plan=plan,
        shown=shown,
        facts=shown.facts,
        title=place.text.title,
        others=[all_shown[other] for other in shown.collides],
        standing=await standing_now(place, shown) if shown.stale else (),
        values=values,
        typed={
            name: form.raw(name)[:5_000] if form is not None else ""
            for name in _REPLIES
        },
        errors=errors,
        proposable=PROPOSABLE,
        settable=SETTABLE,
        **change_context(),
    )


_REPLIES: Final = ("reason", "reply")


async def _place(plan: PlanFacts, shown: ShownAmendment) -> Place:
    return Place(
        plan=plan,
        chapter=await chapter_by_id(shown.facts.chapter),
        text=await text_in(shown.facts.chapter, shown.facts.language),
    )


router = Router(
    path="/edit/plans/{plan:str}/amendments",
    guards=[requires_editor],
    route_handlers=[
        show_all,
        show_one,
        send_procedure,
        send_status,
        send_rejection,
        send_adoption,
        send_modified,
    ],
    include_in_schema=False,
)
