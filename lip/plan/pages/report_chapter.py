"""The yearly report of the measures, made into a chapter that people go on writing."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID, uuid4

from litestar import Router, get, post
from litestar.di import NamedDependency
from litestar.response import Redirect, Template

from lip.accounts.guards import requires_editor
from lip.accounts.rules.identity import Identity
from lip.measures.documents.report import yearly_report
from lip.measures.queries.measures import all_measures
from lip.measures.queries.names import all_names
from lip.plan.actions.chapters import FirstText, NewChapter, add_chapter
from lip.plan.queries.chapters import chapter_by_id
from lip.plan.queries.plans import all_plans
from lip.plan.rules.plans import PlanFacts
from lip.tracing.actions.report_on import report_on
from lip.web.forms import read_form
from lip.web.page import AnyRequest, page, redirect
from lip.web.pages import ZONE
from lip.words import _, current_language, speaking


@get("/", name="report_chapters.show")
async def show_form(request: AnyRequest, now: NamedDependency[datetime]) -> Template:
    """Ask for the year and the plan."""
    return await _form_page(request, now, {}, uuid4())


@post("/", name="report_chapters.add", status_code=200)
async def send_form(
    request: AnyRequest,
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Add the chapter, and go on to write it; sent twice it is there once."""
    form = await read_form(request)
    today = now.astimezone(ZONE).date()
    year = form.whole_number("year", least=2000, most=2199, default=today.year)
    plans = {one.key: one for one in await all_plans()}
    plan = plans.get(form.raw("plan"))
    if plan is None:
        form.refuse("plan", _("Bitte wählen Sie einen der Werte aus der Liste."))
    if not form or plan is None:
        return await _form_page(request, now, form.errors, form.request_key())
    first = await _first(plan, year, now)
    chapter = await add_chapter(
        plan.id,
        NewChapter(first=first),
        by=identity.actor,
        now=now,
        request=form.request_key(),
    )
    public = await all_measures(public_at=now, parts=())
    await report_on([one.id for one in public], chapter)
    there = await chapter_by_id(chapter)
    return redirect(request, "edit_chapters.show", plan=plan.key, chapter=there.key)


async def _first(plan: PlanFacts, year: int, now: datetime) -> FirstText:
    """Write the report in the language of the plan, its heading as the title."""
    with speaking(plan.language):
        text = yearly_report(
            await all_measures(public_at=now),
            await all_names(),
            year=year,
            today=now.astimezone(ZONE).date(),
        )
        title = _("Bericht %(year)s", year=year)
    return FirstText(
        language=plan.language, title=title, text=text.split("\n", 1)[1].strip()
    )


async def _form_page(
    request: AnyRequest, now: datetime, errors: Mapping[str, str], key: UUID
) -> Template:
    this = now.astimezone(ZONE).year
    return page(
        request,
        "plan/desk/report.html",
        status=422 if errors else 200,
        plans=[
            (one.key, one.title.pick(current_language()).text)
            for one in await all_plans()
        ],
        years=[(str(year), str(year)) for year in range(this, this - 10, -1)],
        errors=errors,
        request_key=key,
    )


router = Router(
    path="/edit/measures/report-chapter",
    guards=[requires_editor],
    route_handlers=[show_form, send_form],
    include_in_schema=False,
)
