"""The measures as everybody reads them: the list, a sheet, the sheet on one page."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import Any, Final
from uuid import UUID

from anyio.to_thread import run_sync
from litestar import Router, get
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Response, Template
from markupsafe import Markup

from lip.bodies.pages.paper_links import linked_page
from lip.bodies.pages.timeline import timeline_of
from lip.errors import NotFound
from lip.measures.actions.attach_agreement import KIND
from lip.measures.documents.blocks import Block, Item
from lip.measures.documents.outline import blocks, kind_beside, status_words
from lip.measures.documents.sheet_paper import plain, sheet_pdf
from lip.measures.pages.filter_form import read_filters
from lip.measures.queries.measures import (
    IN_LISTS,
    agreement_content,
    all_measures,
    public_measure,
)
from lip.measures.queries.names import Names, all_names
from lip.measures.rules.filtering import chosen
from lip.measures.rules.measures import MeasureFacts
from lip.measures.words import STATUS, STATUS_SIGNS
from lip.programme.pages.downloads import download
from lip.programme.rules.document_kinds import MEDIA_TYPES
from lip.said import Spoken
from lip.subjects import Subject, SubjectKind, SubjectsBeside
from lip.tracing.pages.ways import subjects_named
from lip.tracing.queries.reports import reports_on
from lip.tracing.queries.traces import traces_at
from lip.tracing.rules.chains import Node
from lip.web.json_ld import markup
from lip.web.markdown import rendered
from lip.web.page import AnyRequest, page
from lip.web.paging import paged
from lip.web.visit import visit_of
from lip.words import _, current_language


@get("/", name="measures.read_all")
async def read_measures(
    request: AnyRequest, now: NamedDependency[datetime]
) -> Template:
    """List the measures that everybody may read, narrowed as somebody wishes."""
    measures = await all_measures(public_at=now, parts=IN_LISTS)
    names = await all_names()
    filters = read_filters(request, measures, names)
    found = paged(
        request,
        chosen(measures, filters.wanted),
        "measures.read_all",
        asked=filters.typed,
    )
    return page(
        request,
        "measures/public.html",
        filters=filters,
        names=names,
        found=found,
        rows=[_row(one) for one in found.rows],
    )


@get("/{measure_key:str}", name="measures.read")
async def read_measure(
    request: AnyRequest, measure_key: FromPath[str], now: NamedDependency[datetime]
) -> Response[str]:
    """Show a sheet, heading by heading."""
    measure = await public_measure(measure_key, now=now)
    values = await sheet_values(request, measure, now=now)
    return await linked_page(request, page(request, "measures/sheet.html", **values))


@get("/{measure_key:str}/short", name="measures.read_short")
async def read_short(
    request: AnyRequest, measure_key: FromPath[str], now: NamedDependency[datetime]
) -> Response[str]:
    """Show what matters on one page, in lists."""
    measure = await public_measure(measure_key, now=now)
    values = await sheet_values(request, measure, now=now)
    shown = [one for one in values["blocks"] if one.name in SHORT]
    said = measure.sheet.summary.pick(current_language())
    first = Spoken(text=next(plain(said.text), ""), lang=said.lang)
    values |= {"blocks": shown, "first": first}
    return await linked_page(request, page(request, "measures/short.html", **values))


@get(
    "/{measure_key:str}/agreements/{agreement:uuid}/agreement.pdf",
    name="measures.agreement",
)
async def read_agreement(
    measure_key: FromPath[str],
    agreement: FromPath[UUID],
    now: NamedDependency[datetime],
) -> Response[bytes]:
    """Give the file of an agreement to be saved."""
    measure = await public_measure(measure_key, now=now)
    if agreement not in measure.files:
        raise NotFound("unknown_agreement")
    return download(
        await agreement_content(agreement),
        measure.files[agreement].filename,
        media_type=MEDIA_TYPES[KIND],
    )


@get("/{measure_key:str}/sheet.pdf", name="measures.print")
async def print_measure(
    request: AnyRequest, measure_key: FromPath[str], now: NamedDependency[datetime]
) -> Response[bytes]:
    """Set a sheet as PDF/UA."""
    settings = request.app.state.settings
    make = partial(
        sheet_pdf,
        await public_measure(measure_key, now=now),
        await all_names(),
        site=settings.site_name,
        accent=settings.accent,
        language=current_language(),
    )
    return Response(await run_sync(make), media_type="application/pdf")


SHORT: Final = frozenset({
    *("districts", "fields", "timetable", "costs", "partners", "target", "funding"),
    *("indicators", "goals-all", *(f"goals-{year}" for year in range(1900, 2200))),
})
"""What stands on the short page beside the beginning of the description."""


async def sheet_values(
    request: AnyRequest, measure: MeasureFacts, *, now: datetime
) -> dict[str, Any]:
    """Give what a page about one measure shows."""
    names = await all_names()
    sheet = measure.sheet
    parts = blocks(measure, names)
    return {
        "measure": measure,
        "sheet": sheet,
        "blocks": parts,
        "standing": status_words(sheet, _(STATUS[sheet.status_kind])),
        "kind_word": kind_beside(sheet, _(STATUS[sheet.status_kind])),
        "sign": STATUS_SIGNS[sheet.status_kind],
        "status_kinds": STATUS,
        "summary": rendered(sheet.summary.pick(current_language()).text),
        "council": _council(parts),
        "related": _related(measure, names, now),
        "about": markup(
            request,
            "Project",
            path=f"/measures/{measure.key}",
            name=sheet.title,
            description=sheet.summary,
            dateModified=measure.changed_at,
        ),
        "timeline": await timeline_of(
            request, SubjectKind.MEASURE, measure.id, now=now
        ),
        "prefix": visit_of(request).prefix,
        "pages_beside": await _pages_beside(request, measure.id),
        "is_traced": await _is_traced(request, measure.id),
    }


async def _pages_beside(request: AnyRequest, measure: UUID) -> Sequence[Subject]:
    """Name what higher areas keep of a measure, where everybody may read it."""
    kept: Sequence[SubjectsBeside] = request.app.state.beside_measures
    named = [one for pages_of in kept for one in await pages_of(measure)]
    return [one for one in named if one.public]


async def _is_traced(request: AnyRequest, measure: UUID) -> bool:
    """Tell whether anything led to it, or on from it, that everybody may read."""
    here = Node(SubjectKind.MEASURE, measure)
    laid = await traces_at(here)
    reports = await reports_on([measure])
    ends = {end for one in laid for end in (one.origin, one.result)} - {here}
    ends |= {Node(SubjectKind.CHAPTER, one) for one in reports}
    return any(one.public for one in (await subjects_named(request, ends)).values())


def _council(parts: Sequence[Block]) -> Sequence[Markup]:
    """Give the lines about the council."""
    found = next((one for one in parts if one.papers), None)
    return [] if found is None else [_line(one) for one in found.items]


def _line(item: Item) -> Markup:
    words = [one for one in (item.text, item.after) if one]
    span = Markup('<span lang="{}" dir="auto">{}</span>')
    return Markup(" ").join(span.format(one.lang, one.text) for one in words)


def _related(
    measure: MeasureFacts, names: Names, now: datetime
) -> Sequence[Mapping[str, Any]]:
    """Give related measures once, those elsewhere too; drafts stay unnamed."""
    found: list[Mapping[str, Any]] = []
    for line in measure.sheet.related:
        other = names.measures.get(line.other) if line.other else None
        if other is not None and other.is_public(now):
            found.append({"title": other.title, "key": other.key, "website": ""})
        elif other is None and (line.name or line.website):
            found.append({"title": line.name, "key": "", "website": line.website})
    return found


def _row(measure: MeasureFacts) -> Mapping[str, Any]:
    kind = measure.sheet.status_kind
    return {
        "measure": measure,
        "sheet": measure.sheet,
        "standing": status_words(measure.sheet, _(STATUS[kind])),
        "sign": STATUS_SIGNS[kind],
    }


router = Router(
    path="/measures",
    route_handlers=[
        read_measures,
        read_measure,
        read_short,
        print_measure,
        read_agreement,
    ],
    include_in_schema=False,
)
