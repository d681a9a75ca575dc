"""Versions of a plan for its editors: what would change, and publishing the next."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final
from uuid import uuid4

from litestar import Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect, Template

from lip.accounts.guards import requires_editor
from lip.accounts.rules.identity import Identity
from lip.errors import Conflict, Unusable
from lip.plan.actions.publish_version import VersionWish, publish_version
from lip.plan.pages.change_context import change_context
from lip.plan.pages.change_words import GAPS
from lip.plan.pages.changes import shown_of
from lip.plan.pages.sheet_changes import sheet_changes_in_draft
from lip.plan.queries.comparing import changes_in_draft
from lip.plan.queries.drafts import drafts_of
from lip.plan.queries.plans import plan_by_key
from lip.plan.queries.versions import versions_of
from lip.plan.rules.freezing import LONGEST_NAME, LONGEST_NOTE, gaps_of
from lip.web.forms import Form, read_form
from lip.web.page import AnyRequest, page, redirect
from lip.words import LANGUAGES

_EMPTY: Final[Mapping[str, Any]] = {"name": {}, "note": {}}


@get("/", name="plan_versions.list")
async def show_all(request: AnyRequest, plan: FromPath[str]) -> Template:
    """List the versions of a plan."""
    there = await plan_by_key(plan)
    return page(
        request,
        "plan/edit/versions.html",
        plan=there,
        versions=await versions_of(there.id),
        **change_context(),
    )


@get("/new", name="plan_versions.new")
async def show_new(
    request: AnyRequest, plan: FromPath[str], now: NamedDependency[datetime]
) -> Template:
    """Show what a version published now would change, and what is missing for it."""
    return await _page(request, plan, _EMPTY, now=now)


@post("/new", name="plan_versions.publish", status_code=200)
async def send_new(
    request: AnyRequest,
    plan: FromPath[str],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Publish a version; sent twice it is one, and of two people one publishes."""
    form = await read_form(request)
    there = await plan_by_key(plan)
    wish = VersionWish(
        number=form.whole_number("number", most=100_000),
        name=form.said("name", most=LONGEST_NAME),
        note=form.said("note", most=LONGEST_NOTE, lines=True),
    )
    if form:
        try:
            await publish_version(
                there.id, wish, by=identity.actor, now=now, request=form.request_key()
            )
            return redirect(request, "plan_versions.list", plan=plan)
        except (Conflict, Unusable) as refusal:
            form.refuse(f"name-{there.language}", _said(request, refusal))
            form.renew_key()
    values = {
        name: {tag: form.raw(f"{name}-{tag}")[:5_000] for tag in LANGUAGES}
        for name in _EMPTY
    }
    return await _page(request, plan, values, form, now=now)


def _said(request: AnyRequest, refusal: Conflict | Unusable) -> str:
    return str(request.app.state.sentences.say(refusal))


async def _page(
    request: AnyRequest,
    plan: str,
    values: Mapping[str, Any],
    form: Form | None = None,
    *,
    now: datetime,
) -> Template:
    there = await plan_by_key(plan)
    versions = await versions_of(there.id)
    gaps = gaps_of(await drafts_of(there.id, there.language), there.language)
    latest = versions[0] if versions else None
    changes = await changes_in_draft(there, latest, there.language)
    return page(
        request,
        "plan/edit/publish.html",
        status=422 if form is not None and form.errors else 200,
        plan=there,
        latest=latest,
        number=there.latest + 1,
        gaps=gaps,
        missing=[one for one in gaps if not one.hint],
        gap_words=GAPS,
        changes=[one for one in changes if one.changed],
        shown=shown_of(changes),
        sheets=await sheet_changes_in_draft(latest, now=now),
        tongue=there.language,
        values=values,
        main=there.language if there.language in LANGUAGES else "de",
        errors=form.errors if form is not None else {},
        request_key=form.request_key() if form is not None else uuid4(),
        **change_context(),
    )


router = Router(
    path="/edit/plans/{plan:str}/versions",
    guards=[requires_editor],
    route_handlers=[show_all, show_new, send_new],
    include_in_schema=False,
)
