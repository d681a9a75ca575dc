"""Reminders to offices and the yearly report, for editors."""

from datetime import datetime
from uuid import UUID

from litestar import Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect, Response

from lip.accounts.guards import requires_editor
from lip.accounts.rules.identity import Identity
from lip.measures.actions.remind import Reminder, remind
from lip.measures.documents.reminder import reminder_of
from lip.measures.documents.report import yearly_report
from lip.measures.queries.measures import all_measures, measure_by_id
from lip.measures.queries.names import all_names
from lip.web.page import AnyRequest, redirect
from lip.web.pages import ZONE
from lip.web.paths import path_to
from lip.words.catalogues import SOURCE


@post("/{measure:uuid}/remind", name="edit_measures.remind")
async def send_reminder(
    request: AnyRequest,
    measure: FromPath[UUID],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect:
    """Send a letter to the responsible office."""
    there = await measure_by_id(measure)
    settings = request.app.state.settings
    address = ""
    if there.is_public(now):
        path = path_to(request.app, "measures.read", {"measure_key": there.key})
        address = f"{settings.base_url}/{SOURCE}{path}"
    written = reminder_of(
        there,
        site=settings.site_name,
        address=address,
        today=now.astimezone(ZONE).date(),
    )
    letter = Reminder(
        language=SOURCE,
        subject=written.subject,
        text=written.text,
        html=written.html,
    )
    await remind(measure, letter, by=identity.actor, now=now)
    return redirect(request, "edit_measures.show", measure=measure)


@get("/report", name="edit_measures.report")
async def download_report(
    request: AnyRequest, now: NamedDependency[datetime]
) -> Response[str]:
    """Give the yearly report of what is public, as a draft in Markdown."""
    today = now.astimezone(ZONE).date()
    asked = request.query_params.get("year", "")
    year = int(asked) if len(asked) == 4 and asked.isascii() and asked.isdigit() else 0
    text = yearly_report(
        await all_measures(public_at=now),
        await all_names(),
        year=year or today.year,
        today=today,
    )
    name = f'attachment; filename="bericht-{year or today.year}.md"'
    return Response(
        text,
        media_type="text/markdown; charset=utf-8",
        headers={"content-disposition": name},
    )


router = Router(
    path="/edit/measures",
    guards=[requires_editor],
    route_handlers=[send_reminder, download_report],
    include_in_schema=False,
)
