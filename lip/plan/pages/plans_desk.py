"""Plans on the editors' desk: all of them, a new one, one with its chapters."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID, uuid4

from litestar import get, post
from litestar.di import NamedDependency
from litestar.response import Redirect, Template

from lip.accounts.rules.identity import Identity
from lip.plan.actions.delete_drafts import delete_plan
from lip.plan.actions.plans import add_plan, change_plan
from lip.plan.pages.plan_form import (
    MAIN,
    languages_for_plans,
    plan_values,
    read_plan,
    typed_plan,
)
from lip.plan.pages.text_place import desk_router, provide_plan
from lip.plan.pages.tongues import language_name
from lip.plan.queries.chapters import chapters_of, texts_of
from lip.plan.queries.plans import all_plans
from lip.plan.rules.chapters import ChapterFacts, TextHead
from lip.plan.rules.nesting import siblings
from lip.plan.rules.plans import PlanFacts
from lip.plan.rules.shown import head_of
from lip.plan.status_words import STATE_SIGNS, TEXT_STATES
from lip.web.forms import read_form
from lip.web.page import AnyRequest, page, redirect
from lip.web.saving import USUAL, saved


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
    key = form.request_key()
    if await saved(
        request,
        form,
        partial(add_plan, wish, by=identity.actor, now=now, request=key),
        {USUAL: "key"},
    ):
        return redirect(request, "edit_plans.show", plan=wish.key)
    return _form_page(request, typed_plan(form), form.errors, key)


@get("/{plan:str}", name="edit_plans.show")
async def show_plan(request: AnyRequest, there: NamedDependency[PlanFacts]) -> Template:
    """Show the chapters of a draft, and how far each language is."""
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
        ways=_ways(chapters),
        language_name=language_name,
        signs=STATE_SIGNS,
        states=TEXT_STATES,
    )


@get("/{plan:str}/settings", name="edit_plans.settings")
async def show_settings(
    request: AnyRequest, there: NamedDependency[PlanFacts]
) -> Template:
    """Show what is said of a plan and who may do what, to change it."""
    return _form_page(request, plan_values(there), plan=there)


@post("/{plan:str}/settings", name="edit_plans.change", status_code=200)
async def send_settings(
    request: AnyRequest,
    there: NamedDependency[PlanFacts],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Change a plan."""
    form = await read_form(request)
    change = partial(change_plan, there.id, read_plan(form), by=identity.actor, now=now)
    if await saved(request, form, change, {USUAL: f"title-{MAIN}"}):
        return redirect(request, "edit_plans.show", plan=there.key)
    return _form_page(request, typed_plan(form), form.errors, plan=there)


@post("/{plan:str}/delete", name="edit_plans.delete")
async def send_delete(
    request: AnyRequest,
    there: NamedDependency[PlanFacts],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect:
    """Delete a plan that was made by mistake."""
    await delete_plan(there.id, by=identity.actor, now=now)
    return redirect(request, "edit_plans.list")


def _title(number: str, texts: Sequence[TextHead], own: str) -> tuple[str, str]:
    by_tag = {one.language: one.title for one in texts}
    for tag in (own, *by_tag):
        if tag in by_tag:
            return head_of(number, by_tag[tag]), tag
    return number, ""


def _ways(chapters: Sequence[ChapterFacts]) -> Mapping[UUID, tuple[bool, bool]]:
    """Say of each chapter whether it can be moved up and down."""
    parents = {one.id: one.parent for one in chapters}
    beside = {one: siblings(parents, one) for one in parents}
    return {
        one: (one != others[0], one != others[-1]) for one, others in beside.items()
    }


def _form_page(
    request: AnyRequest,
    values: Mapping[str, Any],
    errors: Mapping[str, str] | None = None,
    request_key: UUID | None = None,
    *,
    plan: PlanFacts | None = None,
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
    )


router = desk_router(
    "/edit/plans",
    *(show_plans, show_new, send_new, show_plan),
    *(show_settings, send_settings, send_delete),
    there=provide_plan,
)
