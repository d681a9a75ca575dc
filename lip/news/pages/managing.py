"""All projects and news for their editors: one list, each at a glance, released."""

from datetime import datetime
from typing import Final
from uuid import UUID

from litestar import Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath
from litestar.response import Redirect, Template

from lip.accounts.guards import requires_editor
from lip.accounts.rules.identity import Identity
from lip.news.actions.delete_page import delete_page, was_released
from lip.news.actions.release_page import release_page, take_back_page
from lip.news.pages.editing import kind_of, provide_page, to_page
from lip.news.queries.pages import all_pages
from lip.news.rules.overview import looked_for
from lip.news.rules.sheets import PageFacts, PageKind
from lip.web.forms import Form, read_form
from lip.web.page import AnyRequest, page, redirect
from lip.web.pages import ZONE
from lip.web.paging import paged

_ONE: Final = "/{page_kind:str}/{page_id:uuid}"


@get("/", name="edit_news.list")
async def show_pages(request: AnyRequest, now: NamedDependency[datetime]) -> Template:
    """List all projects and news, drafts too, narrowed as somebody wishes."""
    projects = await all_pages(PageKind.PROJECT, lines=False)
    news = await all_pages(PageKind.NEWS, lines=False)
    typed = {
        "q": " ".join(request.query_params.get("q", "").split())[:100],
        "kind": request.query_params.get("kind", "")[:20],
    }
    chosen = looked_for((*projects, *news), text=typed["q"], kind=typed["kind"])
    found = paged(request, chosen, "edit_news.list", asked=typed)
    return page(
        request,
        "news/edit_list.html",
        found=found,
        rows=[(one, one.is_public(now)) for one in found.rows],
        typed=typed,
    )


@get(_ONE, name="edit_news.show")
async def show_page(
    request: AnyRequest,
    there: NamedDependency[PageFacts],
    now: NamedDependency[datetime],
) -> Template:
    """Show one at a glance, and what can be done with it."""
    return await _show(request, there, now)


@post(f"{_ONE}/release", name="edit_news.release", status_code=200)
async def send_release(
    request: AnyRequest,
    there: NamedDependency[PageFacts],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Show it to everybody, at once or from a moment on."""
    form = await read_form(request)
    at = form.moment("at", ZONE) if form.raw("at") else None
    if not form:
        return await _show(request, there, now, form)
    await release_page(there.kind, there.id, at=at, by=identity.actor, now=now)
    return to_page(request, there.kind, there.id)


@post(f"{_ONE}/take-back", name="edit_news.take_back")
async def send_take_back(
    request: AnyRequest,
    there: NamedDependency[PageFacts],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect:
    """Show it to nobody but the editors."""
    await take_back_page(there.kind, there.id, by=identity.actor, now=now)
    return to_page(request, there.kind, there.id)


@post(f"{_ONE}/delete", name="edit_news.delete")
async def send_deletion(
    request: AnyRequest,
    page_kind: FromPath[str],
    page_id: FromPath[UUID],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect:
    """Delete a draft that nobody else ever saw."""
    await delete_page(kind_of(page_kind), page_id, by=identity.actor, now=now)
    return redirect(request, "edit_news.list")


async def _show(
    request: AnyRequest, there: PageFacts, now: datetime, form: Form | None = None
) -> Template:
    return page(
        request,
        "news/edit_show.html",
        status=200 if form is None else 422,
        there=there,
        is_public=there.is_public(now),
        may_go=not await was_released(there.kind, there.id),
        errors={} if form is None else form.errors,
        typed="" if form is None else form.raw("at")[:60],
    )


router = Router(
    path="/edit/news",
    guards=[requires_editor],
    dependencies={"there": Provide(provide_page)},
    route_handlers=[
        show_pages,
        show_page,
        send_release,
        send_take_back,
        send_deletion,
    ],
    include_in_schema=False,
)
