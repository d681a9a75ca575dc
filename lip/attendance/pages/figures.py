"""Figures of a conference: for organisers, for the report, for everybody."""

import json
from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum

from litestar import Response, Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromQuery
from litestar.response import Redirect, Template

from lip.accounts.guards import requires_organiser
from lip.accounts.rules.identity import Identity
from lip.attendance.actions.publish_figures import hide_figures, publish_figures
from lip.attendance.pages.figure_words import Chart, Stat, charts_of, stats_of
from lip.attendance.queries.figures import attendance_figures
from lip.attendance.queries.terms import terms_of
from lip.attendance.rules.figures import Figures, for_everybody
from lip.conference.documents.people import when_said
from lip.conference.files.export import table_csv
from lip.conference.pages.participants import file_answer
from lip.conference.pages.place import provide_conference
from lip.conference.queries.conferences import ConferenceFacts
from lip.errors import NotFound
from lip.programme.pages.public_conference import provide_public_conference
from lip.web.forms import read_form
from lip.web.page import AnyRequest, page, redirect
from lip.words import _, current_language


class FigureFile(StrEnum):
    """The kinds of files that figures are handed out as."""

    CSV = "csv"
    JSON = "json"


@get("/", name="figures.show")
async def show_figures(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    now: NamedDependency[datetime],
) -> Template:
    """Show all figures to organisers, small ones too."""
    figures = await _figures(conference, now)
    return page(
        request,
        "attendance/figures.html",
        conference=conference,
        stats=stats_of(figures),
        charts=charts_of(figures),
        arrived=figures.people.arrived,
        published=(await terms_of(conference)).figures_published_at,
    )


@get("/report", name="figures.report")
async def show_report(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    now: NamedDependency[datetime],
) -> Template:
    """Show the figures as they may leave the house, to be printed."""
    return _public_page(
        request, conference, await _figures(conference, now), by_organiser=True
    )


@get("/file", name="figures.export")
async def send_figures(
    conference: NamedDependency[ConferenceFacts],
    now: NamedDependency[datetime],
    kind: FromQuery[FigureFile] = FigureFile.CSV,
) -> Response[bytes]:
    """Hand out the figures as they may leave the house."""
    figures = for_everybody(await _figures(conference, now))
    stats, charts = stats_of(figures), charts_of(figures)
    if kind is FigureFile.JSON:
        return file_answer(
            _as_json(conference, stats, charts),
            f"{conference.key}-figures.json",
            "application/json",
        )
    rows = [(_("Bereich"), _("Bezeichnung"), _("Anzahl")), *_as_rows(stats, charts)]
    name = f"{conference.key}-figures.csv"
    return file_answer(table_csv(rows), name, "text/csv; charset=utf-8")


def _as_rows(
    stats: Sequence[Stat], charts: Sequence[Chart]
) -> Sequence[tuple[str, str, str]]:
    hidden = _("unter 5")
    return [
        *((_("Menschen"), one.label, one.value or hidden) for one in stats),
        *(
            (chart.title, bar.word, str(bar.number))
            for chart in charts
            for bar in chart.bars
        ),
    ]


def _as_json(
    conference: ConferenceFacts, stats: Sequence[Stat], charts: Sequence[Chart]
) -> bytes:
    said = {
        "conference": conference.title,
        "people": [{"what": one.label, "number": one.number} for one in stats],
        "tables": {
            chart.key: {
                "title": chart.title,
                "lines": [
                    {"what": bar.word, "number": bar.number} for bar in chart.bars
                ],
                "hidden_lines": chart.hidden,
            }
            for chart in charts
        },
    }
    return json.dumps(said, ensure_ascii=False, indent=2).encode()


@post("/publish", name="figures.publish")
async def send_publication(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect:
    """Show the figures to everybody, or to organisers only."""
    form = await read_form(request)
    act = hide_figures if form.ticked("hide") else publish_figures
    await act(conference=conference, by=identity.actor, now=now)
    return redirect(request, "figures.show", key=conference.key)


@get("/c/{key:str}/figures", name="public.figures")
async def show_public_figures(
    request: AnyRequest,
    public: NamedDependency[ConferenceFacts],
    now: NamedDependency[datetime],
) -> Template:
    """Show the figures to everybody, once they are published."""
    if (await terms_of(public)).figures_published_at is None:
        raise NotFound("figures_not_public")
    return _public_page(request, public, await _figures(public, now))


def _public_page(
    request: AnyRequest,
    conference: ConferenceFacts,
    figures: Figures,
    *,
    by_organiser: bool = False,
) -> Template:
    shown = for_everybody(figures)
    return page(
        request,
        "attendance/figures_report.html",
        conference=conference,
        when=when_said(conference),
        stats=[one for one in stats_of(shown) if one.value],
        charts=charts_of(shown),
        by_organiser=by_organiser,
    )


async def _figures(conference: ConferenceFacts, now: datetime) -> Figures:
    return await attendance_figures(conference, now=now, language=current_language())


router = Router(
    path="/conferences/{key:str}/figures",
    guards=[requires_organiser],
    dependencies={"conference": Provide(provide_conference)},
    route_handlers=[show_figures, show_report, send_figures, send_publication],
    include_in_schema=False,
)

public_router = Router(
    path="/",
    dependencies={"public": Provide(provide_public_conference)},
    route_handlers=[show_public_figures],
    include_in_schema=False,
)
