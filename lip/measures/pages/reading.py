"""The measures as everybody reads them: the list, a sheet, the sheet on one page."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from litestar import Router, get
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Response, Template
from markupsafe import Markup

from lip.bodies.pages.paper_links import linked
from lip.bodies.pages.timeline import timeline_of
from lip.measures.documents.blocks import Block, Item
from lip.measures.documents.outline import blocks, status_words
from lip.measures.documents.sheet_paper import plain, sheet_pdf
from lip.measures.pages.filter_form import Filters, read_filters
from lip.measures.queries.measures import IN_LISTS, all_measures, public_measure
from lip.measures.queries.names import Names, all_names
from lip.measures.rules.filtering import chosen
from lip.measures.rules.measures import MeasureFacts
from lip.measures.words import STATUS, STATUS_SIGNS
from lip.said import Said, Spoken
from lip.subjects import SubjectKind
from lip.web.json_ld import markup
from lip.web.markdown import rendered
from lip.web.page import AnyRequest, page
from lip.words import _, current_language

A_PAGE: Final = 30


@get("/", name="measures.read_all")
async def read_measures(
    request: AnyRequest, now: NamedDependency[datetime]
) -> Template:
    """List the measures that everybody may read, narrowed as somebody wishes."""
    measures = await all_measures(public_at=now, parts=IN_LISTS)
    names = await all_names()
    filters = read_filters(request, measures, names)
    found = chosen(measures, filters.wanted)
    return page(
        request,
        "measures/public.html",
        filters=filters,
        names=names,
        many=len(found),
        rows=[_row(one) for one in _part(found, filters)],
        pages=max(1, -(-len(found) // A_PAGE)),
    )


@get("/{measure_key:str}", name="measures.read")
async def read_measure(
    request: AnyRequest, measure_key: FromPath[str], now: NamedDependency[datetime]
) -> Template:
    """Show a sheet, heading by heading."""
    measure = await public_measure(measure_key, now=now)
    return page(
        request, "measures/sheet.html", **await sheet_values(request, measure, now=now)
    )


@get("/{measure_key:str}/short", name="measures.read_short")
async def read_short(
    request: AnyRequest, measure_key: FromPath[str], now: NamedDependency[datetime]
) -> Template:
    """Show what matters on one page, in lists."""
    measure = await public_measure(measure_key, now=now)
    values = await sheet_values(request, measure, now=now)
    shown = [one for one in values["blocks"] if one.name in SHORT]
    said = measure.sheet.summary.pick(current_language())
    first = Spoken(text=next(plain(said.text), ""), lang=said.lang)
    return page(
        request, "measures/short.html", **{**values, "blocks": shown, "first": first}
    )


@get("/{measure_key:str}/sheet.pdf", name="measures.print")
async def print_measure(
    request: AnyRequest, measure_key: FromPath[str], now: NamedDependency[datetime]
) -> Response[bytes]:
    """Set a sheet as PDF/UA."""
    settings = request.app.state.settings
    pdf = sheet_pdf(
        await public_measure(measure_key, now=now),
        await all_names(),
        site=settings.site_name,
        accent=settings.accent,
        language=current_language(),
    )
    return Response(pdf, media_type="application/pdf")


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
        "sign": STATUS_SIGNS[sheet.status_kind],
        "status_kinds": STATUS,
        "summary": await _summary(request, sheet.summary),
        "council": await _council(request, parts),
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
    }


async def _summary(request: AnyRequest, summary: Said) -> Markup:
    return await linked(request, rendered(summary.pick(current_language()).text))


async def _council(request: AnyRequest, parts: Sequence[Block]) -> Sequence[Markup]:
    """Give the lines about the council with links to its papers, in one statement."""
    found = next((one for one in parts if one.papers), None)
    if found is None:
        return []
    whole = await linked(request, Markup("<hr>").join(map(_line, found.items)))
    return [Markup(line) for line in str(whole).split("<hr>")]  # noqa: S704 - as above


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


def _part(found: Sequence[MeasureFacts], filters: Filters) -> Sequence[MeasureFacts]:
    return found[(filters.page - 1) * A_PAGE : filters.page * A_PAGE]


router = Router(
    path="/measures",
    route_handlers=[read_measures, read_measure, read_short, print_measure],
    include_in_schema=False,
)
