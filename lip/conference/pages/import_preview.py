"""The dry run, row by row, and the import itself."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from litestar import Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect, Template

from lip.accounts.guards import requires_organiser
from lip.accounts.rules.identity import Identity
from lip.conference.actions.import_participants import Judged, judge_list
from lip.conference.actions.store_upload import (
    change_plan,
    import_upload,
)
from lip.conference.files.wording import STATUSES
from lip.conference.pages.import_words import (
    STATUS_SIGNS,
    mentioned,
    row_lines,
)
from lip.conference.queries.conferences import ConferenceFacts, conference_by_key
from lip.conference.queries.participants import participants_by_id
from lip.conference.queries.uploads import Upload, upload_of
from lip.conference.rules.guest_list import Choice, JudgedRow, RowStatus
from lip.conference.rules.import_plan import ImportPlan
from lip.errors import Conflict, Unusable
from lip.keys import Keys
from lip.web.forms import Form, read_form
from lip.web.page import AnyRequest, page, redirect
from lip.web.pages import prefixed
from lip.words import _

ROWS_PER_PAGE = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One page of the rows with one verdict, or of all."""

    rows: Sequence[JudgedRow]
    show: RowStatus | None
    page: int
    pages: int


async def judged_upload(upload: Upload, conference: ConferenceFacts) -> Judged:
    """Judge an uploaded list as its plan says."""
    if upload.plan.outcome is not None:
        raise Conflict("list_already_imported")
    return await judge_list(
        upload.content,
        upload.filename,
        conference=conference,
        mapping=upload.plan.columns,
        sheet=upload.sheet,
        encoding=upload.plan.encoding,
    )


@get("/preview", name="imports.preview")
async def show_preview(
    request: AnyRequest,
    key: FromPath[str],
    upload: FromPath[UUID],
    show: FromQuery[str] = "",
    p: FromQuery[int] = 1,
) -> Template | Redirect:
    """Show what importing would do; nothing is stored yet."""
    conference = await conference_by_key(key)
    found = await upload_of(conference, upload)
    if found.plan.outcome is not None:
        return redirect(request, "imports.done", key=key, upload=upload)
    try:
        judged = await judged_upload(found, conference)
    except Unusable:
        return redirect(request, "imports.map", key=key, upload=upload)
    part = _part(judged, show, p)
    return await _preview(request, conference, found, judged, part)


def _part(judged: Judged, show: str, number: int) -> Part:
    status = RowStatus(show) if show in list(RowStatus) else None
    rows = [row for row in judged.report.rows if status in {None, row.status}]
    pages = max(1, -(-len(rows) // ROWS_PER_PAGE))
    number = min(max(number, 1), pages)
    start = (number - 1) * ROWS_PER_PAGE
    return Part(
        rows=rows[start : start + ROWS_PER_PAGE],
        show=status,
        page=number,
        pages=pages,
    )


async def _preview(
    request: AnyRequest,
    conference: ConferenceFacts,
    upload: Upload,
    judged: Judged,
    part: Part,
    errors: Mapping[str, str] | None = None,
) -> Template:
    people = await participants_by_id(conference, mentioned(part.rows))
    counts = judged.report.counts
    return page(
        request,
        "conference/import_preview.html",
        status=422 if errors else 200,
        conference=conference,
        upload=upload,
        part=part,
        lines=row_lines(part.rows, judged.report, people),
        shown=" ".join(str(row.line) for row in part.rows),
        counts=counts,
        total=len(judged.report.rows),
        tabs=_tabs(counts, part, total=len(judged.report.rows)),
        verdicts=verdicts(counts),
        errors=errors or {},
    )


def _tabs(
    counts: Mapping[RowStatus, int], part: Part, *, total: int
) -> list[tuple[str, str, int, bool]]:
    found = [(status, counts[status]) for status in RowStatus if counts[status]]
    return [
        ("", _("Alle"), total, part.show is None),
        *(
            (status.value, _(STATUSES[status]), number, status is part.show)
            for status, number in found
        ),
    ]


def verdicts(counts: Mapping[RowStatus, int]) -> list[tuple[str, str, str, int]]:
    """Give kind, icon, word and number of each verdict."""
    return [
        (*STATUS_SIGNS[status], _(STATUSES[status]), counts.get(status, 0))
        for status in RowStatus
    ]


@post("/ticks", name="imports.tick")
async def send_ticks(
    request: AnyRequest, key: FromPath[str], upload: FromPath[UUID]
) -> Redirect:
    """Remember the ticks of this page and go to another."""
    conference = await conference_by_key(key)
    found = await upload_of(conference, upload)
    form = await read_form(request)
    await _remember(found, form)
    show, number = _where(form)
    path = prefixed(request, "imports.preview", key=key, upload=upload)
    return Redirect(f"{path}?show={show}&p={number}#rows", status_code=303)


def _where(form: Form) -> tuple[str, int]:
    """Read which rows are asked for: a tab, or a page of the same."""
    if form.all("tab"):
        return _known(form.raw("tab")), 1
    number = form.raw("go")
    return _known(form.raw("show")), int(number) if number.isdecimal() else 1


def _known(show: str) -> str:
    return show if show in list(RowStatus) else ""


async def _remember(upload: Upload, form: Form) -> Upload:
    shown = _lines(form.raw("shown").split())
    ticked = _lines(form.all("line")) & shown
    plan = replace(upload.plan, ticked=(upload.plan.ticked - shown) | ticked)
    if plan != upload.plan and plan.outcome is None:
        await change_plan(upload.id, plan, sheet=upload.sheet)
    return replace(upload, plan=plan)


def _lines(texts: Sequence[str]) -> frozenset[int]:
    return frozenset(int(text) for text in texts if text.isdecimal() and len(text) < 9)


@post("/run", name="imports.run")
async def send_run(
    request: AnyRequest,
    key: FromPath[str],
    upload: FromPath[UUID],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
    keys: NamedDependency[Keys],
) -> Template | Redirect:
    """Import what was chosen; sending it twice imports it once."""
    conference = await conference_by_key(key)
    found = await upload_of(conference, upload)
    if found.plan.outcome is not None:
        return redirect(request, "imports.done", key=key, upload=upload)
    form = await read_form(request)
    found = await _remember(found, form)
    judged = await judged_upload(found, conference)
    choice = _choice(form, found.plan)
    if choice is None:
        part = _part(judged, *_where(form))
        return await _preview(request, conference, found, judged, part, form.errors)
    await import_upload(
        found,
        judged,
        choice,
        conference=conference,
        keys=keys,
        by=identity.actor,
        now=now,
    )
    return redirect(request, "imports.done", key=key, upload=upload)


def _choice(form: Form, plan: ImportPlan) -> Choice | None:
    choice = form.choice("choice", Choice, default=Choice.GOOD_ONLY)
    if choice is Choice.TICKED and not plan.ticked:
        form.refuse("choice", _("Noch ist keine Zeile angekreuzt."))
    return None if form.errors else choice


router = Router(
    path="/conferences/{key:str}/participants/import/{upload:uuid}",
    guards=[requires_organiser],
    route_handlers=[show_preview, send_ticks, send_run],
    include_in_schema=False,
)
