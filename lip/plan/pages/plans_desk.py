"""Plans on the editors' desk: all of them, a new one, one with its chapters."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from litestar import Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect, Template

from lip.accounts.guards import requires_editor
from lip.accounts.rules.identity import Identity
from lip.errors import Conflict, Unusable
from lip.plan.actions.plans import add_plan, change_plan
from lip.plan.pages.plan_form import (
    MAIN,
    languages_for_plans,
    plan_values,
    read_plan,
    typed_plan,
)
from lip.plan.pages.tongues import language_name
from lip.plan.queries.chapters import chapters_of, texts_of
from lip.plan.queries.plans import all_plans, plan_by_key
from lip.plan.rules.shown import head_of
from lip.plan.rules.wrapping import LONGEST, SHORTEST
from lip.plan.status_words import STATE_SIGNS, TEXT_STATES
from lip.web.forms import read_form
from lip.web.page import AnyRequest, page, redirect


@get("/", name="edit_plans.list")
async def show_plans(request: AnyRequest) -> Template:
    """List all plans."""
    return page(request, "plan/desk/all.html", plans=await all_plans())


@get("/new", name="edit_plans.new")
async def show_new(request: AnyRequest) -> Template:
    """Show the form for a new plan."""
    return _form_page(request, plan_values(None))


@post("/new", name="edit_plans.add", status_code=200)
async def send_new(
    request: AnyRequest,
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Add a plan; sent twice it is there once."""
    form = await read_form(request)
    wish = read_plan(form)
    if form:
        try:
            await add_plan(wish, by=identity.actor, now=now, request=form.request_key())
        except (Conflict, Unusable) as refusal:
            form.refuse("key", request.app.state.sentences.say(refusal))
        else:
            return redirect(request, "edit_plans.show", plan=wish.key)
    return _form_page(request, typed_plan(form), form.errors, form.request_key())


@get("/{plan:str}", name="edit_plans.show")
async def show_plan(request: AnyRequest, plan: FromPath[str]) -> Template:
    """Show the chapters of a draft, and how far each language is."""
    there = await plan_by_key(plan)
    chapters = await chapters_of(there.id)
    texts = await texts_of([one.id for one in chapters])
    return page(
        request,
        "plan/desk/plan.html",
        plan=there,
        rows=[
            (one, _title(one.number, texts.get(one.id, ()), there.language))
            for one in chapters
        ],
        texts=texts,
        language_name=language_name,
        signs=STATE_SIGNS,
        states=TEXT_STATES,
    )


@get("/{plan:str}/settings", name="edit_plans.settings")
async def show_settings(request: AnyRequest, plan: FromPath[str]) -> Template:
    """Show what is said of a plan and who may do what, to change it."""
    there = await plan_by_key(plan)
    return _form_page(request, plan_values(there), plan=there)


@post("/{plan:str}/settings", name="edit_plans.change", status_code=200)
async def send_settings(
    request: AnyRequest,
    plan: FromPath[str],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Change a plan."""
    there = await plan_by_key(plan)
    form = await read_form(request)
    wish = read_plan(form)
    if form:
        try:
            await change_plan(there.id, wish, by=identity.actor, now=now)
        except (Conflict, Unusable) as refusal:
            form.refuse(f"title-{MAIN}", request.app.state.sentences.say(refusal))
        else:
            return redirect(request, "edit_plans.show", plan=plan)
    return _form_page(request, typed_plan(form), form.errors, plan=there)


def _title(number: str, texts: Any, own: str) -> tuple[str, str]:
    by_tag = {one.language: one.title for one in texts}
    for tag in (own, *by_tag):
        if tag in by_tag:
            return head_of(number, by_tag[tag]), tag
    return number, ""


def _form_page(
    request: AnyRequest,
    values: Mapping[str, Any],
    errors: Mapping[str, str] | None = None,
    request_key: UUID | None = None,
    *,
    plan: Any = None,
) -> Template:
    return page(
        request,
        "plan/desk/plan_form.html",
        status=422 if errors else 200,
        values=values,
        errors=errors or {},
        plan=plan,
        main=MAIN,
        request_key=request_key or uuid4(),
        plan_languages=languages_for_plans(),
        least=SHORTEST,
        most=LONGEST,
    )


router = Router(
    path="/edit/plans",
    guards=[requires_editor],
    route_handlers=[
        show_plans,
        show_new,
        send_new,
        show_plan,
        show_settings,
        send_settings,
    ],
    include_in_schema=False,
)
