"""All remarks of a plan for its editors, who can hide one."""

from datetime import datetime
from uuid import UUID

from litestar import get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect, Template

from lip.accounts.rules.identity import Identity
from lip.plan.actions.remark import show_remark
from lip.plan.pages.change_context import list_page
from lip.plan.pages.text_place import desk_router, provide_plan
from lip.plan.queries.talk import all_remarks
from lip.plan.rules.plans import PlanFacts
from lip.web.forms import read_form
from lip.web.page import AnyRequest, redirect


@get("/", name="plan_remarks.list")
async def show_all(request: AnyRequest, there: NamedDependency[PlanFacts]) -> Template:
    """List all remarks in the order of chapters and lines."""
    remarks = await all_remarks(there)
    return await list_page(request, "plan/edit/remarks.html", there, remarks=remarks)


@post("/{remark:uuid}/show", name="plan_remarks.show")
async def send_show(
    request: AnyRequest,
    there: NamedDependency[PlanFacts],
    remark: FromPath[UUID],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect:
    """Hide a remark from readers, or show it again."""
    shown = (await read_form(request)).ticked("shown")
    await show_remark(there, remark, shown=shown, by=identity.actor, now=now)
    return redirect(request, "plan_remarks.list", plan=there.key)


router = desk_router(
    "/edit/plans/{plan:str}/remarks", show_all, send_show, there=provide_plan
)
