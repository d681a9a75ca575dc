"""The series that a conference belongs to."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from litestar import Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.response import Redirect, Template

from lip.accounts.guards import requires_organiser
from lip.accounts.rules.identity import Identity
from lip.conference.pages.place import provide_conference
from lip.conference.queries.conferences import ConferenceFacts
from lip.errors import NotFound
from lip.programme.actions.change_series import (
    choose_series,
    make_series,
    rename_series,
)
from lip.programme.queries.pages import all_series, page_of
from lip.said import Said
from lip.web.forms import Form, read_form
from lip.web.page import AnyRequest, page, redirect
from lip.words import current_language


@get("/", name="series.show")
async def show_series(
    request: AnyRequest, conference: NamedDependency[ConferenceFacts]
) -> Template:
    """Show the series of a conference, and what else it could belong to."""
    return await _page(request, conference)


@post("/", name="series.choose")
async def send_choice(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect:
    """Put a conference into a series, or into none."""
    form = await read_form(request)
    wanted = _series(form)
    await choose_series(conference, wanted, by=identity.actor, now=now)
    return redirect(request, "series.show", key=conference.key)


@post("/new", name="series.make", status_code=200)
async def send_new(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Make a series and put this conference into it."""
    form = await read_form(request)
    title = form.said("name", required_in=conference.language)
    if form.errors:
        return await _page(request, conference, new=title, errors=form.errors)
    await make_series(title, conference=conference, by=identity.actor, now=now)
    return redirect(request, "series.show", key=conference.key)


@post("/rename", name="series.rename", status_code=200)
async def send_name(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Name the series of this conference anew."""
    form = await read_form(request)
    stored = await page_of(conference.id)
    if stored.series is None:
        raise NotFound("unknown_series")
    title = form.said("title", required_in=conference.language)
    if form.errors:
        return await _page(request, conference, own=title, errors=form.errors)
    await rename_series(
        stored.series.id, title, conference=conference, by=identity.actor, now=now
    )
    return redirect(request, "series.show", key=conference.key)


def _series(form: Form) -> UUID | None:
    text = form.raw("series")
    if not text:
        return None
    try:
        return UUID(text)
    except ValueError as error:
        raise NotFound("unknown_series") from error


async def _page(
    request: AnyRequest,
    conference: ConferenceFacts,
    *,
    new: Said | None = None,
    own: Said | None = None,
    errors: Mapping[str, str] | None = None,
) -> Template:
    stored = await page_of(conference.id)
    series = await all_series()
    return page(
        request,
        "programme/series.html",
        status=422 if errors else 200,
        conference=conference,
        current_series=stored.series,
        options=[
            (str(one.id), one.title.pick(current_language(), conference.language).text)
            for one in series
        ],
        new=dict(new or {}),
        own=dict(own or (stored.series.title if stored.series else {})),
        errors=errors or {},
    )


router = Router(
    path="/conferences/{key:str}/page/series",
    guards=[requires_organiser],
    dependencies={"conference": Provide(provide_conference)},
    route_handlers=[show_series, send_choice, send_new, send_name],
    include_in_schema=False,
)
