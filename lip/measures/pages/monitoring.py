"""How far the measures are: counts, what is overdue, figures over time."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from litestar import Router, get
from litestar.di import NamedDependency
from litestar.response import Template

from lip.measures.documents.blocks import number
from lip.measures.documents.outline import deadline_words
from lip.measures.pages.filter_form import read_filters
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
from lip.web.page import AnyRequest, page
from lip.web.pages import ZONE
from lip.words import _, current_language

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


@get("/", name="monitoring.read")
async def read_monitoring(
    request: AnyRequest, now: NamedDependency[datetime]
) -> Template:
    """Show how far the measures are that somebody wants to see."""
    measures = await all_measures(public_at=now, parts=PARTS)
    names = await all_names()
    filters = read_filters(request, measures, names)
    found = chosen(measures, filters.wanted)
    today = now.astimezone(ZONE).date()
    return page(
        request,
        "measures/monitoring.html",
        filters=filters,
        many=len(found),
        lights=_lights(found, today),
        field_charts=_charts(found, names),
        overdue=[_late(one, names) for one in all_overdue(found, today=today)],
        figures=[*_figures(found)],
        today=today,
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
    path="/monitoring", route_handlers=[read_monitoring], include_in_schema=False
)
