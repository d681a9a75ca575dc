"""The yearly report of the measures, made into a paper that people go on writing."""

from datetime import datetime
from uuid import uuid4

from litestar import Router, get, post
from litestar.di import NamedDependency
from litestar.response import Redirect, Template

from lip.accounts.guards import requires_editor
from lip.accounts.rules.identity import Identity
from lip.errors import Conflict, Unusable
from lip.measures.documents.report import yearly_report
from lip.measures.queries.measures import all_measures
from lip.measures.queries.names import all_names
from lip.papers.actions.save_paper import add_paper
from lip.papers.rules.papers import PaperWish
from lip.papers.rules.reporting import reported
from lip.web.forms import Form, read_form
from lip.web.page import AnyRequest, page, redirect
from lip.web.pages import ZONE
from lip.words import speaking
from lip.words.catalogues import SOURCE


@get("/", name="report_papers.show")
async def show_form(request: AnyRequest, now: NamedDependency[datetime]) -> Template:
    """Ask for the year and the number of the paper."""
    return _form_page(request, now, None)


@post("/", name="report_papers.add", status_code=200)
async def send_form(
    request: AnyRequest,
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Add the paper as a draft, and show it; sent twice it is there once."""
    form = await read_form(request)
    this = now.astimezone(ZONE).year
    year = form.whole_number("year", least=2000, most=2199, default=this)
    reference, key = form.text("reference", most=60, required=True), form.request_key()
    if form:
        wish = await _wish(year, reference, now)
        try:
            paper = await add_paper(wish, by=identity.actor, now=now, request=key)
        except (Conflict, Unusable) as refusal:
            form.refuse("reference", request.app.state.sentences.say(refusal))
        else:
            return redirect(request, "council_papers.show", paper=paper)
    return _form_page(request, now, form)


async def _wish(year: int, reference: str, now: datetime) -> PaperWish:
    """Write the report in the language of the council."""
    with speaking(SOURCE):
        report = yearly_report(
            await all_measures(public_at=now),
            await all_names(),
            year=year,
            today=now.astimezone(ZONE).date(),
        )
    return reported(report, reference=reference)


def _form_page(request: AnyRequest, now: datetime, form: Form | None) -> Template:
    this = now.astimezone(ZONE).year
    return page(
        request,
        "papers/report.html",
        status=200 if form is None else 422,
        years=[(str(year), str(year)) for year in range(this, this - 10, -1)],
        year=str(this) if form is None else form.raw("year")[:4],
        reference="" if form is None else form.raw("reference")[:60],
        errors={} if form is None else form.errors,
        request_key=uuid4() if form is None else form.request_key(),
    )


router = Router(
    path="/edit/measures/report-paper",
    guards=[requires_editor],
    route_handlers=[show_form, send_form],
    include_in_schema=False,
)
