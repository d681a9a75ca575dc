"""How far the measures are: counts, what is overdue, figures over time."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final
from urllib.parse import urlencode
from uuid import UUID

from litestar import Router, get
from litestar.di import NamedDependency
from litestar.response import Template

from lip.measures.documents.blocks import number
from lip.measures.documents.outline import deadline_words
from lip.measures.pages.filter_form import Filters, read_filters
from lip.measures.queries.measures import all_measures
from lip.measures.queries.names import Names, all_names
from lip.measures.rules.filtering import chosen
from lip.measures.rules.kinds import StatusKind
from lip.measures.rules.line_chart import line_chart
from lip.measures.rules.measures import MeasureFacts
from lip.measures.rules.monitoring import (
    Overdue,
    all_overdue,
    lights,
    statuses_by_field,
)
from lip.measures.words import LIGHT_SIGNS, LIGHTS, STATUS
from lip.web.json_ld import download, markup
from lip.web.page import AnyRequest, page
from lip.web.pages import ZONE
from lip.web.paging import paged
from lip.words import N_, _, current_language

_FILES: Final = {"csv": "text/csv", "json": "application/json"}
PARTS = frozenset({"goals", "timetable", "indicators", "values"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One bar with its label; `share` is its length from 0 to 100."""

    word: str
    number: int
    share: int
    lang: str = ""
    soft: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """Bars under a title, as `attendance/charts.html` draws them."""

    key: str
    title: str
    bars: Sequence[Bar]
    note: str = ""
    hidden: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """What somebody wants to see of all measures, on a day."""

    filters: Filters
    found: Sequence[MeasureFacts]
    names: Names
    today: date

    @property
    def late(self) -> Sequence[Mapping[str, Any]]:
        """What is overdue, the longest first."""
        return [
            _late(one, self.names) for one in all_overdue(self.found, today=self.today)
        ]


@get("/", name="monitoring.read")
async def read_monitoring(
    request: AnyRequest, now: NamedDependency[datetime]
) -> Template:
    """Show how far the measures are that somebody wants to see."""
    looked = await _looked(request, now)
    asked = {name: one for name, one in looked.filters.typed.items() if one}
    return page(
        request,
        "measures/monitoring.html",
        filters=looked.filters,
        many=len(looked.found),
        lights=_lights(looked.found, looked.today),
        field_charts=_charts(looked.found, looked.names),
        overdue=looked.late,
        figures=[*_figures(looked.found)],
        today=looked.today,
        query=f"?{urlencode(asked)}" if asked else "",
        say=number,
        about=markup(
            request,
            "Dataset",
            path="/monitoring",
            name=_("Wie weit alles ist"),
            description=_("Stand, Termine und Messgrößen aller Vorhaben."),
            measurementTechnique=_("Meldungen der zuständigen Stellen"),
            distribution=[
                download(request, f"/data/measures.{ending}", media_type)
                for ending, media_type in _FILES.items()
            ],
        ),
    )


@get("/overdue", name="monitoring.overdue")
async def read_overdue(request: AnyRequest, now: NamedDependency[datetime]) -> Template:
    """List everything that is late, a page at a time."""
    looked = await _looked(request, now)
    return _all_page(
        request,
        looked,
        looked.late,
        route="monitoring.overdue",
        heading=N_("Verspätet"),
    )


@get("/figures", name="monitoring.figures")
async def read_figures(request: AnyRequest, now: NamedDependency[datetime]) -> Template:
    """Show everything that was measured, a page at a time."""
    looked = await _looked(request, now)
    return _all_page(
        request,
        looked,
        [*_figures(looked.found)],
        route="monitoring.figures",
        heading=N_("Was gemessen wurde"),
    )


async def _looked(request: AnyRequest, now: datetime) -> Looked:
    measures = await all_measures(public_at=now, parts=PARTS)
    names = await all_names()
    filters = read_filters(request, measures, names)
    return Looked(
        filters=filters,
        found=chosen(measures, filters.wanted),
        names=names,
        today=now.astimezone(ZONE).date(),
    )


def _all_page(
    request: AnyRequest,
    looked: Looked,
    rows: Sequence[Mapping[str, Any]],
    *,
    route: str,
    heading: str,
) -> Template:
    return page(
        request,
        "measures/monitoring_all.html",
        heading=heading,
        found=paged(request, rows, route, asked=looked.filters.typed),
        route=route,
        filters=looked.filters,
        say=number,
    )


def _lights(found: Sequence[MeasureFacts], today: date) -> Sequence[Mapping[str, Any]]:
    return [
        {"word": LIGHTS[one], "sign": LIGHT_SIGNS[one], "number": many}
        for one, many in lights(found, today=today).items()
    ]


def _charts(found: Sequence[MeasureFacts], names: Names) -> Sequence[Chart]:
    """Draw the fields in their order, all on the same scale."""
    counted = statuses_by_field(found)
    most = max((n for counts in counted.values() for n in counts.values()), default=1)
    order: Sequence[UUID | None] = [*names.fields, None]
    return [
        Chart(
            key=f"field-{place}",
            title=_field(field, names),
            bars=_bars(counted[field], most),
        )
        for place, field in enumerate(order)
        if field in counted
    ]


def _field(field: UUID | None, names: Names) -> str:
    if field is None:
        return _("Ohne Handlungsfeld")
    return names.fields[field].name.pick(current_language()).text


def _bars(counts: Mapping[StatusKind, int], most: int) -> Sequence[Bar]:
    return [
        Bar(word=_(STATUS[kind]), number=many, share=round(100 * many / most))
        for kind, many in counts.items()
    ]


def _late(one: Overdue, names: Names) -> Mapping[str, Any]:
    responsible = one.measure.sheet.responsible
    office = names.bodies.get(responsible) if responsible else None
    return {
        "measure": one.measure,
        "line": one.line,
        "when": deadline_words(one.line),
        "office": office.name if office else None,
    }


def _figures(found: Sequence[MeasureFacts]) -> Iterator[Mapping[str, Any]]:
    for measure in found:
        for place, one in enumerate(measure.sheet.indicators, start=1):
            values = measure.values.get(one.id, ()) if one.id else ()
            if values or one.target:
                yield {
                    "key": f"{measure.key}-{place}",
                    "measure": measure,
                    "indicator": one,
                    "measured": values,
                    "chart": line_chart(values, one.target),
                }


router = Router(
    path="/monitoring",
    route_handlers=[read_monitoring, read_overdue, read_figures],
    include_in_schema=False,
)
