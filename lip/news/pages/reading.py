"""Projects and news for everybody: the overviews, and each page."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from litestar import Response, Router, get
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Template

from lip.bodies.pages.paper_links import linked_page
from lip.bodies.queries.bodies import body_by_id
from lip.measures.queries.subjects import subjects_of_measures
from lip.news.queries.pages import all_pages, pages_about, pages_by_id, public_page
from lip.news.rules.overview import grouped, lead_and_rest, next_of
from lip.news.rules.sheets import EventLine, PageFacts, PageKind
from lip.programme.queries.subjects import subjects_of_conferences
from lip.subjects import Subject
from lip.web.json_ld import markup
from lip.web.markdown import rendered
from lip.web.page import AnyRequest, page
from lip.web.paging import paged
from lip.web.visit import visit_of
from lip.words import current_language

NEWEST: Final = 3


@get("/projects", name="projects.read_all")
async def read_projects(
    request: AnyRequest, now: NamedDependency[datetime]
) -> Template:
    """Show all projects under their headings, and the newest news."""
    projects = await all_pages(PageKind.PROJECT, public_at=now, lines=False)
    news = await all_pages(PageKind.NEWS, public_at=now, lines=False)
    return page(
        request,
        "news/projects.html",
        groups=grouped(projects),
        news=news[:NEWEST],
    )


@get("/projects/{project_key:str}", name="projects.read")
async def read_project(
    request: AnyRequest, project_key: FromPath[str], now: NamedDependency[datetime]
) -> Response[str]:
    """Show a project: what, when, for whom, who pays, what was said of it."""
    project = await public_page(PageKind.PROJECT, project_key, now=now)
    sheet = project.sheet
    others = await all_pages(PageKind.PROJECT, public_at=now, lines=False)
    news = await pages_about(PageKind.NEWS, "project", project.id)
    made = page(
        request,
        "news/project.html",
        prefix=visit_of(request).prefix,
        project=project,
        sheet=sheet,
        text=rendered(sheet.text.pick(current_language()).text),
        events=await _events(sheet.events),
        organiser=await body_by_id(sheet.organiser) if sheet.organiser else None,
        measure=await _measure(sheet.measure),
        news=[one for one in news if one.is_public(now)],
        following=next_of(project, others),
        about=markup(
            request,
            "Project",
            path=f"/projects/{project.key}",
            name=sheet.title,
            description=sheet.summary,
            funder={"@type": "Organization", "name": sheet.funder}
            if sheet.funder
            else None,
            dateModified=project.changed_at,
        ),
    )
    return await linked_page(request, made)


@get("/news", name="news.read_all")
async def read_all_news(
    request: AnyRequest, now: NamedDependency[datetime]
) -> Template:
    """List all news, newest first."""
    news = await all_pages(PageKind.NEWS, public_at=now, lines=False)
    found = paged(request, news, "news.read_all")
    return page(request, "news/all_news.html", found=found)


@get("/news/{news_key:str}", name="news.read")
async def read_news(
    request: AnyRequest, news_key: FromPath[str], now: NamedDependency[datetime]
) -> Response[str]:
    """Show news: the lead, who said what, the rest, the background."""
    news = await public_page(PageKind.NEWS, news_key, now=now)
    sheet, language = news.sheet, current_language()
    lead, rest = lead_and_rest(sheet.body.pick(language))
    made = page(
        request,
        "news/news.html",
        prefix=visit_of(request).prefix,
        item=news,
        sheet=sheet,
        lead=lead,
        lead_html=rendered(lead.text),
        rest=rest,
        rest_html=rendered(rest.text),
        background=sheet.background.pick(language),
        background_html=rendered(sheet.background.pick(language).text),
        measure=await _measure(sheet.measure),
        project=await _project(sheet.project, now),
        about=markup(
            request,
            "NewsArticle",
            path=f"/news/{news.key}",
            headline=sheet.title,
            datePublished=sheet.dated.dump() if sheet.dated else news.public_from,
            dateModified=news.changed_at,
        ),
    )
    return await linked_page(request, made)


async def _events(
    events: Sequence[EventLine],
) -> Sequence[tuple[EventLine, Subject | None]]:
    """Name the conference of each event, where everybody may read of it."""
    ids = {one.conference for one in events if one.conference}
    known: Mapping[UUID, Any] = await subjects_of_conferences(ids)
    found = [known.get(one.conference) if one.conference else None for one in events]
    return [
        (one, conference if conference and conference.public else None)
        for one, conference in zip(events, found, strict=True)
    ]


async def _measure(measure: UUID | None) -> Subject | None:
    """Name the measure that a page belongs to, if everybody may read it."""
    found = await subjects_of_measures([measure] if measure else [])
    one = found.get(measure) if measure else None
    return one if one and one.public else None


async def _project(project: UUID | None, now: datetime) -> PageFacts | None:
    found = await pages_by_id(PageKind.PROJECT, [project] if project else [])
    one = found.get(project) if project else None
    return one if one and one.is_public(now) else None


router = Router(
    path="/",
    route_handlers=[read_projects, read_project, read_all_news, read_news],
    include_in_schema=False,
)
