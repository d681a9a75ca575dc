"""Make the sets of open data from what is public at a moment."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, TypeAlias

from lip.bodies.queries.bodies import all_bodies
from lip.bodies.queries.for_programs import times_of_bodies
from lip.fields.queries.fields import all_fields
from lip.news.queries.pages import all_pages
from lip.news.rules.sheets import PageKind
from lip.opendata.documents.city_rows import (
    Names,
    body_row,
    chapter_texts,
    field_row,
    news_row,
    plan_row,
    project_row,
)
from lip.opendata.documents.plan_rows import (
    Around,
    chapter_rows,
    contact_rows,
    measure_rows,
    paper_rows,
)
from lip.opendata.documents.popolo import popolo
from lip.opendata.documents.proposal_rows import Asked, proposal_rows
from lip.opendata.documents.result_rows import answer_row, election_rows, vote_rows
from lip.opendata.documents.tables import Row, rows_csv, rows_json
from lip.opendata.queries.elected_people import open_elections
from lip.opendata.queries.open_conferences import (
    open_conferences,
    public_conferences,
)
from lip.opendata.queries.open_plan import public_plan
from lip.opendata.rules.datasets import SHAPES, Dataset, Form
from lip.opendata.rules.oparl import written
from lip.opendata.rules.site import Site
from lip.plan.queries.for_programs import open_plans
from lip.said import Said
from lip.tracing.queries.answers import answers_of_conferences
from lip.tracing.rules.figures import figures_of
from proposals.queries.following import ways_of
from proposals.queries.proposals import shown_proposals
from proposals.rules.following import Tracer

MOST_PROPOSALS: Final = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Now:
    """Who publishes, what tells of proposals, and the moment that counts."""

    site: Site
    tracers: Sequence[Tracer]
    at: datetime


Rows: TypeAlias = Sequence[Row]


async def dataset(
    wanted: Dataset,
    form: Form,
    site: Site,
    *,
    tracers: Sequence[Tracer],
    now: datetime,
) -> bytes:
    """Write one set in one form."""
    head = {"publisher": site.publisher, "license": site.licence}
    here = Now(site=site, tracers=tracers, at=now)
    if wanted is Dataset.RESULTS:
        return written({**head, **await _results(here)}).encode()
    if form is Form.CSV:
        read = _AS_TABLE.get(wanted, _READ[wanted])
        return rows_csv(await read(here), SHAPES[wanted].columns)
    return rows_json(await _READ[wanted](here), head)


def _of_the_plan(rows: Callable[[Around], Rows]) -> Callable[[Now], Awaitable[Rows]]:
    async def read(now: Now) -> Rows:
        found, bodies = await public_plan(now.at), await _bodies()
        return rows(Around(found=found, bodies=bodies, site=now.site))

    return read


async def _bodies() -> Names:
    return {one.id: one.name for one in await all_bodies()}


async def _plans(now: Now) -> Rows:
    return [plan_row(one, now.site) for one in await open_plans()]


async def _fields(_now: Now) -> Rows:
    return [field_row(one) for one in await all_fields() if not one.closed]


async def _chapter_texts(now: Now) -> Rows:
    fields = {one.id: one.name for one in await all_fields()}
    return [
        row
        for plan in await open_plans()
        for one in plan.chapters
        for row in chapter_texts(
            one,
            plan.plan.key,
            fields.get(one.field, Said()) if one.field else Said(),
            now.site,
        )
    ]


async def _body_rows(now: Now) -> Rows:
    bodies, times = await all_bodies(), await times_of_bodies()
    names = {one.id: one.name for one in bodies}
    return [body_row(one, names, times, now.site) for one in bodies]


async def _projects(now: Now) -> Rows:
    bodies = await _bodies()
    pages = await all_pages(PageKind.PROJECT, public_at=now.at)
    return [project_row(one, bodies, now.site) for one in pages]


async def _news(now: Now) -> Rows:
    pages = await all_pages(PageKind.NEWS, public_at=now.at)
    return [news_row(one, now.site) for one in pages]


async def _proposals(now: Now) -> Rows:
    fields = {one.id: one for one in await all_fields()}
    rows: list[Row] = []
    for conference in await public_conferences():
        found = await shown_proposals(conference.id, most=MOST_PROPOSALS)
        ways = await ways_of([one.id for one in found], now.tracers)
        asked = Asked(ways=ways, fields=fields, site=now.site)
        rows += proposal_rows(conference, found, asked)
    return rows


async def _votes(now: Now) -> Rows:
    return vote_rows(await open_conferences(), now.site)


async def _elections(now: Now) -> Rows:
    conferences = await open_conferences()
    return election_rows(await open_elections(conferences, now=now.at), now.site)


async def _answers(now: Now) -> Rows:
    told = await answers_of_conferences()
    return [
        answer_row(one, figures_of(told[one.key]), now.site)
        for one in await public_conferences()
        if one.key in told
    ]


async def _results(now: Now) -> Row:
    conferences = await open_conferences()
    elections = await open_elections(conferences, now=now.at)
    return popolo(conferences, elections, now.site)


_READ: Final[Mapping[Dataset, Callable[[Now], Awaitable[Rows]]]] = {
    Dataset.PLANS: _plans,
    Dataset.FIELDS: _fields,
    Dataset.CHAPTERS: _of_the_plan(chapter_rows),
    Dataset.MEASURES: _of_the_plan(measure_rows),
    Dataset.CONTACT_POINTS: _of_the_plan(contact_rows),
    Dataset.PAPERS: _of_the_plan(paper_rows),
    Dataset.BODIES: _body_rows,
    Dataset.PROJECTS: _projects,
    Dataset.NEWS: _news,
    Dataset.PROPOSALS: _proposals,
    Dataset.VOTES: _votes,
    Dataset.ELECTIONS: _elections,
    Dataset.ANSWERS: _answers,
}
_AS_TABLE: Final[Mapping[Dataset, Callable[[Now], Awaitable[Rows]]]] = {
    Dataset.CHAPTERS: _chapter_texts,
}
"""Sets whose table is another one than their JSON."""
