"""All projects and news for their editors: one list, each at a glance, released."""

from datetime import datetime
from uuid import UUID

from litestar import Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect, Template

from lip.accounts.guards import requires_editor
from lip.accounts.rules.identity import Identity
from lip.news.actions.release_page import release_page, take_back_page
from lip.news.pages.editing import kind_of
from lip.news.queries.pages import all_pages, page_by_id
from lip.news.rules.sheets import PageKind
from lip.web.forms import read_form
from lip.web.page import AnyRequest, page, redirect
from lip.web.pages import ZONE


@get("/", name="edit_news.list")
async def show_pages(request: AnyRequest, now: NamedDependency[datetime]) -> Template:
    """List all projects and news, drafts too."""
    projects = await all_pages(PageKind.PROJECT, lines=False)
    news = await all_pages(PageKind.NEWS, lines=False)
    return page(
        request,
        "news/edit_list.html",
        pages=[(one, one.is_public(now)) for one in (*projects, *news)],
    )


@get("/{page_kind:str}/{page_id:uuid}", name="edit_news.show")
async def show_page(
    request: AnyRequest,
    page_kind: FromPath[str],
    page_id: FromPath[UUID],
    now: NamedDependency[datetime],
) -> Template:
    """Show one at a glance, and what can be done with it."""
    there = await page_by_id(kind_of(page_kind), page_id)
    return page(
        request,
        "news/edit_show.html",
        there=there,
        is_public=there.is_public(now),
        errors={},
        typed="",
    )


@post(
    "/{page_kind:str}/{page_id:uuid}/release",
    name="edit_news.release",
    status_code=200,
)
async def send_release(
    request: AnyRequest,
    page_kind: FromPath[str],
    page_id: FromPath[UUID],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Show it to everybody, at once or from a moment on."""
    kind, form = kind_of(page_kind), await read_form(request)
    at = form.moment("at", ZONE) if form.raw("at") else None
    if not form:
        there = await page_by_id(kind, page_id)
        return page(
            request,
            "news/edit_show.html",
            status=422,
            there=there,
            is_public=there.is_public(now),
            errors=form.errors,
            typed=form.raw("at")[:60],
        )
    await release_page(kind, page_id, at=at, by=identity.actor, now=now)
    return redirect(request, "edit_news.show", page_kind=kind.value, page_id=page_id)


@post("/{page_kind:str}/{page_id:uuid}/take-back", name="edit_news.take_back")
async def send_take_back(
    request: AnyRequest,
    page_kind: FromPath[str],
    page_id: FromPath[UUID],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect:
    """Show it to nobody but the editors."""
    kind = kind_of(page_kind)
    await take_back_page(kind, page_id, by=identity.actor, now=now)
    return redirect(request, "edit_news.show", page_kind=kind.value, page_id=page_id)


router = Router(
    path="/edit/news",
    guards=[requires_editor],
    route_handlers=[show_pages, show_page, send_release, send_take_back],
    include_in_schema=False,
)
