"""All amendments of a plan for its editors, and what becomes of each."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any, Final

from litestar import get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect, Template

from lip.accounts.rules.identity import Identity
from lip.errors import Conflict, NotFound, Unusable
from lip.journal.rules.entries import Actor
from lip.plan.actions.decide_amendment import (
    Procedure,
    adopt,
    adopt_modified,
    propose_procedure,
    reject,
    reopen,
    set_status,
)
from lip.plan.actions.submit_amendment import Change
from lip.plan.pages.amendment_form import LONGEST_WORDS
from lip.plan.pages.change_context import change_context, list_page
from lip.plan.pages.modifying import modified_values
from lip.plan.pages.places import typed_number
from lip.plan.pages.text_place import Place, desk_router
from lip.plan.queries.chapters import chapter_by_id, text_in
from lip.plan.queries.plans import plan_by_key
from lip.plan.queries.standing import ShownAmendment
from lip.plan.queries.talk import all_amendments
from lip.plan.rules.amendments import PROPOSABLE, REOPENABLE, SETTABLE
from lip.plan.rules.kinds import MotionStatus
from lip.plan.rules.plans import PlanFacts
from lip.web.forms import Form, read_form
from lip.web.page import AnyRequest, page, redirect

LONGEST_REPLY: Final = 5_000
_REPLIES: Final = ("reason", "reply")


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What an editor sends about an amendment."""

    plan: PlanFacts
    code: str
    form: Form
    editor: Actor
    now: datetime

    def said(self, name: str) -> str:
        """Read what she says to it."""
        return self.form.text(name, most=LONGEST_REPLY, lines=True)

    def by(
        self, act: Callable[..., Awaitable[object]], *told: object
    ) -> Callable[..., Awaitable[object]]:
        """Say what she would do with the amendment."""
        return partial(act, self.plan, self.code, *told, by=self.editor, now=self.now)

    def shown(self, request: AnyRequest) -> Redirect:
        """Lead to the amendment."""
        where = {"plan": self.plan.key, "code": self.code}
        return redirect(request, "plan_amendments.show", **where)


async def provide_decision(
    request: AnyRequest,
    plan: FromPath[str],
    code: FromPath[str],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Decision:
    """Read which amendment of which plan it is about."""
    return Decision(
        plan=await plan_by_key(plan),
        code=code,
        form=await read_form(request),
        editor=identity.actor,
        now=now,
    )


@get("/", name="plan_amendments.list")
async def show_all(request: AnyRequest, plan: FromPath[str]) -> Template:
    """List all amendments in the order of chapters and lines, with their procedure."""
    there = await plan_by_key(plan)
    return await list_page(
        request,
        "plan/edit/amendments.html",
        there,
        amendments=await all_amendments(there),
        proposable=PROPOSABLE,
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
    request: AnyRequest, sent: NamedDependency[Decision]
) -> Redirect:
    """Propose what should become of an amendment."""
    form = sent.form
    chosen = form.raw("proposed")
    procedure = Procedure(
        proposed=MotionStatus(chosen) if chosen in set(PROPOSABLE) else None,
        words=sent.said("words")[:LONGEST_REPLY],
        public=form.ticked("public"),
    )
    await sent.by(propose_procedure, procedure)()
    if form.raw("back") == "list":
        return redirect(request, "plan_amendments.list", plan=sent.plan.key)
    return sent.shown(request)


@post("/{code:str}/status", name="plan_amendments.status")
async def send_status(request: AnyRequest, sent: NamedDependency[Decision]) -> Redirect:
    """Release an amendment, or set another status."""
    wanted = sent.form.raw("status")
    if wanted not in set(SETTABLE):
        raise Unusable("bad_request")
    await sent.by(set_status, MotionStatus(wanted))()
    return sent.shown(request)


@post("/{code:str}/reopen", name="plan_amendments.reopen", status_code=200)
async def send_reopening(
    request: AnyRequest, sent: NamedDependency[Decision]
) -> Redirect | Template:
    """Take a decision back that changed nothing in the draft."""
    return await _decided(request, sent, sent.by(reopen))


@post("/{code:str}/reject", name="plan_amendments.reject", status_code=200)
async def send_rejection(
    request: AnyRequest, sent: NamedDependency[Decision]
) -> Redirect | Template:
    """Reject an amendment; the reason is public."""
    decide = sent.by(reject, sent.said("reason"))
    return await _decided(request, sent, decide, field="reason")


@post("/{code:str}/adopt", name="plan_amendments.adopt", status_code=200)
async def send_adoption(
    request: AnyRequest, sent: NamedDependency[Decision]
) -> Redirect | Template:
    """Put an amendment's words into the draft."""
    decide = partial(sent.by(adopt), reply=sent.said("reply"))
    return await _decided(request, sent, decide)


@post("/{code:str}/modify", name="plan_amendments.modify", status_code=200)
async def send_modified(
    request: AnyRequest, sent: NamedDependency[Decision]
) -> Redirect | Template:
    """Put other words than the proposed ones into the draft."""
    form = sent.form
    first = form.whole_number("first", most=100_000)
    change = Change(
        base_version=form.whole_number("base_version", most=10_000_000),
        first_line=first,
        last_line=form.whole_number("last", most=100_000) or first,
        words=form.text("modified", most=LONGEST_WORDS, lines=True),
    )
    decide = partial(sent.by(adopt_modified, change), reply=sent.said("reply"))
    lines = change.first_line, change.last_line
    return await _decided(request, sent, decide, lines=lines)


async def _decided(
    request: AnyRequest,
    sent: Decision,
    decide: Callable[[], Awaitable[object]],
    *,
    field: str = "modified",
    lines: tuple[int, int] = (0, 0),
) -> Redirect | Template:
    """Decide, or say at a field why that is not possible."""
    if sent.form:
        try:
            await decide()
            return sent.shown(request)
        except (Conflict, NotFound, Unusable) as refusal:
            sent.form.refuse(field, request.app.state.sentences.say(refusal))
    return await _page(request, sent.plan, sent.code, form=sent.form, lines=lines)


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
        values=values,
        typed={
            name: form.raw(name)[:5_000] if form is not None else ""
            for name in _REPLIES
        },
        errors=errors,
        proposable=PROPOSABLE,
        settable=SETTABLE,
        reopenable=shown.facts.status in REOPENABLE,
        **change_context(),
    )


async def _place(plan: PlanFacts, shown: ShownAmendment) -> Place:
    return Place(
        plan=plan,
        chapter=await chapter_by_id(shown.facts.chapter),
        text=await text_in(shown.facts.chapter, shown.facts.language),
    )


router = desk_router(
    "/edit/plans/{plan:str}/amendments",
    *(show_all, show_one, send_procedure, send_status, send_reopening),
    *(send_rejection, send_adoption, send_modified),
    sent=provide_decision,
)
