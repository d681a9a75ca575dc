"""All measures for their editors: the list, one at a glance, released or not."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from litestar import Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect, Template

from lip.accounts.guards import requires_editor
from lip.accounts.rules.identity import Identity
from lip.measures.actions.delete_measure import delete_measure, was_released
from lip.measures.actions.release import release, take_back
from lip.measures.documents.outline import status_words
from lip.measures.pages.editing import doubts
from lip.measures.pages.filter_form import read_filters
from lip.measures.pages.sheet_parts import PARTS
from lip.measures.queries.measures import IN_LISTS, all_measures, measure_by_id
from lip.measures.queries.names import all_names
from lip.measures.rules.filtering import chosen
from lip.measures.rules.measures import MeasureFacts
from lip.measures.rules.reminding import Reminding, reminding
from lip.measures.rules.status import light
from lip.measures.sentences import SENTENCES
from lip.measures.words import LIGHT_SIGNS, LIGHTS, STATUS, STATUS_SIGNS
from lip.web.forms import Form, read_form
from lip.web.page import AnyRequest, page, redirect
from lip.web.pages import ZONE
from lip.web.paging import paged
from lip.words import _


@get("/", name="edit_measures.list")
async def show_measures(
    request: AnyRequest, now: NamedDependency[datetime]
) -> Template:
    """List all measures, drafts too."""
    measures = await all_measures(parts=IN_LISTS)
    names = await all_names()
    filters = read_filters(request, measures, names)
    found = paged(
        request,
        chosen(measures, filters.wanted),
        "edit_measures.list",
        asked=filters.typed,
    )
    return page(
        request,
        "measures/edit_list.html",
        found=found,
        rows=[_row(one, now) for one in found.rows],
        filters=filters,
        report_years=_report_years(now),
    )


@get("/{measure:uuid}", name="edit_measures.show")
async def show_measure(
    request: AnyRequest, measure: FromPath[UUID], now: NamedDependency[datetime]
) -> Template:
    """Show a measure at a glance, and what can be done with it."""
    return await _show(request, measure, now)


@post("/{measure:uuid}/release", name="edit_measures.release", status_code=200)
async def send_release(
    request: AnyRequest,
    measure: FromPath[UUID],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Show it to everybody, at once or from a moment on."""
    form = await read_form(request)
    at = form.moment("at", ZONE) if form.raw("at") else None
    if not form:
        return await _show(request, measure, now, form)
    await release(measure, at=at, by=identity.actor, now=now)
    return redirect(request, "edit_measures.show", measure=measure)


@post("/{measure:uuid}/take-back", name="edit_measures.take_back")
async def send_take_back(
    request: AnyRequest,
    measure: FromPath[UUID],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect:
    """Show it to nobody but the editors."""
    await take_back(measure, by=identity.actor, now=now)
    return redirect(request, "edit_measures.show", measure=measure)


@post("/{measure:uuid}/delete", name="edit_measures.delete")
async def send_deletion(
    request: AnyRequest,
    measure: FromPath[UUID],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect:
    """Delete a draft that nobody else ever saw."""
    beside = request.app.state.beside_measures
    await delete_measure(measure, beside=beside, by=identity.actor, now=now)
    return redirect(request, "edit_measures.list")


async def _show(
    request: AnyRequest, measure: UUID, now: datetime, form: Form | None = None
) -> Template:
    there = await measure_by_id(measure)
    names = await all_names()
    responsible = there.sheet.responsible
    office = names.bodies.get(responsible) if responsible else None
    may = reminding(
        there.sheet.status_kind,
        there.sheet.contact_email or (office.email if office else ""),
        reminded_at=there.reminded_at,
        now=now,
    )
    return page(
        request,
        "measures/edit_show.html",
        status=200 if form is None else 422,
        **_row(there, now),
        all_parts=PARTS.values(),
        saved=PARTS.get(request.query_params.get("saved", "")),
        doubts=doubts(there.sheet),
        office=office,
        may_remind=may,
        why_not="" if may is Reminding.MAY else _(SENTENCES[may.value]),
        may_go=not await was_released(measure),
        errors={} if form is None else form.errors,
        typed="" if form is None else form.raw("at")[:60],
    )


def _report_years(now: datetime) -> Sequence[tuple[str, str]]:
    """Offer this year and the nine before it."""
    this = now.astimezone(ZONE).year
    return [(str(year), str(year)) for year in range(this, this - 10, -1)]


def _row(measure: MeasureFacts, now: datetime) -> Mapping[str, Any]:
    sheet = measure.sheet
    lit = light(sheet.status_kind, sheet.timetable, today=now.astimezone(ZONE).date())
    return {
        "measure": measure,
        "sheet": sheet,
        "standing": status_words(sheet, _(STATUS[sheet.status_kind])),
        "sign": STATUS_SIGNS[sheet.status_kind],
        "light": LIGHTS[lit],
        "light_sign": LIGHT_SIGNS[lit],
        "is_public": measure.is_public(now),
    }


router = Router(
    path="/edit/measures",
    guards=[requires_editor],
    route_handlers=[
        show_measures,
        show_measure,
        send_release,
        send_take_back,
        send_deletion,
    ],
    include_in_schema=False,
)
