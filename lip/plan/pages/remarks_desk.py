"""All remarks of a plan for its editors, who can hide one."""

from datetime import datetime
from uuid import UUID

from litestar import Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect, Template

from lip.accounts.guards import requires_editor
from lip.accounts.rules.identity import Identity
from lip.plan.actions.remark import show_remark
from lip.plan.pages.change_context import change_context
from lip.plan.queries.plans import plan_by_key
from lip.plan.queries.talk import all_remarks, titles_of_texts
from lip.web.forms import read_form
from lip.web.page import AnyRequest, page, redirect


@get("/", name="plan_remarks.list")
async def show_all(request: AnyRequest, plan: FromPath[str]) -> Template:
    """List all remarks in the order of chapters and lines."""
    there = await plan_by_key(plan)
    return page(
        request,
        "plan/edit/remarks.html",
        plan=there,
        remarks=await all_remarks(there),
        titles=await titles_of_texts(there.id),
        **change_context(),
    )


@post("/{remark:uuid}/show", name="plan_remarks.show")
async def send_show(
    request: AnyRequest,
    plan: FromPath[str],
    remark: FromPath[UUID],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect:
    """Hide a remark from readers, or show it again."""
    form = await read_form(request)
    there = await plan_by_key(plan)
    shown = form.ticked("shown")
    await show_remark(there, remark, shown=shown, by=identity.actor, now=now)
    return redirect(request, "plan_remarks.list", plan=plan)


router = Router(
    path="/edit/plans/{plan:str}/remarks",
    guards=[requires_editor],
    route_handlers=[show_all, send_show],
    include_in_schema=False,
)
