"""The front page: what is coming, and what has been, by series."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from litestar import Router, get
from litestar.di import NamedDependency
from litestar.response import Template

from lip.conference.queries.conferences import ConferenceFacts, all_conferences
from lip.conference.rules.stages import Stage
from lip.programme.pages.said_times import is_over, said_opening, said_span
from lip.programme.queries.pages import titles_elsewhere
from lip.programme.rules.public_page import PublicPage, SeriesFacts, titles_of
from lip.said import Said, Spoken
from lip.web.page import AnyRequest, page
from lip.words import current_language

Elsewhere = Mapping[UUID, tuple[Said, SeriesFacts | None]]

COMING = frozenset({Stage.ANNOUNCED, Stage.CALLED_OFF})
PAST = frozenset({Stage.ANNOUNCED, Stage.HELD, Stage.ARCHIVED, Stage.CALLED_OFF})


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A conference as the front page names it."""

    key: str
    title: Spoken
    place: str
    organiser: str
    language: str
    span: str
    opening: str
    called_off: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """Earlier conferences of one series, or of none."""

    series: Spoken
    conferences: Sequence[Listed]


@get("/", name="home")
async def show_home(request: AnyRequest, now: NamedDependency[datetime]) -> Template:
    """Show which conferences are coming, and which have been, to everybody."""
    conferences = await all_conferences()
    elsewhere = await titles_elsewhere()
    return page(
        request,
        "programme/home.html",
        coming=[_listed(one, elsewhere) for one in coming(conferences, now=now)],
        shelves=_shelves(past(conferences, now=now), elsewhere),
    )


def coming(
    conferences: Sequence[ConferenceFacts], *, now: datetime
) -> Sequence[ConferenceFacts]:
    """Choose what is announced and not over, and what people may still expect."""
    found = [
        one
        for one in conferences
        if one.stage in COMING and one.days and not is_over(one, now=now)
    ]
    return sorted(found, key=lambda one: (one.days[0].open, one.title))


def past(
    conferences: Sequence[ConferenceFacts], *, now: datetime
) -> Sequence[ConferenceFacts]:
    """Choose what has been, the latest first."""
    still = {one.id for one in coming(conferences, now=now)}
    return [one for one in conferences if one.stage in PAST and one.id not in still]


def _listed(one: ConferenceFacts, elsewhere: Elsewhere) -> Listed:
    translated, _ = elsewhere.get(one.id, (Said(), None))
    titles = titles_of(one.title, one.language, PublicPage(title=translated))
    return Listed(
        key=one.key,
        title=titles.pick(current_language()),
        place=one.place,
        organiser=one.organiser,
        language=one.language,
        span=said_span(one),
        opening=said_opening(one),
        called_off=one.stage is Stage.CALLED_OFF,
    )


def _shelves(
    conferences: Sequence[ConferenceFacts], elsewhere: Elsewhere
) -> Sequence[Shelf]:
    by_series: dict[UUID | None, list[Listed]] = {}
    names: dict[UUID | None, Spoken] = {None: Spoken()}
    for one in conferences:
        _, series = elsewhere.get(one.id, (Said(), None))
        place = series.id if series else None
        if series:
            names[place] = series.title.pick(current_language())
        by_series.setdefault(place, []).append(_listed(one, elsewhere))
    ordered = sorted(by_series, key=lambda place: place is None)
    return [
        Shelf(series=names[place], conferences=by_series[place]) for place in ordered
    ]


router = Router(path="/", route_handlers=[show_home], include_in_schema=False)
